"""What a panel says: a value against its goal, how it is known, why it falls short, who answers for it."""

from enum import StrEnum
from fractions import Fraction

from nentang.kernel.frozen import Frozen

NEAR = Fraction(1, 20)  # within a twentieth of the goal, as the programme has it


class Track(StrEnum):
    """How a value stands to its goal."""

    ON = "on"
    NEAR = "near"
    OFF = "off"
    UNKNOWN = "unknown"
    FREE = "free"  # nobody set a goal


class Known(StrEnum):
    """How a value is known."""

    COMPUTED = "computed"
    REPORTED = "reported"
    UNKNOWN = "unknown"


class Source(Frozen):
    """How a value is known, in words; `links` (words, address) open what it was computed from."""

    known: Known
    words: str
    links: tuple[tuple[str, str], ...] = ()


class Cause(Frozen):
    """What one place, procedure or body adds to the shortfall; less than nothing where it makes up for others."""

    label: str
    amount: Fraction
    url: str = ""
    who: str = ""


class Reasons(Frozen):
    """A shortfall cut in one way (`by` place, by procedure); the amounts add up to the whole."""

    by: str
    causes: tuple[Cause, ...]


class Finding(Frozen):
    """One line of a panel. `short` is how many `things` are missing to the goal; None where that cannot be counted.

    `lack` is how that is said (`trễ hạn`), where «missing» is not the word. `value` and `goal` are in `unit`; `reasons` cut `short`, each exactly.
    """

    title: str
    value: float | None
    goal: float | None
    unit: str
    track: Track
    source: Source
    goal_words: str = ""
    short: Fraction | None = None
    lack: str = ""
    things: str = ""
    reasons: tuple[Reasons, ...] = ()
    who: str = ""
    url: str = ""
    note: str = ""
    digits: int = 1

    @property
    def gap(self) -> float:
        """How far from the goal, as a share of it; 0 where it is reached or nothing is known."""
        if self.track not in (Track.OFF, Track.NEAR) or self.value is None or self.goal is None:
            return 0.0
        return abs(self.goal - self.value) / abs(self.goal) if self.goal else abs(self.value)


def track_of(value: float | None, goal: float | None, *, higher_is_better: bool = True) -> Track:
    """The word for a value; at the goal is on track."""
    if value is None:
        return Track.UNKNOWN
    if goal is None:
        return Track.FREE
    if value >= goal if higher_is_better else value <= goal:
        return Track.ON
    is_near = abs(Fraction(goal) - Fraction(value)) <= NEAR * abs(Fraction(goal))
    return Track.NEAR if is_near else Track.OFF


def in_order(findings: list[Finding]) -> list[Finding]:
    """The worst first, what is missing most among the equally bad."""
    return sorted(findings, key=lambda each: (-each.gap, -(each.short or 0), each.title))
