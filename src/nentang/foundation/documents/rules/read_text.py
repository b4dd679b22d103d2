"""What a reader of text found in a photograph: lines, and where each stands."""

from collections.abc import Iterable, Mapping
from itertools import islice
from unicodedata import normalize

from nentang.kernel.frozen import Frozen

MOST_LINES, MOST_LETTERS = 400, 300
READABLE = ("image/png", "image/jpeg", "image/webp")


class TextLine(Frozen):
    """A line of text; its place in pixels from the upper left corner of the page."""

    text: str
    page: int
    left: int
    top: int
    width: int
    height: int


def lines_of(table: str) -> list[TextLine]:
    """The lines of a table of words as `tesseract … tsv` writes it; what is no word is left out.

    ValueError where it is no such table.
    """
    head, *rows = table.splitlines() or [""]
    names = head.split("\t")
    if not {"page_num", "line_num", "left", "top", "width", "height", "text"} <= set(names):
        raise ValueError("no table of words")
    words: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
    for row in rows:
        word = dict(zip(names, row.split("\t"), strict=False))
        if word.get("text", "").strip():
            key = tuple(word.get(n, "") for n in ("page_num", "block_num", "par_num", "line_num"))
            words.setdefault(key, []).append(word)
    return list(islice(map(_line, words.values()), MOST_LINES))


def _line(words: Iterable[Mapping[str, str]]) -> TextLine:
    found = list(words)
    left, top = min(_number(w, "left") for w in found), min(_number(w, "top") for w in found)
    right = max(_number(w, "left") + _number(w, "width") for w in found)
    bottom = max(_number(w, "top") + _number(w, "height") for w in found)
    return TextLine(
        text=_plain(" ".join(w["text"].strip() for w in found))[:MOST_LETTERS],
        page=_number(found[0], "page_num"),
        left=left,
        top=top,
        width=right - left,
        height=bottom - top,
    )


def _plain(text: str) -> str:
    """Composed letters, nothing that is not to be seen."""
    return "".join(each for each in normalize("NFC", text) if each.isprintable())


def _number(word: Mapping[str, str], name: str) -> int:
    return int(word[name])
