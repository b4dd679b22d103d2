"""How urgent a due date is: a tone, never shown without its word."""

from datetime import datetime, timedelta

from nentang.kernel.clock import legal_day

NEARLY_DUE = timedelta(days=2)


def due_tone(due_at: datetime, at: datetime) -> str:
    """`late` once it has passed, `wait` today and in the last two days, else `ok`."""
    if due_at < at:
        return "late"
    return "wait" if due_at - at <= NEARLY_DUE or is_today(due_at, at) else "ok"


def days_late(due_at: datetime, at: datetime) -> int:
    """Whole days in Viet Nam since the due day; 0 where it fell due today."""
    return max(0, (legal_day(at) - legal_day(due_at)).days)


def is_today(due_at: datetime, at: datetime) -> bool:
    """Whether it falls due on this day in Viet Nam."""
    return legal_day(due_at) == legal_day(at)
