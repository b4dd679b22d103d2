"""How a task stands: from its days alone, never typed."""

from datetime import date

from nentang.kernel.frozen import Frozen
from nentang.measure.tasks.enums import Standing

DONE = (Standing.DONE_IN_TIME, Standing.DONE_LATE)
OPEN = (
    Standing.NOT_DUE,
    Standing.IN_TIME,
    Standing.EXTENDED,
    Standing.RETURNED,
    Standing.LATE,
)


class Days(Frozen):
    """The days of a task, named as its columns."""

    due_on: date | None
    first_due_on: date | None
    started_on: date | None = None
    reported_on: date | None = None
    accepted_on: date | None = None
    returned_on: date | None = None


def standing(days: Days, today: date) -> Standing:
    """How it stands on that day.

    A result counts as of the day on which it was reported, however long it waits to be judged. Being late goes
    before everything but being done; being returned before being extended.
    """
    is_late = days.due_on is not None and (days.reported_on or today) > days.due_on
    if days.accepted_on is not None:
        return Standing.DONE_LATE if is_late else Standing.DONE_IN_TIME
    if is_late:
        return Standing.LATE
    if days.returned_on is not None and days.reported_on is None:
        return Standing.RETURNED
    if _is_extended(days):
        return Standing.EXTENDED
    has_begun = days.started_on is not None or days.reported_on is not None
    return Standing.IN_TIME if has_begun else Standing.NOT_DUE


def days_late(days: Days, today: date) -> int:
    """By how many days it is or was late; 0 where it is not."""
    if days.due_on is None:
        return 0
    return max(0, ((days.reported_on or today) - days.due_on).days)


def _is_extended(days: Days) -> bool:
    return (
        days.due_on is not None
        and days.first_due_on is not None
        and days.due_on > days.first_due_on
    )
