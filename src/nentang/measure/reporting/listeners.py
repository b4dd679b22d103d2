"""What reporting does when something happened, and by itself: open, remind, add up, count."""

from datetime import datetime

from nentang.foundation.outbox.public import every, listen

from .actions import (
    add_up_sums,
    climb_ladder,
    count_regimes,
    mark_sum,
    open_reports,
    tell_of_return,
)
from .events import ReportFiled, ReportReturned, ReportTakenIn


@listen(ReportFiled, "reporting.mark_filed")
def mark_filed(event: ReportFiled, *, at: datetime) -> None:
    """What was filed changes the sum above it."""
    mark_sum(code=event.code, at=at)


@listen(ReportTakenIn, "reporting.mark_taken_in")
def mark_taken_in(event: ReportTakenIn, *, at: datetime) -> None:
    """How many were taken in stands beside the sum."""
    mark_sum(code=event.code, at=at)


@listen(ReportReturned, "reporting.mark_returned")
def mark_returned(event: ReportReturned, *, at: datetime) -> None:
    """What was returned counts no more."""
    mark_sum(code=event.code, at=at)


@listen(ReportReturned, "reporting.tell_of_return")
def tell_who_filed(event: ReportReturned, *, at: datetime) -> None:
    """Whoever filed it hears that it was returned."""
    tell_of_return(code=event.code, at=at)


@every(600, "reporting.open_reports")
def open_what_is_closed(*, at: datetime) -> None:
    """Periods whose figures are closed are opened for filling in."""
    open_reports(at=at)


@every(300, "reporting.climb_ladder")
def remind(*, at: datetime) -> None:
    """Whoever has to file hears of it."""
    climb_ladder(at=at)


@every(15, "reporting.add_up_sums")
def add_up(*, at: datetime) -> None:
    """Sums follow what is filed."""
    add_up_sums(at=at)


@every(24 * 3600, "reporting.count_regimes")
def count(*, at: datetime) -> None:
    """Which regimes are connected, as a fact a day."""
    count_regimes(at=at)
