"""The few forms that reference pages are made of."""

from collections.abc import Iterable, Sequence

WRITTEN = "<!-- Written by `nentang docs`; change the code, then run it again. -->"


def document(title: str, introduction: str, *parts: str) -> str:
    """A whole page."""
    return "\n\n".join([f"# {title}", WRITTEN, introduction, *filter(None, parts)]) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; the empty string where there are no rows."""
    lines = [_row(row) for row in rows]
    return "\n".join([_row(header), _row(["---"] * len(header)), *lines]) if lines else ""


def section(title: str, *parts: str, level: int = 2) -> str:
    """A heading with what stands below it."""
    return "\n\n".join([f"{'#' * level} {title}", *filter(None, parts)])


def code(text: object) -> str:
    """The text as code; nothing where there is none."""
    return f"`{text}`" if str(text) else ""


def mermaid(diagram: str) -> str:
    """A drawn diagram."""
    return f"```mermaid\n{diagram}\n```"


def first_sentence(docstring: str | None) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join((docstring or "").strip().split("\n\n")[0].split())


def sentence(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def _row(cells: Sequence[object]) -> str:
    return (
        "| " + " | ".join(str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
    )
