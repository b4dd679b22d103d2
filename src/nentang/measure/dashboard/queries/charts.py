"""Charts of an indicator: a unit month by month, the units below it, the provinces."""

from datetime import date

from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator
from nentang.foundation.portal.public import Bar, Bars, Mark, Point, ProvinceMap, Trend
from nentang.measure.dashboard.rules.goals import goal_of
from nentang.measure.indicators.public import (
    Sum,
    months,
    months_of,
    parts_of,
    province_map,
    shown,
    symbol,
    title_of,
    tree_on,
)
from nentang.measure.programme.public import target_for

MOST_BARS = 40


def goal_marks(indicator: Indicator, day: date) -> tuple[Mark, ...]:
    """The goals of an indicator on that day: those of the Programme, or that of every case."""
    target = target_for(indicator.code, day)
    if target is not None:
        return tuple(Mark(str(year), goal) for year, goal in sorted(target.goals.items()))
    goal = goal_of(indicator.code, day)
    return (Mark(_("mốc"), goal.goal),) if goal else ()


def trend_of(
    indicator: Indicator, unit_code: str, place: str, *, first: date, last: date, on: date
) -> Trend:
    """The unit month by month; one query."""
    known = months_of([indicator.code], unit_code, first=first, last=last, tree=tree_on(on))
    by_month = known.get(indicator.code, {})
    return Trend(
        title_of(indicator),
        tuple(
            Point(f"{month:%m/%Y}", shown(by_month.get(month, Sum()).value, indicator.unit))
            for month in months(first, last)
        ),
        unit=symbol(indicator.unit),
        marks=goal_marks(indicator, last),
        column=_("Tháng"),
        note=place,
    )


def bars_of(
    indicator: Indicator, unit_code: str, place: str, *, first: date, last: date, on: date
) -> Bars:
    """The units directly below, best first; those without a figure are left out. One query and that of the tree."""
    found = parts_of(indicator.code, unit_code, first=first, last=last, on=on)
    known = [part for part in found if part.sum.value is not None]
    marks = goal_marks(indicator, last)
    unit = symbol(indicator.unit)
    return Bars(
        title_of(indicator),
        tuple(
            Bar(part.unit.full_name, shown(part.sum.value, indicator.unit))
            for part in known[:MOST_BARS]
        ),
        unit=unit,
        mark=marks[0] if marks else None,
        maximum=100 if unit == "%" else 0,
        column=_("Nơi"),
        note=place,
    )


def map_of(
    indicator: Indicator, *, first: date, last: date, on: date, chosen: str = ""
) -> ProvinceMap:
    """The provinces, without links."""
    drawn = province_map(indicator, first=first, last=last, on=on)
    return ProvinceMap(
        drawn.title,
        drawn.tiles,
        drawn.values,
        drawn.bounds,
        drawn.unit,
        drawn.digits,
        chosen=chosen,
        column=drawn.column,
    )
