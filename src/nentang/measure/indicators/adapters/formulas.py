"""Definitions of indicators as SQL, made once for each engine: composing it takes longer than running it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import Indicator, forms

if TYPE_CHECKING:
    import ibis

EXACT = "decimal(38, 9)"  # sums of floats depend on their order, those of decimals do not
PLACES = "places"
PLACES_FORM = {
    "geography": "string",
    "counted_by": "string",
    "within": "string",
    "since": "date",
    "until": "date",
}
COUNTED = ("numerator", "denominator")
MONTHS = range(1, 13)


@lru_cache(maxsize=256)
def yearly_sql(group: tuple[Indicator, ...], dialect: str) -> str:
    """By indicator, geography, unit and year: twelve numerators, then twelve denominators.

    It asks for the facts of the indicators and for `PLACES`.
    """
    import ibis  # noqa: PLC0415 - heavy

    places, facts = ibis.table(PLACES_FORM, name=PLACES), forms()
    columns = ("indicator", "unit_code", "month", *COUNTED)
    monthly = [
        by_month(each, facts).mutate(indicator=ibis.literal(each.code)).select(columns)
        for each in group
    ]
    told = _told_everywhere(ibis.union(*monthly) if monthly[1:] else monthly[0], places)
    return str(ibis.to_sql(_by_year(told), dialect=dialect))


def by_month(indicator: Indicator, facts: "Mapping[str, ibis.Table]") -> "ibis.Table":
    """What every unit counted in every month, exactly.

    The definition groups by unit and day: given the first of its month as the day of each fact, it
    counts by month, and a thirtieth of the groups.
    """
    months = {name: _in_months(facts[name]) for name in indicator.facts}
    counted = indicator.expression(months)
    return _summed(counted.rename(month="day"), "unit_code", "month")


def by_unit(daily: "ibis.Table") -> "ibis.Table":
    """What each unit counted on all days together."""
    return _as_floats(_summed(daily, "unit_code"))


def _in_months(facts: "ibis.Table") -> "ibis.Table":
    return facts.mutate(day=facts.day.truncate("M").cast("date"))


def _summed(counted: "ibis.Table", *keys: str) -> "ibis.Table":
    return counted.group_by(*keys).aggregate(
        **{name: counted[name].cast(EXACT).sum() for name in COUNTED}
    )


def _as_floats(summed: "ibis.Table") -> "ibis.Table":
    return summed.mutate(**{name: summed[name].cast("float64").fill_null(0.0) for name in COUNTED})


def _told_everywhere(monthly: "ibis.Table", places: "ibis.Table") -> "ibis.Table":
    """What each unit counted itself, what lies within each unit of each geography, and the nation in each."""
    import ibis  # noqa: PLC0415 - heavy

    lies = [
        monthly.unit_code == places.counted_by,
        monthly.month >= places.since,
        monthly.month < places.until,
    ]
    located = monthly.join(places, lies).drop("unit_code").rename(unit_code="within")
    inside = _summed(located, "indicator", "geography", "unit_code", "month")
    geographies = places.select("geography").distinct()
    whole = _summed(monthly, "indicator", "month")
    nation = whole.cross_join(geographies).mutate(unit_code=ibis.literal(""))
    own = monthly.mutate(geography=ibis.literal(""))
    columns = ("indicator", "geography", "unit_code", "month", *COUNTED)
    return _as_floats(ibis.union(*(each.select(columns) for each in (own, inside, nation))))


def _by_year(monthly: "ibis.Table") -> "ibis.Table":
    """Each month in a column of its own."""
    number = monthly.month.month()
    amounts = {
        f"{name}_{month}": monthly[name].sum(where=number == month).fill_null(0.0)
        for name in COUNTED
        for month in MONTHS
    }
    year = monthly.month.year()
    return monthly.group_by("indicator", "geography", "unit_code", year=year).aggregate(**amounts)
