"""The months of units as they are kept: their own, and with all within them under a geography."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from nentang.measure.indicators.models import IndicatorYear, IndicatorYears
from nentang.measure.indicators.rules.rollup import (
    NATION,
    Cell,
    Months,
    lineage,
    sum_by_month,
)
from nentang.measure.indicators.rules.years import unpacked

from .trees import Tree

OWN = ""
Counted = dict[tuple[str, str], Months]


def months_by_unit(
    codes: Collection[str], units: Collection[str], *, first: date, last: date, tree: Tree
) -> Counted:
    """The sums of each of the units, with all within it, by indicator and unit. One query.

    Two where the geography is not one whose sums are kept.
    """
    years = IndicatorYear.objects.told(codes, [OWN, tree.name]).between(first, last)
    cells: dict[tuple[str, str], dict[str, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for code, geography, cell in _cells(years.filter(unit_code__in=units), first, last):
        cells[code, cell.unit_code][geography].append(cell)
    gathering = {each for each in units if each in tree.gathering or each == NATION}
    if gathering and not any(tree.name in each for each in cells.values()):
        return _added_up(codes, units, first, last, tree)
    return {
        key: sum_by_month(each[told])
        for key, each in cells.items()
        if (told := tree.name if key[1] in gathering else OWN) in each
    }


def _added_up(
    codes: Collection[str], units: Collection[str], first: date, last: date, tree: Tree
) -> Counted:
    """The same from what every unit counted itself."""
    own = IndicatorYear.objects.told(codes, [OWN]).between(first, last)
    members = [tree.members(each) for each in units]
    if None not in members:
        own = own.filter(unit_code__in={code for each in members for code in each or ()})
    asked, cells = set(units), defaultdict(list)
    for code, _, cell in _cells(own, first, last):
        heir = tree.heir(cell.unit_code, cell.month)
        for within in asked.intersection(lineage(heir, tree.parent)):
            cells[code, within].append(cell)
    return {key: sum_by_month(each) for key, each in cells.items()}


def _cells(years: IndicatorYears, first: date, last: date) -> Iterator[tuple[str, str, Cell]]:
    """Indicator, geography and what was counted, of each month that counted anything."""
    since = first.replace(day=1)
    rows = years.values_list(
        "indicator", "geography", "unit_code", "year", "numerators", "denominators"
    )
    for code, geography, unit, year, above, below in rows.iterator():
        for number, amounts in enumerate(zip(unpacked(above), unpacked(below), strict=True), 1):
            month = date(year, number, 1)
            if any(amounts) and since <= month <= last:
                yield code, geography, Cell(unit, month, *amounts)
