"""Two to six places over an indicator: what was asked, sums by moment, ranks."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from nentang.foundation.facts.public import Indicator
from nentang.foundation.organizations.public import (
    UnitInfo,
    UnitNotFound,
    predecessors,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.rules.comparing import (
    LEAST,
    MOST,
    TWO_LEVELS,
    Moment,
    Pace,
    moments,
    ranks,
)
from nentang.measure.dashboard.rules.spans import FIRST, last_day, month_before, month_named
from nentang.measure.indicators.public import (
    Geography,
    Sum,
    Tree,
    day_of,
    default_indicator,
    find_indicator,
    months,
    months_of,
    parts_of,
    shown,
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
