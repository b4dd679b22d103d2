"""How what is known of a thing is cut when something else is said of some days."""

from collections.abc import Sequence
from datetime import date

from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period


class Cut(Frozen):
    """What a new saying does to those that held until now.

    `replaced` are their places in the given order; `remainders` says for which days each of them
    still holds, at most two periods for one.
    """

    replaced: tuple[int, ...]
    remainders: tuple[tuple[int, Period], ...]


def cut(holding: Sequence[Period], said: Period) -> Cut:
    """What becomes of periods that do not overlap each other when `said` is laid over them."""
    touched = [(place, period) for place, period in enumerate(holding) if period.overlaps(said)]
    return Cut(
        replaced=tuple(place for place, _ in touched),
        remainders=tuple(
            (place, rest) for place, period in touched for rest in _left_of(period, said)
        ),
    )


def _left_of(period: Period, said: Period) -> list[Period]:
    left = []
    if period.valid_from < said.valid_from:
        left.append(Period(period.valid_from, said.valid_from))
    if said.valid_to is not None and _ends_later(period, said.valid_to):
        left.append(Period(said.valid_to, period.valid_to))
    return left


def _ends_later(period: Period, day: date) -> bool:
    return period.valid_to is None or day < period.valid_to
