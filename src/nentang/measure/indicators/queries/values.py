"""Values of units over months, summed under the geography of a tree."""

from collections.abc import Collection, Iterable
from datetime import date

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import UnitInfo
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.adapters.counting import sums_between
from nentang.measure.indicators.errors import IndicatorNotFound
from nentang.measure.indicators.models import Computation
from nentang.measure.indicators.rules.rollup import NATION, Months, Sum

from .kept import months_by_unit
from .trees import Tree, tree_on

FAVOURITE = "services.online"


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
    found = months_by_unit(codes, [unit_code], first=first, last=last, tree=tree)
    return {code: months for (code, _), months in found.items()}


def values_of(
    codes: Collection[str], unit_code: str, *, first: date, last: date, on: date
) -> dict[str, Sum]:
    """The sum of each indicator over the months, under the geography of day `on`."""
    found = months_of(codes, unit_code, first=first, last=last, tree=tree_on(on))
    return {code: _whole(found.get(code, {})) for code in codes}


def value_of(code: str, unit_code: str, *, first: date, last: date, on: date) -> Sum:
    """The sum of a unit and all within it over the months, under the geography of day `on`."""
    return values_of([code], unit_code, first=first, last=last, on=on)[code]


def parts(
    indicator: Indicator, unit_code: str, *, first: date, last: date, tree: Tree
) -> list[Part]:
    """The units directly below with their sums: best first, those without a figure last. One query."""
    units = tree.parts_of(unit_code)
    known = _of(indicator, units, first, last, tree)
    found = [Part(unit, _whole(known.get(unit.code, {}))) for unit in units]
    sign = -1 if indicator.higher_is_better else 1
    return sorted(found, key=lambda part: (part.sum.value is None, sign * (part.sum.value or 0)))


def parts_of(code: str, unit_code: str, *, first: date, last: date, on: date) -> list[Part]:
    """The units of day `on` directly below that one, with their sums of the indicator."""
    return parts(find_indicator(code), unit_code, first=first, last=last, tree=tree_on(on))


def monthly_parts(
    indicator: Indicator, unit_code: str, *, first: date, last: date, tree: Tree
) -> list[tuple[UnitInfo | None, date, Sum]]:
    """The unit (None: the nation) and those directly below, month by month. One query."""
    units = [tree.find(unit_code), *tree.parts_of(unit_code)]
    known = _of(indicator, units, first, last, tree)
    rows = [
        (unit, month, counted)
        for unit in units
        for month, counted in known.get(unit.code if unit else NATION, {}).items()
    ]
    return sorted(rows, key=lambda row: row[1])


def _of(
    indicator: Indicator, units: Iterable[UnitInfo | None], first: date, last: date, tree: Tree
) -> dict[str, Months]:
    codes = [unit.code if unit else NATION for unit in units]
    found = months_by_unit([indicator.code], codes, first=first, last=last, tree=tree)
    return {unit_code: months for (_, unit_code), months in found.items()}


def _whole(months: Months) -> Sum:
    return sum(months.values(), Sum())
