"""The whole geography at once, for figures told under another day's units."""

from datetime import date
from fractions import Fraction

from nentang.foundation.organizations.adapters.geography_files import UnitCounts, geography_law
from nentang.foundation.organizations.enums import SuccessionExtent, UnitLevel
from nentang.foundation.organizations.models import Unit, UnitSuccession
from nentang.foundation.organizations.rules import (
    LEVEL_OF_LENGTH,
    Apportion,
    Geography,
    Link,
    UnitKey,
    usual_takes_all,
)
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Rule
from nentang.kernel.periods import Period

_DEPTH = {UnitLevel.PROVINCE: 0, UnitLevel.DISTRICT: 1, UnitLevel.COMMUNE: 2}


class GeographyShare(Frozen):
    """Which part of a unit's figures belongs to a unit of the target day.

    It holds for figures of days from `valid_from` until before `valid_to`.
    """

    unit_code: str
    valid_from: date
    valid_to: date | None
    target_code: str
    share: Fraction


def geography_map(
    on: date, *, level: UnitLevel | str | None = None, apportion: Apportion = usual_takes_all
) -> tuple[GeographyShare, ...]:
    """For every unit ever, the units of day `on` that take its figures; each unit's shares add up to 1.

    So totals are equal under the geography of any day. A split unit's figures go to its usual
    successor, or are divided by `apportion`. With `level`, figures are brought up to that level, or
    to the nearest above it where the day knows no such level.
    """
    geography, parents = _whole_geography()
    return tuple(
        GeographyShare(unit.code, unit.valid_from, period.valid_to, target, share)
        for unit, period in geography.periods.items()
        for target, share in _raised(geography.shares(unit, on, apportion), parents, level).items()
    )


def geography_source(on: date) -> Rule[UnitCounts] | None:
    """The act that lists the units of that day, and how surely it was read."""
    return next((rule for rule in geography_law().rules if on in rule.period), None)


def _whole_geography() -> tuple[Geography, dict[UnitKey, UnitKey | None]]:
    rows = Unit.objects.values_list(
        "code", "valid_from", "valid_to", "parent__code", "parent__valid_from"
    )
    periods, parents = {}, {}
    for code, start, end, parent_code, parent_start in rows.iterator():
        key = UnitKey(code, start)
        periods[key] = Period(start, end)
        parents[key] = UnitKey(parent_code, parent_start) if parent_code else None
    return Geography(periods, _links()), parents


def _links() -> list[Link]:
    fields = ("old__code", "old__valid_from", "new__code", "new__valid_from", "extent", "is_usual")
    return [
        Link(UnitKey(old, since), UnitKey(new, until), extent == SuccessionExtent.WHOLE, usual)
        for old, since, new, until, extent, usual in UnitSuccession.objects.values_list(*fields)
    ]


def _raised(
    shares: dict[UnitKey, Fraction],
    parents: dict[UnitKey, UnitKey | None],
    level: UnitLevel | str | None,
) -> dict[str, Fraction]:
    """The shares by code, each brought up to the level."""
    raised: dict[str, Fraction] = {}
    for unit, share in shares.items():
        code = _ancestor(unit, parents, level).code
        raised[code] = raised.get(code, Fraction(0)) + share
    return raised


def _ancestor(
    unit: UnitKey, parents: dict[UnitKey, UnitKey | None], level: UnitLevel | str | None
) -> UnitKey:
    while level and _depth(unit) > _DEPTH[UnitLevel(level)] and (parent := parents[unit]):
        unit = parent
    return unit


def _depth(unit: UnitKey) -> int:
    return _DEPTH[UnitLevel(LEVEL_OF_LENGTH[len(unit.code)])]
