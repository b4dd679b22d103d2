"""Whether what would be published looks like somebody's data."""

import re
from collections.abc import Iterable, Sequence

from .published import Column, Row

_NUMBERED = re.compile(
    r"(?<!\d)\d{12}(?!\d)|(?<!\d)\d{9}(?!\d)|(?<!\d)(?:\+?84|0)[35789]\d{8}(?!\d)|[^\s@]+@[^\s@]+\.[^\s@]+"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKED = re.compile(r"[\s.\-]")
LONGEST = 120


def looks_personal(text: str) -> bool:
    """Whether a number of a card, a telephone or a mail address stands in the text, spaced or not."""
    return bool(_NUMBERED.search(text) or _NUMBERED.search(_MARKED.sub("", text)))


def suspect_columns(
    columns: Sequence[Column], rows: Iterable[Row], personal: frozenset[str]
) -> list[str]:
    """Columns with a personal name, or in which some text looks personal, is a formula, or very long."""
    texts = [i for i, each in enumerate(columns) if each.kind not in ("count", "status")]
    named = {each.name for each in columns if each.name in personal}
    seen: set[tuple[int, str]] = set()
    for row in rows:
        seen |= {(i, str(row[i])) for i in texts}
    return sorted(named | {columns[i].name for i, text in seen if _is_suspect(text)})


def _is_suspect(text: str) -> bool:
    return len(text) > LONGEST or text.startswith(_FORMULA) or looks_personal(text)
