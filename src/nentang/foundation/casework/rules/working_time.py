"""The working-time clock: minutes in which offices work, in Asia/Ho_Chi_Minh.

Minutes worked before each day are summed once, so every question costs a few look-ups. Days after
the last announced year count every Monday to Friday but the fixed public holidays.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.clock import VIETNAM
from nentang.kernel.law import load_law

LAW = Path(__file__).parents[1] / "law"
FIRST_DAY = date(2015, 1, 1)
LAST_DAY = date(2045, 12, 31)
FIXED_HOLIDAYS = {(1, 1), (4, 30), (5, 1), (9, 2)}


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes of the day in which offices work, and until when a dossier counts for the day."""

    windows: tuple[tuple[int, int], ...]
    received_until: int

    @property
    def day_minutes(self) -> int:
        """Working minutes of a whole day."""
        return sum(end - begin for begin, end in self.windows)

    def worked_until(self, minute: int) -> int:
        """Working minutes of a day before that minute."""
        return sum(max(0, min(minute, end) - begin) for begin, end in self.windows)

    def minute_after(self, worked: int) -> int:
        """The minute of the day by which so many working minutes are over."""
        for begin, end in self.windows:
            if worked <= end - begin:
                return begin + worked
            worked -= end - begin
        return self.windows[-1][1]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hours of a day, and working minutes before each day since FIRST_DAY."""

    hours: Hours
    before: tuple[int, ...]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on that day."""
        at = (day - FIRST_DAY).days
        return self.before[at + 1] > self.before[at]

    def minutes_until(self, at: datetime) -> int:
        """Working minutes from FIRST_DAY until the instant (seconds are dropped)."""
        local = at.astimezone(VIETNAM)
        index = (local.date() - FIRST_DAY).days
        whole = self.before[index]
        if self.before[index + 1] == whole:
            return whole
        return whole + self.hours.worked_until(local.hour * 60 + local.minute)

    def instant_of(self, minutes: int) -> datetime:
        """The earliest instant by which so many working minutes since FIRST_DAY are over."""
        index = max(bisect_right(self.before, minutes - 1) - 1, 0)
        minute = self.hours.minute_after(minutes - self.before[index])
        return _local(FIRST_DAY + timedelta(days=index), minute)

    def next_working_day(self, day: date) -> date:
        """The first working day after that day."""
        day += timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day


def working_minutes(start: datetime, end: datetime) -> int:
    """Working minutes from one instant to a later one; 0 where it is not later."""
    return max(0, calendar().minutes_until(end) - calendar().minutes_until(start))


def add_working_minutes(start: datetime, minutes: int) -> datetime:
    """The earliest instant with so many working minutes since `start`."""
    return calendar().instant_of(calendar().minutes_until(start) + minutes)


def clock_start(received_at: datetime) -> datetime:
    """When the time of a dossier begins: at reception, or at the next working day's opening.

    Received after 15:00, or on a day off, counts from the next working day (Decree
    61/2018/NĐ-CP article 17 and following).
    """
    local = received_at.astimezone(VIETNAM)
    opening, minute = calendar().hours.windows[0][0], local.hour * 60 + local.minute
    if not calendar().is_working_day(local.date()) or minute >= calendar().hours.received_until:
        return _local(calendar().next_working_day(local.date()), opening)
    return max(received_at, _local(local.date(), opening))


def due_for(
    received_at: datetime, *, working_days: int | None = None, same_day: bool = False
) -> datetime | None:
    """When the result is due: the end of the counted day, or so many working days later."""
    start = clock_start(received_at)
    if same_day:
        return _local(start.astimezone(VIETNAM).date(), calendar().hours.windows[-1][1])
    if working_days is None:
        return None
    return add_working_minutes(start, working_days * calendar().hours.day_minutes)


@cache
def calendar() -> Calendar:
    """The calendar of the law files; the present hours hold for all years."""
    hours = load_law(LAW / "working_hours.yaml", _hours).rules[-1].value
    off, worked = _announced()
    before, total = [0], 0
    for offset in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=offset)
        total += hours.day_minutes * _is_worked(day, off, worked)
        before.append(total)
    return Calendar(hours, tuple(before))


def _announced() -> tuple[frozenset[date], frozenset[date]]:
    years = [rule.value for rule in load_law(LAW / "holidays.yaml", dict).rules]
    off = frozenset(day for year in years for day in year["days_off"])
    return off, frozenset(day for year in years for day in year["days_worked"])


def _is_worked(day: date, off: frozenset[date], worked: frozenset[date]) -> bool:
    if day in worked:
        return True
    return day.weekday() < 5 and day not in off and (day.month, day.day) not in FIXED_HOLIDAYS


def _hours(value: Mapping[str, Any]) -> Hours:
    windows = tuple((_minute(begin), _minute(end)) for begin, end in value["windows"])
    return Hours(windows, _minute(value["received_until"]))


def _minute(text: str) -> int:
    clock_time = time.fromisoformat(text)
    return clock_time.hour * 60 + clock_time.minute


def _local(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), VIETNAM).astimezone(UTC)
