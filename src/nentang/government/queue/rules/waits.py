"""How long people wait: an estimate beforehand, figures afterwards."""

from collections.abc import Iterable, Sequence
from math import ceil
from statistics import median

from nentang.kernel.frozen import Frozen

ROUNDED_TO = 5
LEAST_SERVED = 5


class Visit(Frozen):
    """One number of a day in whole minutes; None for what did not happen."""

    state: str
    waited: int | None
    served: int | None
    matter_id: int
    window_id: int | None


class Figures(Frozen):
    """What some visits add up to; waits are None where nobody was called."""

    tickets: int
    served: int
    missed: int
    left: int
    median_wait: float | None
    longest_wait: int | None
    within_promise: float | None


def figures(visits: Iterable[Visit], *, promised_minutes: int) -> Figures:
    """The sums of those visits, and the share of the called who waited no longer than promised."""
    known = list(visits)
    states = [each.state for each in known]
    waits = [each.waited for each in known if each.waited is not None]
    kept = sum(wait <= promised_minutes for wait in waits)
    return Figures(
        tickets=len(known),
        served=states.count("done"),
        missed=states.count("missed"),
        left=states.count("left") + states.count("lapsed"),
        median_wait=float(median(waits)) if waits else None,
        longest_wait=max(waits, default=None),
        within_promise=kept / len(waits) if waits else None,
    )


def estimated_minutes(*, ahead: int, windows: int, minutes_each: float) -> int | None:
    """Minutes until one's turn, rounded up to five; 0 where nobody is ahead, None without windows."""
    if not windows:
        return None
    return ceil(ahead / windows * minutes_each / ROUNDED_TO) * ROUNDED_TO


def minutes_each(served: Sequence[float], *, usual: int) -> float:
    """What one visit takes: the median of the day once five are over, until then what is usual."""
    return max(1.0, float(median(served))) if len(served) >= LEAST_SERVED else float(usual)
