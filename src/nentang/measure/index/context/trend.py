"""The years of a unit, unbroken through the merger of provinces."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import UnitInfo, UnitNotFound, predecessors
from nentang.foundation.portal.public import Point, Trend
from nentang.kernel.frozen import Frozen
from nentang.measure.index.queries import computed_of, published_of
from nentang.measure.index.rules.framework import law_of, rule_for
from nentang.measure.index.rules.spans import FIRST_YEAR, YearSpan
from nentang.measure.indicators.public import tree_on

from .board import frame
from .choice import Choice


class Year(Frozen):
    """A year by the rule of that year, over today's boundaries; what was published of the old units, and their mean."""

    year: int
    rule: str
    computed: Fraction | None
    coverage: Fraction
    old: list[tuple[str, Fraction | None, int | None]]
    by_rule: Fraction | None


def trend(choice: Choice, unit_code: str) -> dict[str, Any]:
    """Every year since 2020 of the unit as it stands today; UnitNotFound."""
    unit = tree_on(choice.today).find(unit_code)
    if unit is None:
        raise UnitNotFound(code=unit_code, day=f"{choice.today:%d/%m/%Y}")
    former = _former(unit, choice)
    years = [_year(choice, unit, former, year) for year in range(FIRST_YEAR, choice.today.year + 1)]
    return {
        **frame(choice, unit),
        "years": years,
        "former": former,
        "unit_url": choice.url("index:unit", unit.code),
        "trend": Trend(
            _("Tính từ dữ liệu, điểm trên 100"),
            tuple(
                Point(str(each.year), None if each.computed is None else 100 * float(each.computed))
                for each in years
            ),
            unit="",
            column=_("Năm"),
        ),
    }


def _former(unit: UnitInfo, choice: Choice) -> list[str]:
    """Names of the units from which it was made."""
    found = predecessors(unit.code, choice.today)
    return list(dict.fromkeys(each.old.full_name for each in found)) or [unit.full_name]


def _year(choice: Choice, unit: UnitInfo, former: list[str], year: int) -> Year:
    law = law_of(choice.family)
    rule = rule_for(law, year) or law.rules[0]
    span = YearSpan(year)
    found = computed_of(rule.value, unit, span, at=choice.at, on=choice.today)
    old = [(name, *_published(choice.family, year, name)) for name in former]
    values = [value for _name, value, _rank in old if value is not None]
    whole = sum(values, Fraction(0)) / len(values) if values and len(values) == len(old) else None
    return Year(year, rule.act, found.whole.share, found.whole.coverage, old, whole)


def _published(family: str, year: int, name: str) -> tuple[Fraction | None, int | None]:
    found = [each for each in published_of(family, year, name) if each.indicator == "DTI"]
    return (found[0].value, found[0].rank) if found else (None, None)
