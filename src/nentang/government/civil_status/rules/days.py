"""Days that may be known in part: `2020-12-01`, or a year alone, `1987`."""

import re
from datetime import date

from nentang.kernel.frozen import Frozen

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_SPOKEN = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1850, 2100


class Span(Frozen):
    """The days between which somebody was born, or something happened."""

    first: date
    last: date


def read_partial(text: str) -> str:
    """`1/12/2020`, `2020-12-01` or `1987`, as it is kept; ValueError."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return f"{_year(int(text))}"
    return read_day(text)


def read_day(text: str) -> str:
    """A whole day, as it is kept: `2020-12-01`; ValueError."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _SPOKEN.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    else:
        raise ValueError("no day")
    return date(_year(year), month, day).isoformat()


def _year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError("no year of anybody")
    return year


def span_of(kept: str) -> Span | None:
    """The days that the text may mean; None where it says none."""
    if len(kept) == 4:
        return Span(date(int(kept), 1, 1), date(int(kept), 12, 31))
    return Span(date.fromisoformat(kept), date.fromisoformat(kept)) if kept else None


def day_of(kept: str) -> date | None:
    """The day, where it is wholly known."""
    return date.fromisoformat(kept) if len(kept) == 10 else None


def year_of(kept: str) -> int:
    """The year; 0 where nothing is known."""
    return int(kept[:4] or 0)


def in_words(kept: str) -> str:
    """`01/12/2020`; a year stays a year."""
    return "/".join(reversed(kept.split("-")))


def birthday(born: date, years: int) -> date:
    """The day on which somebody born then is so old; born on 29 February, on 1 March of other years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)
