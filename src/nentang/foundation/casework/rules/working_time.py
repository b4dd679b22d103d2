"""The working-time clock: minutes in which offices work, in Asia/Ho_Chi_Minh.

Working minutes before each day are summed once, so a question costs two look-ups. Years for which
nothing is announced yet count every weekday but the fixed holidays.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import accumulate

from nentang.kernel.clock import VIETNAM, at_local, legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import NothingInForce

from .office_days import FIRST_DAY, LAST_DAY, Hours, hours_of_days, received_until

WORKING_DAY = 480
"""Minutes of a working day in law: eight hours (Decision 188/1999/QĐ-TTg article 1)."""

_MINUTE = timedelta(minutes=1)
_MINUTES_OF_DAY = 1440
_ORIGIN = at_local(FIRST_DAY, time()).astimezone(UTC)


class Calendar(Frozen):
    """The hours of each day since FIRST_DAY, and the working minutes before it."""

    hours: tuple[Hours, ...]
    before: Sequence[int]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on that day."""
        return bool(self._hours_on(day).windows)

    def minutes_until(self, at: datetime) -> int:
        """Working minutes from FIRST_DAY until the instant; begun minutes are dropped."""
        index, minute = divmod((at - _ORIGIN) // _MINUTE, _MINUTES_OF_DAY)
        if not 0 <= index < len(self.hours):
            raise _outside(legal_day(at))
        return self.before[index] + self.hours[index].worked[minute]

    def instant_of(self, minutes: int) -> datetime:
        """The earliest instant by which so many working minutes since FIRST_DAY are over."""
        index = max(bisect_left(self.before, minutes) - 1, 0)
        if index >= len(self.hours):
            raise _outside(LAST_DAY)
        minute = bisect_left(self.hours[index].worked, minutes - self.before[index])
        return _instant(index, minute)

    def opening(self, day: date) -> datetime:
        """When offices open on that working day."""
        return _instant(_index(day), self._hours_on(day).windows[0][0])

    def closing(self, day: date) -> datetime:
        """When offices close on that working day."""
        return _instant(_index(day), self._hours_on(day).windows[-1][1])

    def next_working_day(self, day: date) -> date:
        """The first working day after that day."""
        day += timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def _hours_on(self, day: date) -> Hours:
        index = _index(day)
        if not 0 <= index < len(self.hours):
            raise _outside(day)
        return self.hours[index]


def working_minutes(start: datetime, end: datetime) -> int:
    """Working minutes from one instant to a later one; 0 where it is not later."""
    table = calendar()
    return max(0, table.minutes_until(end) - table.minutes_until(start))


def add_working_minutes(start: datetime, minutes: int) -> datetime:
    """The earliest instant, not before `start`, with so many working minutes since then."""
    table = calendar()
    return max(start, table.instant_of(table.minutes_until(start) + minutes))


def clock_start(received_at: datetime) -> datetime:
    """When the time of a dossier begins: at reception, or at the next working day's opening.

    Received after 15:00, or on a day off, counts from the next working day (Decree
    61/2018/NĐ-CP article 17). Raises NothingInForce before that decree.
    """
    table, local = calendar(), received_at.astimezone(VIETNAM)
    day = local.date()
    if not table.is_working_day(day) or local.time() > received_until(day):
        return table.opening(table.next_working_day(day))
    return max(received_at, table.opening(day))


def due_for(
    received_at: datetime, *, working_days: int | None = None, same_day: bool = False
) -> datetime | None:
    """When the result is due: the end of the counted day, or so many working days later.

    None where the law names no deadline.
    """
    start = clock_start(received_at)
    if same_day:
        return calendar().closing(legal_day(start))
    return None if working_days is None else add_working_minutes(start, working_days * WORKING_DAY)


@cache
def calendar() -> Calendar:
    """The calendar of the law files."""
    hours = hours_of_days()
    return Calendar(hours, tuple(accumulate((each.worked[-1] for each in hours), initial=0)))


def _index(day: date) -> int:
    return (day - FIRST_DAY).days


def _instant(index: int, minute: int) -> datetime:
    return _ORIGIN + (index * _MINUTES_OF_DAY + minute) * _MINUTE


def _outside(day: date) -> NothingInForce:
    return NothingInForce(title="Giờ làm việc của cơ quan hành chính", day=day.isoformat())
