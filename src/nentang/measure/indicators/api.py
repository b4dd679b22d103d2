"""JSON: which indicators there are, and their values. Open to everyone."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from nentang.foundation.facts.public import Indicator, indicators
from nentang.kernel import clock

from .errors import TooManyMonths
from .queries import find_indicator, latest_computation, months_of, tree_on
from .rules.figures import months, twelve_months_to
from .rules.geographies import Geography, day_of
from .rules.rollup import NATION, Sum
from .schemas import IndicatorOut, MonthOut, ValuesOut

MOST_MONTHS = 120

router = Router()
Code = Annotated[str, Query(max_length=12, description="Administrative unit; empty is the nation")]


@router.get("/indicators", response=list[IndicatorOut], summary="All indicators")
def list_indicators(request: HttpRequest) -> list[Indicator]:
    """Every registered indicator with definition, formula version and source act."""
    return list(indicators())


@router.get(
    "/indicators/{code}/values", response=ValuesOut, summary="An indicator of a unit, by month"
)
def show_values(
    request: HttpRequest,
    code: str,
    unit: Code = "",
    first: date | None = None,
    last: date | None = None,
    geography: Geography = Geography.NOW,
) -> ValuesOut:
    """The months from `first` to `last` (the twelve to this one), 120 at most.

    `geography` is `cu` (units as of 30 June 2025) or `nay` (units of today).
    """
    indicator = find_indicator(code)
    today = clock.legal_day(clock.now())
    until = min(last or today, today)
    since = first or twelve_months_to(until)
    if not 0 < len(months(since, until)) <= MOST_MONTHS:
        raise TooManyMonths(most=MOST_MONTHS)
    tree = tree_on(day_of(geography, today))
    found = tree.find(unit)
    own = found.code if found else NATION
    known = months_of([code], own, first=since, last=until, tree=tree).get(code, {})
    return _out(indicator, own, tree.day, known)


def _out(indicator: Indicator, unit: str, on: date, known: dict[date, Sum]) -> ValuesOut:
    total = sum(known.values(), Sum())
    computation = latest_computation()
    return ValuesOut(
        indicator=indicator.code,
        formula_version=indicator.formula_version,
        unit_code=unit,
        geography_on=on,
        computed_at=computation.computed_at if computation else None,
        numerator=total.numerator,
        denominator=total.denominator,
        value=total.value,
        months=[
            MonthOut(
                month=month,
                numerator=counted.numerator,
                denominator=counted.denominator,
                value=counted.value,
            )
            for month, counted in known.items()
        ],
    )
