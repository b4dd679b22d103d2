"""The tables of targets with what is known of each row, and one target with its outlook."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from nentang.foundation.facts.public import indicators
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import Sum, months_of, tree_on, twelve_months_to
from nentang.measure.programme.errors import TargetNotFound
from nentang.measure.programme.rules.path import Baseline
from nentang.measure.programme.rules.progress import UNKNOWN, Aim, Progress, progress
from nentang.measure.programme.rules.standing import Standing, reported_value, standing
from nentang.measure.programme.rules.targets import Known, Target, targets

from .outlook import Outlook, outlook_of
from .plans import (
    as_target,
    as_targets,
    find_plan_target,
    plan_names,
    published_targets,
    version_of,
)

PROGRAMME_BEGINS = date(2020, 6, 3)
FIRST_COUNTED = date(2015, 1, 1)
SHARES = ("percent", "%")
YEAR_OF_MONTHS = 12

Months = Mapping[date, Sum]


class Row(Frozen):
    """One target and how it stands; the value is None where nobody knows it.

    `reported_on` is the day on which the source published the value. `progress` says how fast it moves
    against how fast it has to; `target.office` answers for it.
    """

    target: Target
    standing: Standing
    reported_on: date | None = None
    progress: Progress = UNKNOWN


def targets_on(on: date) -> tuple[Target, ...]:
    """The targets in force on that day; before the Programme, those with which it began."""
    return targets().in_force(on=max(on, PROGRAMME_BEGINS))


def target_for(indicator: str, on: date) -> Target | None:
    """The target of the Programme that is measured by the indicator."""
    return next((each for each in targets_on(on) if each.indicator == indicator), None)


def target_table(
    on: date, *, unit_code: str = "", year: int | None = None, geography_on: date | None = None
) -> list[Row]:
    """Every target of the Programme in force on that day, computed for the unit (the nation by default).

    Computed rows count the twelve months up to that day, under the geography of `geography_on` (that day).
    Reported rows exist for the nation only. `year` keeps those with a goal for it, and measures them by that goal.
    """
    return _rows(targets_on(on), unit_code, on, year, geography_on)


def body_table(
    body_id: int, on: date, *, year: int | None = None, after_id: int = 0, limit: int = 50
) -> tuple[list[Row], int | None]:
    """The body's own targets, and the key of the next page; the same few queries, however many."""
    found = published_targets(body_id, after_id=after_id, limit=limit + 1)
    page = found[:limit]
    unit_code = page[0].unit_code if page else ""
    rows = _rows(as_targets(page, on), unit_code, on, year)
    return rows, page[-1].pk if len(found) > limit else None


def target_names(codes: Collection[str]) -> dict[str, str]:
    """Names of targets by their codes, in Vietnamese; one query."""
    national = {each.id: each.name_vi for each in targets().rules[-1].value}
    return {**plan_names(codes), **{code: national[code] for code in codes if code in national}}


def find_target(code: str, on: date, *, number: int | None = None) -> Target:
    """A target of the Programme or of a body's plan as it holds (or in that version); TargetNotFound."""
    for each in targets_on(on):
        if each.id == code and number is None:
            return each
    plan = find_plan_target(code)
    if plan.published is None:
        raise TargetNotFound
    return as_target(plan, version_of(plan, number or plan.published), on)


def row_of(
    target: Target, on: date, *, unit_code: str | None = None, year: int | None = None
) -> tuple[Row, Outlook]:
    """The target with its standing, progress and outlook, for its own unit or another."""
    place = target.unit_code if unit_code is None else unit_code
    codes = [target.indicator] if target.indicator else []
    months_of_all = months_of(codes, place, first=FIRST_COUNTED, last=on, tree=tree_on(on))
    counted = months_of_all.get(target.indicator, {})
    row = _row(target, counted, place, on, year)
    factor = _factor(target.indicator)
    months = {m: factor * s.value for m, s in counted.items() if s.value is not None}
    return row, outlook_of(row.target, row.standing, months, on)


def target_outlook(code: str, on: date, *, unit_code: str | None = None) -> tuple[Row, Outlook]:
    """The same by its code; TargetNotFound."""
    return row_of(find_target(code, on), on, unit_code=unit_code)


def _rows(
    held: Sequence[Target],
    unit_code: str,
    on: date,
    year: int | None,
    geography_on: date | None = None,
) -> list[Row]:
    held = [each for each in held if year is None or year in each.goals]
    codes = [each.indicator for each in held if each.indicator]
    first = twelve_months_to(on) if unit_code else FIRST_COUNTED
    tree = tree_on(geography_on or on)
    months = months_of(codes, unit_code, first=first, last=on, tree=tree)
    return [_row(each, months.get(each.indicator, {}), unit_code, on, year) for each in held]


def _row(target: Target, months: Months, unit_code: str, on: date, year: int | None) -> Row:
    day: date | None = None
    if target.known is Known.COMPUTED:
        since = twelve_months_to(on)
        recent = sum((s for month, s in months.items() if month >= since), Sum())
        value = None if recent.value is None else _factor(target.indicator) * recent.value
        base = target.baseline or _first_year(target, months)
    else:
        is_elsewhere = bool(unit_code) and unit_code != target.unit_code
        day, value = (None if is_elsewhere else reported_value(target, on)) or (None, None)
        base = target.baseline or _first_report(target)
    stands = standing(target, value, on, year)
    aim = Aim(stands.goal, stands.goal_year, target.unit, target.lower_is_better)
    return Row(target, stands, day, progress(base, value, day or on, aim))


def _first_year(target: Target, months: Months) -> Baseline | None:
    """The first twelve months that were counted, where nobody stated a baseline."""
    counted = sorted(months)[:YEAR_OF_MONTHS]
    if len(counted) < YEAR_OF_MONTHS:
        return None
    value = sum((months[month] for month in counted), Sum()).value
    last_day = (counted[-1].replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return None if value is None else Baseline(_factor(target.indicator) * value, last_day)


def _first_report(target: Target) -> Baseline | None:
    if not target.reports:
        return None
    first = min(target.reports)
    return Baseline(target.reports[first], first)


def _factor(indicator: str) -> float:
    """100 for an indicator that is a share, else 1."""
    found = next((each for each in indicators() if each.code == indicator), None)
    return 100.0 if found is not None and found.unit in SHARES else 1.0
