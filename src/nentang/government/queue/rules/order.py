"""Who is called next.

Two lines: those with priority and the others. In each, whoever waits longest goes first, whatever the
matter, so that a crowded matter cannot hold up a quiet one. Priority goes first, but after so many in
a row at a window somebody without is called, if anybody waits: with `k` others before them, a person
without priority is called by one window within `(k + 1) * (in_a_row + 1)` of its calls.
"""

from typing import TypeVar

T = TypeVar("T")


def whom_to_call(*, priority: T | None, other: T | None, streak: int, in_a_row: int) -> T | None:
    """One of the two who wait longest; `streak` of the last calls went to priority in a row."""
    if priority is None or (other is not None and streak >= in_a_row):
        return other
    return priority


def streak_after(streak: int, *, is_priority: bool) -> int:
    """The streak after that call."""
    return streak + 1 if is_priority else 0


def people_ahead(
    *, is_priority: bool, priority_before: int, others_before: int, priority: int, in_a_row: int
) -> int:
    """How many are called before somebody: those before them in their line, and who slips in between.

    `priority` counts all who wait with priority; for somebody with priority, `others_before` is
    everybody without.
    """
    if is_priority:
        return priority_before + min(others_before, priority_before // in_a_row)
    return others_before + min(priority, in_a_row * (others_before + 1))
