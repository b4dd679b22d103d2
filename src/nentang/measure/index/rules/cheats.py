"""A country of invented reports, most of them honest, with cheats planted in it: what detectors are measured on."""

import random
from collections.abc import Callable

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen

from .detectors import Arrival, Month, Report

CRITERIA = tuple(f"c{number:02}" for number in range(1, 25))
COUNTED = CRITERIA[:8]
CHEATS_SHARE = 0.08
DAY, OPENS, CLOSES, NOON, AFTER_NOON = 1440, 450, 1020, 690, 780


class Planted(Frozen):
    """A report and the cheats in it; an honest one has none."""

    report: Report
    cheats: frozenset[str]


def plant(*, units: int, seed: int) -> list[Planted]:
    """The same for the same seed. Of each kind about one unit in twelve cheats; a few in two ways."""
    dice = random.Random(seed)  # noqa: S311 - a rehearsal, not a secret
    return [_unit(f"u{number:04}", dice) for number in range(units)]


def _unit(name: str, dice: random.Random) -> Planted:
    report = _honest(name, dice)
    cheats = frozenset(kind for kind in CHEATS if dice.random() < CHEATS_SHARE)
    for kind in sorted(cheats):
        report = CHEATS[kind](report, dice)
    return Planted(report, cheats)


def _honest(name: str, dice: random.Random) -> Report:
    """What honest bodies do all the same: whole percents, small numbers, a real campaign in autumn."""
    level = dice.betavariate(5, 3)
    digits = 2 if dice.random() < 0.5 else 4
    truth = {code: min(0.99, max(0.01, dice.gauss(level, 0.15))) for code in CRITERIA}
    counted = {code: _drawn(truth[code], dice.randint(20, 900), dice) for code in COUNTED}
    claims = {code: round(truth[code], digits) for code in CRITERIA}
    claims |= {code: round(month.above / month.below, 4) for code, month in counted.items()}
    last_year = {
        code: round(min(0.99, max(0.0, truth[code] - dice.gauss(0.05, 0.06))), digits)
        for code in CRITERIA
    }
    return Report(name, claims, last_year, counted, _months(level, dice), _arrivals(dice))


def _drawn(share: float, below: int, dice: random.Random) -> Month:
    return Month(sum(dice.random() < share for _ in range(below)), below)


def _months(level: float, dice: random.Random) -> list[Month]:
    """A year that rises slowly; in one of five from the autumn on, honestly."""
    campaign = dice.random() < 0.2
    found = []
    for month in range(12):
        share = level * (0.85 + 0.012 * month) + (0.08 if campaign and month > 7 else 0)
        noisy = min(0.99, max(0.01, share + dice.gauss(0, 0.02)))
        found.append(_drawn(noisy, dice.randint(8, 120), dice))
    return found


def _arrivals(dice: random.Random) -> list[Arrival]:
    """People at home: two in five in evenings and at weekends, more or less from place to place."""
    outside = min(0.7, max(0.2, dice.gauss(0.4, 0.08)))
    return sorted(
        (_arrival(dice, outside) for _ in range(dice.randint(10, 400))),
        key=lambda each: each.minute,
    )


def _arrival(dice: random.Random, outside: float) -> Arrival:
    day = dice.randrange(365)
    if dice.random() < outside:
        return Arrival(
            day * DAY + dice.choice((dice.randrange(0, OPENS), dice.randrange(CLOSES, DAY))), False
        )
    return Arrival(day * DAY + _open_minute(dice), True)


def _open_minute(dice: random.Random) -> int:
    minute = dice.randrange(OPENS, CLOSES - (AFTER_NOON - NOON))
    return minute if minute < NOON else minute + AFTER_NOON - NOON


def _copy(report: Report, dice: random.Random) -> Report:
    """Most claims are those of last year."""
    kept = {code: claim for code, claim in report.last_year.items() if dice.random() < 0.7}
    return replace(report, claims={**report.claims, **kept})


def _round_up(report: Report, dice: random.Random) -> Report:
    """Most claims rounded up to the next five percent."""
    rounded = {
        code: min(1.0, round((int(claim * 20) + 1) / 20, 2))
        for code, claim in report.claims.items()
        if dice.random() < 0.75
    }
    return replace(report, claims={**report.claims, **rounded})


def _jump(report: Report, dice: random.Random) -> Report:
    """December as it should have been all year."""
    *before, last = report.months
    share = min(0.99, last.above / last.below + dice.uniform(0.15, 0.45))
    return replace(report, months=[*before, _drawn(share, max(int(last.below), 40), dice)])


def _type_in(report: Report, dice: random.Random) -> Report:
    """The counter types paper dossiers into the portal, a pile at a time, on some days."""
    typed = []
    for _pile in range(dice.randint(6, 20)):
        minute = dice.randrange(365) * DAY + _open_minute(dice)
        for _dossier in range(dice.randint(8, 30)):
            minute += dice.randint(2, 9)
            typed.append(Arrival(minute, True))
    kept = [each for each in report.arrivals if dice.random() < 0.25]
    return replace(report, arrivals=sorted([*kept, *typed], key=lambda each: each.minute))


def _claim_more(report: Report, dice: random.Random) -> Report:
    """Some of what is counted is claimed higher."""
    lies = dice.sample(COUNTED, dice.randint(2, 4))
    raised = {code: min(1.0, report.claims[code] + dice.uniform(0.08, 0.3)) for code in lies}
    return replace(report, claims={**report.claims, **raised})


CHEATS: dict[str, Callable[[Report, random.Random], Report]] = {
    "copied_forward": _copy,
    "too_round": _round_up,
    "end_jump": _jump,
    "typed_at_counter": _type_in,
    "against_facts": _claim_more,
}
