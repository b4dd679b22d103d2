"""How cells of tables are read; ValueError where one cannot be."""

import re
from datetime import date

_TURNED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", re.ASCII)
_COMPUTED = ("=", "+", "-", "@")


def day_cell(text: str) -> date:
    """`05/09/1987`, as people here write it, or `1987-09-05`."""
    if found := _TURNED.fullmatch(text):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return date.fromisoformat(text)


def year_cell(text: str) -> int:
    """A year of four digits."""
    if not re.fullmatch(r"[12]\d{3}", text, re.ASCII):
        raise ValueError("no year")
    return int(text)


def without_apostrophe(text: str) -> str:
    """Without the apostrophe that a table has before what a spreadsheet would compute: `'=1` → `=1`."""
    return text[1:] if text[:1] == "'" and text[1:2] in _COMPUTED else text
