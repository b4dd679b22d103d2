"""The page of a comparison: lines, bars, table, and what may be chosen."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import indicators
from nentang.foundation.organizations.public import (
    search_units,
)
from nentang.foundation.portal.public import Bar, Bars, Line, Lines, Turn
from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.queries import goal_marks
from nentang.measure.dashboard.rules.comparing import (
    MOST,
    Pace,
    turn_at,
)
from nentang.measure.dashboard.rules.spans import FIRST
from nentang.measure.indicators.public import (
    Geography,
    differ,
    latest_computation,
    months,
    shown,
    symbol,
    title_of,
)

from .compare import Asked, Compared


def compare_page(found: Compared) -> dict[str, Any]:
    """The context of the page."""
    asked = found.asked
    indicator = asked.indicator
    other = Geography.NOW if asked.geography is Geography.OLD else Geography.OLD
    return {
        "asked": asked,
        "found": found,
        "title": title_of(indicator),
        "symbol": symbol(indicator.unit),
        "lines": _lines(found),
        "bars": _bars(found),
        "rows": _table(found),
        "indicators": [(each.code, title_of(each)) for each in indicators()],
        "months": _months(asked),
        "candidates": _candidates(found),
        "most": MOST,
        "is_full": len(found.places) >= MOST,
        "is_old": asked.geography is Geography.OLD,
        "other_geography": asked.url(geography=other) if differ(legal_day(asked.at)) else "",
        "csv_url": asked.url("dashboard:compare_csv", codes=_codes(found)),
        "json_url": asked.url("dashboard:compare_json", codes=_codes(found)),
        "method_url": reverse("dashboard:method", args=[indicator.code]),
        "computation": latest_computation(),
    }


def _codes(found: Compared) -> list[str]:
    return [place.unit.code for place in found.places]


def _months(asked: Asked) -> list[tuple[str, str]]:
    today = legal_day(asked.at)
    return [(f"{month:%Y-%m}", f"{month:%m/%Y}") for month in reversed(months(FIRST, today))]


def _candidates(found: Compared) -> list[tuple[str, str]]:
    """Places that answer to the words typed, with the address that adds each."""
    asked = found.asked
    if not asked.words:
        return []
    codes = _codes(found)
    units = search_units(asked.words, asked.on, limit=8)
    return [
        (unit.place, asked.url(codes=[*codes, unit.code]))
        for unit in units
        if unit.code not in codes
    ]


def _lines(found: Compared) -> Lines:
    unit = found.asked.indicator.unit
    place = turn_at(found.moments)
    return Lines(
        _("Từng năm") if found.asked.pace is Pace.YEAR else _("Từng tháng"),
        tuple(each.label for each in found.moments),
        tuple(
            Line(each.unit.full_name, tuple(shown(s.value, unit) for s in each.sums))
            for each in found.places
        ),
        unit=symbol(unit),
        turn=Turn(place, _("1/7/2025: hai cấp")) if place else None,
        column=_("Nơi, lúc"),
        note=title_of(found.asked.indicator),
    )


def _bars(found: Compared) -> Bars:
    indicator = found.asked.indicator
    marks = goal_marks(indicator, found.asked.last)
    return Bars(
        _("Cả thời gian"),
        tuple(Bar(each.unit.full_name, each.value) for each in found.places),
        unit=symbol(indicator.unit),
        mark=marks[0] if marks else None,
        maximum=100 if symbol(indicator.unit) == "%" else 0,
        column=_("Nơi"),
        note=title_of(indicator),
    )


def _table(found: Compared) -> list[tuple[str, list[float | None]]]:
    """A row a moment, a column a place; the latest first."""
    unit = found.asked.indicator.unit
    return [
        (moment.label, [shown(place.sums[n].value, unit) for place in found.places])
        for n, moment in reversed(list(enumerate(found.moments)))
    ]
