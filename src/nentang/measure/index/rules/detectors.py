"""Detectors of reports that flatter. Each says what it saw; none says that anybody lied.

All thresholds are chances: how rarely an honest report would look like that.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import comb, sqrt
from statistics import median

from nentang.kernel.frozen import Frozen

RARELY = 1e-3
SLACK = 0.03  # what counting and reporting on different days may differ
FEW = 5
LEAST_ONLINE, OUTSIDE_HOURS = (
    30,
    0.25,
)  # people submit at least a quarter in evenings and at weekends
LEAST_JUMP, SURE = 0.14, 2.75


class Month(Frozen):
    """What was counted in a month: so many of so many."""

    above: float
    below: float


class Arrival(Frozen):
    """An online dossier: minutes since the year began, and whether the office was open."""

    minute: int
    in_hours: bool


class Report(Frozen):
    """What a unit claims, what it claimed a year before, and what the facts say; shares from 0 to 1."""

    unit: str
    claims: Mapping[str, float]
    last_year: Mapping[str, float]
    counted: Mapping[str, Month]
    months: Sequence[Month]
    arrivals: Sequence[Arrival]


class Finding(Frozen):
    """What a detector saw, and by which numbers."""

    detector: str
    numbers: dict[str, float]
    criteria: tuple[str, ...] = ()


Detector = Callable[[Report], Finding | None]


def findings(report: Report) -> list[Finding]:
    """Of all detectors."""
    return [found for detector in DETECTORS.values() if (found := detector(report))]


def copied_forward(report: Report) -> Finding | None:
    """Claims that are, to the digit, those of the year before; plain 0 and 1 say nothing."""
    both = [
        code for code in report.claims if code in report.last_year and _telling(report.claims[code])
    ]
    same = tuple(code for code in both if report.claims[code] == report.last_year[code])
    if len(both) < FEW or tail(len(same), len(both), 0.05) >= RARELY:
        return None
    return Finding("copied_forward", {"same": len(same), "of": len(both)}, same)


def too_round(report: Report) -> Finding | None:
    """More multiples of five percent than one in five, which whole percents would give by themselves."""
    telling = [code for code, claim in report.claims.items() if _telling(claim)]
    rounded = tuple(code for code in telling if _is_multiple(report.claims[code], 0.05))
    if len(telling) < FEW or tail(len(rounded), len(telling), 0.2) >= RARELY:
        return None
    return Finding("too_round", {"round": len(rounded), "of": len(telling)}, rounded)


def end_jump(report: Report) -> Finding | None:
    """The last month far above the others, more than counting by chance explains."""
    *before, last = report.months or [Month(0, 0)]
    known = [month for month in before if month.below >= FEW]
    if len(known) < 3 or last.below < FEW:
        return None
    shares = [month.above / month.below for month in known]
    usual, jump = median(shares), last.above / last.below - median(shares)
    by_chance = sqrt(max(usual * (1 - usual), 0.02) / last.below)
    by_habit = 1.4826 * median(abs(share - usual) for share in shares)
    sigmas = jump / sqrt(by_chance**2 + by_habit**2)
    if jump < LEAST_JUMP or sigmas < SURE:
        return None
    return Finding("end_jump", {"usual": usual, "last": usual + jump, "sigmas": sigmas})


def typed_at_counter(report: Report) -> Finding | None:
    """Online dossiers that come only while the office is open, one right after the other."""
    count = len(report.arrivals)
    if count < LEAST_ONLINE:
        return None
    outside = sum(not each.in_hours for each in report.arrivals)
    inside = sorted(each.minute for each in report.arrivals if each.in_hours)
    gaps = [later - sooner for sooner, later in pairwise(inside)]
    in_a_row = sum(gap <= 10 for gap in gaps) / max(len(gaps), 1)
    if tail(count - outside, count, 1 - OUTSIDE_HOURS) >= RARELY or in_a_row < 0.3:
        return None
    return Finding("typed_at_counter", {"outside": outside, "of": count, "in_a_row": in_a_row})


def against_facts(report: Report) -> Finding | None:
    """A claim that is higher than what was counted, by more than chance and days of difference explain."""
    higher: dict[str, float] = {}
    for code, counted in report.counted.items():
        claim = report.claims.get(code)
        if claim is None or not counted.below:
            continue
        share = counted.above / counted.below
        deviation = sqrt(max(share * (1 - share), 0.01) / counted.below)
        if claim - share > SLACK + 3 * deviation:
            higher[code] = claim - share
    if not higher:
        return None
    worst = max(higher.values())
    return Finding("against_facts", {"most": worst, "count": len(higher)}, tuple(higher))


DETECTORS: dict[str, Detector] = {
    "copied_forward": copied_forward,
    "too_round": too_round,
    "end_jump": end_jump,
    "typed_at_counter": typed_at_counter,
    "against_facts": against_facts,
}


def tail(seen: int, of: int, chance: float) -> float:
    """How probable it is to see so many or more."""
    if of > 400:  # the sum would take long, and a bell is near enough
        sigmas = (seen - 0.5 - of * chance) / sqrt(of * chance * (1 - chance))
        return 1.0 if sigmas < 0 else 0.5 * 2.718281828 ** (-0.5 * sigmas * sigmas)
    return sum(comb(of, k) * chance**k * (1 - chance) ** (of - k) for k in range(seen, of + 1))


def _telling(claim: float) -> bool:
    return 0 < claim < 1


def _is_multiple(value: float, of: float) -> bool:
    return abs(value / of - round(value / of)) < 1e-6
