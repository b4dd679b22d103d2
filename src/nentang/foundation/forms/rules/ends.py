"""Ends of the days that an answer may name: a day, `today`, or `today - 18 years`."""

import re
from datetime import date

TODAY = "today"
_MOVED = re.compile(r"today ([+-]) ([0-9]{1,3}) years")


def is_moving(end: str) -> bool:
    """Whether the end is counted from today."""
    return end == TODAY or bool(_MOVED.fullmatch(end))


def end_on(end: str, on: date) -> str:
    """The end as it falls on that day, in ISO; the 29th of February falls on the 28th where there is none."""
    if not end.startswith(TODAY):
        return end
    found = _MOVED.fullmatch(end)
    years = int(found[1] + found[2]) if found else 0
    try:
        return on.replace(year=on.year + years).isoformat()
    except ValueError:
        return on.replace(year=on.year + years, day=28).isoformat()
