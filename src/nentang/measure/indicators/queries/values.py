"""Values of units over months, summed under the geography of a tree."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Sum as Total

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import UnitInfo
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.adapters.parquet import sums_between
from nentang.measure.indicators.errors import IndicatorNotFound
from nentang.measure.indicators.models import Computation, IndicatorValue, IndicatorValues
from nentang.measure.indicators.rules.rollup import (
    NATION,
    Cell,
    Sum,
    sum_by_month,
    sum_by_unit,
    under_geography,
    within,
)

from .trees import Tree, tree_on

FAVOURITE = "services.online"
Months = dict[date, Sum]


class Part(Frozen):
    """One unit of a ranking with its sum."""

    unit: UnitInfo
    sum: Sum


def find_indicator(code: str) -> Indicator:
    """The indicator of that code; IndicatorNotFound where none is registered."""
    found = next((each for each in indicators() if each.code == code), None)
    if found is None:
        raise IndicatorNotFound(indicator=code)
    return found


def default_indicator() -> str:
    """The code of the indicator that is shown first."""
    codes = [each.code for each in indicators()]
    return FAVOURITE if FAVOURITE in codes else codes[0]


def counted_between(
    codes: Collection[str], *, first: date, last: date
) -> dict[str, dict[str, Sum]]:
    """What each unit itself counted from one day to another, by indicator and unit; straight from the facts.

    Units are those of the facts; what lies below a unit is not in it. Codes nobody registers have nothing.
    """
    asked = [each for each in indicators() if each.code in codes]
    found: dict[str, dict[str, Sum]] = {code: {} for code in codes}
    for indicator, unit_code, counted in sums_between(asked, first, last):
        found[indicator.code][unit_code] = counted
    return found


def latest_computation() -> Computation | None:
    """When everything was last computed."""
    return Computation.objects.order_by("-id").first()


def months_of(
    codes: Collection[str], unit_code: str, *, first: date, last: date, tree: Tree
) -> dict[str, Months]:
    """The sums of a unit and all within it by indicator and month. One query."""
    values = _values(codes, unit_code, first, last, tree)
    if unit_code == NATION:
        return _of_the_nation(values)
    cells: dict[str, list[Cell]] = defaultdict(list)
    rows = values.values_list("indicator", "unit_code", "month", "numerator", "denominator")
    for code, unit, month, above, below in rows:
        cells[code].append(Cell(unit, month, above, below))
    return {
        code: sum_by_month(within(under_geography(each, tree.heir), unit_code, tree.parent))
        for code, each in cells.items()
    }


def values_of(
    codes: Collection[str], unit_code: str, *, first: date, last: date, on: date
) -> dict[str, Sum]:
    """The sum of each indicator over the months, under the geography of day `on`."""
    found = months_of(codes, unit_code, first=first, last=last, tree=tree_on(on))
    return {code: sum(found.get(code, {}).values(), Sum()) for code in codes}


def value_of(code: str, unit_code: str, *, first: date, last: date, on: date) -> Sum:
    """The sum of a unit and all within it over the months, under the geography of day `on`."""
    return values_of([code], unit_code, first=first, last=last, on=on)[code]


def parts(
    indicator: Indicator, unit_code: str, *, first: date, last: date, tree: Tree
) -> list[Part]:
    """The units directly below with their sums: best first, those without a figure last."""
    sums = sum_by_unit(_cells(indicator, unit_code, first, last, tree), tree.parent)
    found = [Part(unit, sums.get(unit.code, Sum())) for unit in tree.parts_of(unit_code)]
    sign = -1 if indicator.higher_is_better else 1
    return sorted(found, key=lambda part: (part.sum.value is None, sign * (part.sum.value or 0)))


def parts_of(code: str, unit_code: str, *, first: date, last: date, on: date) -> list[Part]:
    """The units of day `on` directly below that one, with their sums of the indicator."""
    return parts(find_indicator(code), unit_code, first=first, last=last, tree=tree_on(on))


def monthly_parts(
    indicator: Indicator, unit_code: str, *, first: date, last: date, tree: Tree
) -> list[tuple[UnitInfo | None, date, Sum]]:
    """The unit (None: the nation) and those directly below, month by month. One query."""
    by_month: dict[date, list[Cell]] = defaultdict(list)
    for cell in _cells(indicator, unit_code, first, last, tree):
        by_month[cell.month].append(cell)
    units = [tree.find(unit_code), *tree.parts_of(unit_code)]
    return [
        (unit, month, sums[code])
        for month, cells in sorted(by_month.items())
        if (sums := sum_by_unit(cells, tree.parent))
        for unit in units
        if (code := unit.code if unit else NATION) in sums
    ]


def _values(
    codes: Collection[str], unit_code: str, first: date, last: date, tree: Tree
) -> IndicatorValues:
    values = IndicatorValue.objects.of_months(first, last).filter(indicator__in=codes)
    members = tree.members(unit_code)
    return values if members is None else values.filter(unit_code__in=members)


def _cells(indicator: Indicator, unit_code: str, first: date, last: date, tree: Tree) -> list[Cell]:
    rows = _values([indicator.code], unit_code, first, last, tree)
    counted = rows.values_list("unit_code", "month", "numerator", "denominator")
    return under_geography((Cell(*row) for row in counted), tree.heir)


def _of_the_nation(values: IndicatorValues) -> dict[str, Months]:
    sums = values.values_list("indicator", "month").annotate(
        above=Total("numerator"), below=Total("denominator")
    )
    found: dict[str, Months] = defaultdict(dict)
    for code, month, above, below in sums.order_by("month"):
        found[code][month] = Sum(above, below)
    return found
