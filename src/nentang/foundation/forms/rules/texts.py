"""Typed text made plain: composed (NFC), without control characters, trimmed; numbers and days read."""

import re
from datetime import date
from math import isfinite
from unicodedata import category, normalize

from nentang.kernel.text import normalize_name

_UNPRINTABLE = {"Cc", "Cs"}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = re.compile(
    r"([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4})|([0-9]{2})([0-9]{2})([0-9]{4})"
)
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]{1,24}([.,][0-9]{1,12})?")
_CURRENCY = re.compile(r"(đồng|vnđ|vnd|đ|₫)$", re.IGNORECASE)


def line(text: str) -> str:
    """One line: runs of white space are one space."""
    if text.isprintable():
        return " ".join(normalize("NFC", text).split())
    shown = "".join(" " if category(c) in _UNPRINTABLE else c for c in text)
    return " ".join(normalize("NFC", shown).split())


def lines(text: str) -> str:
    """Lines kept, ends trimmed."""
    rows = (
        "".join(" " if category(c) in _UNPRINTABLE else c for c in r) for r in text.splitlines()
    )
    return "\n".join(normalize("NFC", row).rstrip() for row in rows).strip()


def name(text: str) -> str:
    """A person's name as it is written on papers."""
    return normalize("NFC", normalize_name(line(text)))


def day(text: str) -> str:
    """`7/12/2020` or `07122020` as `2020-12-07`; what is no day stays as typed."""
    text = line(text)
    if _ISO.fullmatch(text):
        return text
    found = _DAY.fullmatch(text)
    if not found:
        return text
    day_, month, year = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day_).isoformat()
    except ValueError:
        return text


def is_day(text: str) -> bool:
    """Whether it is an ISO date of the calendar."""
    if not _ISO.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def number(value: str | int | float) -> str | int | float:
    """`1.234,5` as 1234.5 and 5.0 as 5; what is no number stays as typed."""
    if isinstance(value, str):
        text = line(value)
        return _written(text) if _is_number(text) else text
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return int(value) if value == int(value) else value


def money(value: str | int | float) -> str | int | float:
    """`16.000 đ` as 16000; what is no amount stays as typed."""
    if not isinstance(value, str):
        return number(value)
    text = line(value)
    bare = _CURRENCY.sub("", text).replace(" ", "")
    return _written(bare) if _is_number(bare) else text


def _is_number(text: str) -> bool:
    bare = text.replace(" ", "")
    return bool(_GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare)) and len(bare) <= 40


def _written(text: str) -> int | float:
    bare = text.replace(" ", "")
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    exact = float(bare.replace(",", "."))
    if not re.search(r"[.,]", bare):
        return int(bare)
    return int(exact) if exact == int(exact) else exact
