"""The table of targets with what is known of each row."""

from dataclasses import dataclass
from datetime import date

from nentang.measure.indicators.public import value_of

from .rules.standing import Standing, reported_value, standing
from .rules.targets import Known, Target, targets

PROGRAMME_BEGINS = date(2020, 6, 3)


@dataclass(frozen=True, slots=True)
class Row:
    """One target and how it stands; for a rank or share that nobody knows the value is None."""

    target: Target
    standing: Standing


def target_table(on: date, *, unit_code: str = "") -> list[Row]:
    """Every target in force on that day, computed for the unit (the nation by default).

    Computed rows count the twelve months up to that day. Reported rows exist for the nation only.
    """
    held = targets().in_force(on=max(on, PROGRAMME_BEGINS))
    return [Row(each, standing(each, _value(each, unit_code, on), on)) for each in held]


def _value(target: Target, unit_code: str, on: date) -> float | None:
    if target.known is Known.COMPUTED:
        first = date(on.year - 1, on.month % 12 + 1, 1) if on.month < 12 else date(on.year, 1, 1)
        share = value_of(target.indicator, unit_code, first=first, last=on, on=on).value
        return None if share is None else 100 * share
    return reported_value(target, on) if not unit_code else None
