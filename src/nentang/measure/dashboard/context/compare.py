"""Two to six places over an indicator: lines, bars, table, ranks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import (
    UnitInfo,
    UnitNotFound,
    predecessors,
    search_units,
)
from nentang.foundation.portal.public import Bar, Bars, Line, Lines, Turn
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.queries import goal_marks
from nentang.measure.dashboard.rules.comparing import (
    LEAST,
    MOST,
    TWO_LEVELS,
    Moment,
    Pace,
    moments,
    ranks,
    turn_at,
)
from nentang.measure.dashboard.rules.spans import FIRST, last_day, month_before, month_named
from nentang.measure.indicators.public import (
    Geography,
    Sum,
    Tree,
    day_of,
    default_indicator,
    differ,
    find_indicator,
    latest_computation,
    months,
    months_of,
    parts_of,
    shown,
    symbol,
    title_of,
    tree_on,
)

LONGEST_CODE, LONGEST_WORDS, MOST_MONTHS, USUAL_MONTHS = 12, 60, 120, 24


class Asked(Frozen):
    """What the address asks for."""

    indicator: Indicator
    codes: tuple[str, ...]
    first: date
    last: date
    pace: Pace
    geography: Geography
    at: datetime
    words: str = ""

    @property
    def on(self) -> date:
        """The day whose units are compared."""
        return day_of(self.geography, legal_day(self.at))

    def url(self, name: str = "dashboard:compare", **changes: Any) -> str:
        """A page of the choice, changed so; `codes` may be others."""
        pairs = [("chi-so", self.indicator.code)]
        pairs += [("noi", code) for code in changes.get("codes", self.codes)]
        pairs += [("tu", f"{self.first:%Y-%m}"), ("den", f"{self.last:%Y-%m}")]
        pairs += [("theo", self.pace.value)] if self.pace is Pace.YEAR else []
        geography = changes.get("geography", self.geography)
        pairs += [("dia-gioi", geography.value)] if geography is Geography.OLD else []
        return f"{reverse(name)}?{urlencode(pairs)}"


class Place(Frozen):
    """A place with its sums by moment, the whole, its place among the compared and among its like."""

    unit: UnitInfo
    sums: tuple[Sum, ...]
    whole: Sum
    value: float | None
    rank: int | None
    among: tuple[int, int] | None
    without_url: str
    made_of: tuple[str, ...]


class Compared(Frozen):
    """All of it."""

    asked: Asked
    moments: tuple[Moment, ...]
    places: tuple[Place, ...]


def asked_of(words: Mapping[str, str], codes: Sequence[str], at: datetime) -> Asked:
    """The choice in the words of an address; IndicatorNotFound for an indicator nobody registers."""
    today = legal_day(at)
    until = month_named(words.get("den", ""), today) or today.replace(day=1)
    since = month_named(words.get("tu", ""), until) or month_before(until, USUAL_MONTHS - 1)
    since = max(since, FIRST, month_before(until, MOST_MONTHS - 1))
    geography = words.get("dia-gioi", "")
    return Asked(
        indicator=find_indicator(words.get("chi-so") or default_indicator()),
        codes=tuple(dict.fromkeys(code[:LONGEST_CODE] for code in codes if code))[:MOST],
        first=min(since, until),
        last=min(last_day(until), today),
        pace=Pace.YEAR if words.get("theo") == Pace.YEAR else Pace.MONTH,
        geography=Geography(geography) if geography in set(Geography) else Geography.NOW,
        at=at,
        words=words.get("them", "")[:LONGEST_WORDS],
    )


def compared(asked: Asked) -> Compared:
    """The places asked for, as they are under the geography; those that never were are left out."""
    tree = tree_on(asked.on)
    units = _units(asked, tree)
    found = tuple(moments(months(asked.first, asked.last), asked.pace))
    by_month = {unit.code: _monthly(asked, unit, tree) for unit in units}
    wholes = {code: sum(each.values(), Sum()) for code, each in by_month.items()}
    values = {code: shown(each.value, asked.indicator.unit) for code, each in wholes.items()}
    higher = asked.indicator.higher_is_better
    among = _among(asked, units)
    codes = [unit.code for unit in units]
    own = ranks(values, higher_is_better=higher)
    places = tuple(
        Place(
            unit=unit,
            sums=tuple(_sum(by_month[unit.code], each) for each in found),
            whole=wholes[unit.code],
            value=values[unit.code],
            rank=own.get(unit.code),
            among=among.get(unit.code),
            without_url=asked.url(codes=[code for code in codes if code != unit.code]),
            made_of=_made_of(unit, asked),
        )
        for unit in units
    )
    return Compared(asked, found, places)


def _units(asked: Asked, tree: Tree) -> list[UnitInfo]:
    found = [unit for code in asked.codes if (unit := _find(tree, code))]
    known = {unit.code: unit for unit in found}
    if not known:
        known = {unit.code: unit for unit in _usual(asked)}
    return list(known.values())[:MOST]


def _find(tree: Tree, code: str) -> UnitInfo | None:
    try:
        return tree.find(code)
    except UnitNotFound:
        return None


def _usual(asked: Asked) -> list[UnitInfo]:
    """The best two and the last two provinces of which something is known; else the first two."""
    found = parts_of(asked.indicator.code, "", first=asked.first, last=asked.last, on=asked.on)
    known = [part.unit for part in found if part.sum.value is not None]
    return [*known[:2], *known[2:][-2:]] if len(known) >= LEAST else [p.unit for p in found[:LEAST]]


def _monthly(asked: Asked, unit: UnitInfo, tree: Tree) -> dict[date, Sum]:
    code = asked.indicator.code
    known = months_of([code], unit.code, first=asked.first, last=asked.last, tree=tree)
    return known.get(code, {})


def _sum(by_month: Mapping[date, Sum], moment: Moment) -> Sum:
    return sum((by_month[month] for month in moment.months if month in by_month), Sum())


def _among(asked: Asked, units: Sequence[UnitInfo]) -> dict[str, tuple[int, int]]:
    """Place and number of those known among all with the same parent; one query a parent."""
    found: dict[str, tuple[int, int]] = {}
    for parent in dict.fromkeys(unit.parent_code for unit in units):
        parts = parts_of(
            asked.indicator.code, parent, first=asked.first, last=asked.last, on=asked.on
        )
        place = ranks(
            {part.unit.code: part.sum.value for part in parts},
            higher_is_better=asked.indicator.higher_is_better,
        )
        found |= {code: (rank, len(place)) for code, rank in place.items()}
    return found


def _made_of(unit: UnitInfo, asked: Asked) -> tuple[str, ...]:
    """Names of the former units whose figures are in a unit that began with the two levels."""
    if unit.valid_from < TWO_LEVELS or asked.first >= TWO_LEVELS:
        return ()
    steps = predecessors(unit.code, asked.on)
    return tuple(dict.fromkeys(each.old.full_name for each in steps))


def page(found: Compared) -> dict[str, Any]:
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


def file_rows(found: Compared) -> tuple[list[str], list[tuple[object, ...]]]:
    """The comparison as a table for programs: head and rows, each with its source."""
    indicator = found.asked.indicator
    computation = latest_computation()
    computed = computation.computed_at.isoformat() if computation else ""
    head = [
        _("Mã đơn vị"),
        _("Đơn vị"),
        _("Chỉ số"),
        _("Thời gian"),
        _("Tử số"),
        _("Mẫu số"),
        _("Giá trị"),
        _("Đơn vị tính"),
        _("Bản công thức"),
        _("Văn bản quy định"),
        _("Địa giới ngày"),
        _("Tính lúc"),
    ]
    said = (
        symbol(indicator.unit),
        indicator.formula_version,
        indicator.source_act,
        found.asked.on.isoformat(),
        computed,
    )
    return head, [
        (
            place.unit.code,
            place.unit.full_name,
            title_of(indicator),
            moment.label,
            counted.numerator,
            counted.denominator,
            shown(counted.value, indicator.unit),
            *said,
        )
        for place in found.places
        for moment, counted in zip(found.moments, place.sums, strict=True)
    ]


def as_json(found: Compared) -> dict[str, Any]:
    """The same for programs; a value is null where nothing was counted."""
    indicator = found.asked.indicator
    computation = latest_computation()
    return {
        "indicator": indicator.code,
        "title": title_of(indicator),
        "unit": symbol(indicator.unit),
        "formula_version": indicator.formula_version,
        "source_act": indicator.source_act,
        "geography_on": found.asked.on.isoformat(),
        "first": found.asked.first.isoformat(),
        "last": found.asked.last.isoformat(),
        "computed_at": computation.computed_at.isoformat() if computation else None,
        "places": [
            {
                "code": place.unit.code,
                "name": place.unit.full_name,
                "numerator": place.whole.numerator,
                "denominator": place.whole.denominator,
                "value": place.value,
                "rank": place.rank,
                "series": [
                    {
                        "moment": moment.label,
                        "numerator": counted.numerator,
                        "denominator": counted.denominator,
                        "value": shown(counted.value, indicator.unit),
                    }
                    for moment, counted in zip(found.moments, place.sums, strict=True)
                ],
            }
            for place in found.places
        ],
    }
