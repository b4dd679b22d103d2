"""The only place that reads the time.

Edges (views, commands, tasks) call `now()` and pass it down as `at`. Legal days are days in
Asia/Ho_Chi_Minh (no daylight saving since 1975). A demo or a test moves the clock with `use`.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

Source = Callable[[], datetime]


def _system() -> datetime:
    return datetime.now(UTC)


_source: Source = _system


def use(source: Source | None) -> Source:
    """Take the time from `source` (None: the machine's clock) and return the former source."""
    global _source
    former = _source
    _source = source or _system
    return former


def now() -> datetime:
    """The present instant, aware."""
    return _source()


def legal_day(at: datetime) -> date:
    """The day in Viet Nam at that instant."""
    return at.astimezone(VIETNAM).date()


def at_local(day: date, clock_time: time) -> datetime:
    """That clock time of that day in Viet Nam, aware."""
    return datetime.combine(day, clock_time, tzinfo=VIETNAM)
