"""What a decision says of by when: days, quarters, years, or all the time."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold
from nentang.measure.tasks.enums import DeadlineKind

FIRST_YEAR, LAST_YEAR = 1990, 2100
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_AGAIN = (
    (re.compile(r"\b(hang|moi) thang\b"), DeadlineKind.MONTHLY),
    (re.compile(r"\b(hang|moi) quy\b"), DeadlineKind.QUARTERLY),
    (re.compile(r"\b(hang|moi) nam\b"), DeadlineKind.YEARLY),
    (re.compile(r"\b(thuong xuyen|lien tuc)\b"), DeadlineKind.STANDING),
)


class Deadline(Frozen):
    """What kind, on which day, and how sure of a hundred. `due_on` only with `day`."""

    kind: DeadlineKind
    due_on: date | None = None
    sure: int = 0


UNCLEAR = Deadline(DeadlineKind.OPEN)


def read_deadline(words: str, decided_on: date) -> Deadline:
    """What these words say; open and unsure where they say nothing that can be read.

    «trước 31/12/2020» is that day: whether the day itself counts, whoever confirms decides.
    """
    text = fold(words)
    again = next((kind for pattern, kind in _AGAIN if pattern.search(text)), None)
    found = _day_in(text, decided_on)
    if again is not None:
        return Deadline(again, None, 60 if found else 95)
    return found or UNCLEAR


def _day_in(text: str, decided_on: date) -> Deadline | None:
    for pattern, reads, sure in _WAYS:
        match = pattern.search(text)
        day = reads(match, decided_on) if match else None
        if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
            return Deadline(DeadlineKind.DAY, day, sure)
    return None


def _whole(match: re.Match[str], _decided_on: date) -> date | None:
    day, month, year = (int(each) for each in match.groups())
    return _fit(year, month, day)


def _end_of_quarter(match: re.Match[str], decided_on: date) -> date | None:
    quarter, year = _QUARTERS[match[1]], int(match[2] or decided_on.year)
    return _end_of_month(year, quarter * 3)


def _half(match: re.Match[str], _decided_on: date) -> date | None:
    months, part, year = int(match[1]), match[2], int(match[3])
    return _end_of_month(year, 12 if part == "cuoi" else months)


def _month(match: re.Match[str], decided_on: date) -> date | None:
    return _end_of_month(int(match[2] or decided_on.year), int(match[1]))


def _year(match: re.Match[str], _decided_on: date) -> date | None:
    return _fit(int(match[1]), 12, 31)


def _after(match: re.Match[str], decided_on: date) -> date | None:
    number, unit = int(match[1]), match[2]
    if number > 3660:
        return None
    if unit == "ngay":
        return decided_on + timedelta(days=number)
    months = decided_on.month - 1 + number * (12 if unit == "nam" else 1)
    year, month = decided_on.year + months // 12, months % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month, min(decided_on.day, monthrange(year, month)[1]))


def _end_of_month(year: int, month: int) -> date | None:
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return date(year, month, monthrange(year, month)[1])


def _fit(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_Reads = Callable[[re.Match[str], date], date | None]
_YEAR = r"(\d{4})"
_WAYS: tuple[tuple[re.Pattern[str], _Reads, int], ...] = (
    (re.compile(rf"\b(\d{{1,2}}) ?[/.-] ?(\d{{1,2}}) ?[/.-] ?{_YEAR}\b"), _whole, 95),
    (re.compile(rf"\bngay (\d{{1,2}}) thang (\d{{1,2}}) nam {_YEAR}\b"), _whole, 95),
    (
        re.compile(
            rf"\bquy (?:[iv1-4]+ ?[-–,] ?)?(iv|i{{1,3}}|[1-4])(?:,? ?[/-] ?| nam ){_YEAR}\b"
        ),
        _end_of_quarter,
        90,
    ),
    (re.compile(rf"\b(\d) thang (dau|cuoi) nam {_YEAR}\b"), _half, 85),
    (re.compile(rf"\bthang (\d{{1,2}})(?: ?[/-] ?| nam ){_YEAR}\b"), _month, 90),
    (re.compile(r"\b(?:trong|sau)(?: vong| thoi han)? (\d{1,4}) (ngay|thang|nam)\b"), _after, 60),
    (re.compile(rf"\b\d{{4}} ?[-–] ?{_YEAR}\b"), _year, 75),
    (re.compile(r"\bquy (iv|i{1,3}|[1-4])\b()"), _end_of_quarter, 50),
    (re.compile(r"\bthang (\d{1,2})\b()"), _month, 50),
    (re.compile(rf"\b(?:nam|den|het|truoc) {_YEAR}\b"), _year, 80),
    (re.compile(rf"^{_YEAR}$"), _year, 80),
)
