"""The table of targets with what is known of each row."""

from collections.abc import Iterable
from datetime import date

from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import twelve_months_to, values_of

from .rules.standing import Standing, reported_value, standing
from .rules.targets import Known, Target, targets

PROGRAMME_BEGINS = date(2020, 6, 3)


class Row(Frozen):
    """One target and how it stands; the value is None where nobody knows it.

    `reported_on` is the day on which the source published the value.
    """

    target: Target
    standing: Standing
    reported_on: date | None = None


def targets_on(on: date) -> tuple[Target, ...]:
    """The targets in force on that day; before the Programme, those with which it began."""
    return targets().in_force(on=max(on, PROGRAMME_BEGINS))


def target_for(indicator: str, on: date) -> Target | None:
    """The target that is measured by the indicator."""
    return next((each for each in targets_on(on) if each.indicator == indicator), None)


def target_table(on: date, *, unit_code: str = "", geography_on: date | None = None) -> list[Row]:
    """Every target in force on that day, computed for the unit (the nation by default).

    Computed rows count the twelve months up to that day, under the geography of `geography_on` (that day).
    Reported rows exist for the nation only.
    """
    held = targets_on(on)
    computed = _computed(held, unit_code, on, geography_on or on)
    return [_row(each, computed, unit_code, on) for each in held]


def _row(target: Target, computed: dict[str, float | None], unit_code: str, on: date) -> Row:
    if target.known is Known.COMPUTED:
        return Row(target, standing(target, computed[target.indicator], on))
    report = None if unit_code else reported_value(target, on)
    day, value = report or (None, None)
    return Row(target, standing(target, value, on), day)


def _computed(
    held: Iterable[Target], unit_code: str, on: date, geography_on: date
) -> dict[str, float | None]:
    """Percents by indicator."""
    codes = [each.indicator for each in held if each.indicator]
    first = twelve_months_to(on)
    sums = values_of(codes, unit_code, first=first, last=on, on=geography_on)
    return {
        code: None if counted.value is None else 100 * counted.value
        for code, counted in sums.items()
    }
