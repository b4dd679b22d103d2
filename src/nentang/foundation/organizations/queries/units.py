"""Administrative units as of a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from nentang.foundation.audit.public import RowBy
from nentang.foundation.organizations.adapters.geography_files import geography_law
from nentang.foundation.organizations.enums import UnitLevel
from nentang.foundation.organizations.errors import UnitNotFound
from nentang.foundation.organizations.models import Unit, UnitQuerySet
from nentang.kernel.frozen import Frozen


class UnitInfo(Frozen):
    """An administrative unit: `place` names it with everything it lies in."""

    id: int
    code: str
    level: UnitLevel
    kind: str
    name: str
    full_name: str
    place: str
    parent_code: str
    province_code: str
    latitude: float | None
    longitude: float | None
    valid_from: date
    valid_to: date | None

    @property
    def first_day(self) -> date | None:
        """The first day on which it exists; None where it may be older than the records."""
        records_begin = geography_law().rules[0].period.valid_from
        return self.valid_from if self.valid_from > records_begin else None

    @property
    def last_day(self) -> date | None:
        """The last day on which it exists; None while it does."""
        return self.valid_to - timedelta(days=1) if self.valid_to else None


def unit_info(unit: Unit) -> UnitInfo:
    """The frozen form of a row; its parent must have been selected with it."""
    return UnitInfo(
        id=unit.pk,
        code=unit.code,
        level=UnitLevel(unit.level),
        kind=unit.kind,
        name=unit.name,
        full_name=unit.title,
        place=unit.place,
        parent_code=unit.parent.code if unit.parent else "",
        province_code=unit.province_code,
        latitude=unit.latitude,
        longitude=unit.longitude,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
    )


def unit_infos(units: Iterable[Unit]) -> tuple[UnitInfo, ...]:
    """The frozen forms of rows."""
    return tuple(map(unit_info, units))


def standing_units(on: date) -> UnitQuerySet:
    """Rows of units that exist on that day, with their parents."""
    return Unit.objects.on(on).select_related("parent")


def unit_as_of(code: str, on: date) -> UnitInfo:
    """The unit with that code on that day; UnitNotFound where there is none."""
    unit = _standing(code, on)
    if unit is None:
        raise UnitNotFound(code=code, day=f"{on:%d/%m/%Y}")
    return unit_info(unit)


_standing = RowBy(lambda code, on: standing_units(on).filter(code=code), str, date)


def province_of(unit_code: str, on: date) -> UnitInfo:
    """The province in which the unit lies on that day; a province lies in itself."""
    return unit_as_of(unit_as_of(unit_code, on).province_code, on)


def ancestors(unit: UnitInfo) -> tuple[UnitInfo, ...]:
    """What the unit lies in, province first, without itself."""
    lies_in = Q(children=unit.id) | Q(children__children=unit.id)
    found = Unit.objects.filter(lies_in).select_related("parent").distinct()
    return unit_infos(sorted(found, key=lambda each: len(each.code)))


def children(
    unit_code: str, on: date, *, after_id: int = 0, limit: int = 200
) -> tuple[UnitInfo, ...]:
    """Units directly within it, in Vietnamese order; the next page begins after the last one's id."""
    within = standing_units(on).filter(parent__code=unit_code)
    if after_id:
        last = Unit.objects.filter(pk=after_id).values_list("sort_name", flat=True).first() or ""
        within = within.filter(Q(sort_name__gt=last) | Q(sort_name=last, pk__gt=after_id))
    return unit_infos(within.order_by("sort_name", "pk")[:limit])


def units_on(on: date, level: UnitLevel | str, *, within: str = "") -> tuple[UnitInfo, ...]:
    """All units of a level on that day, by code; only those within a unit where one is named."""
    found = within_unit(standing_units(on).filter(level=level), within)
    return unit_infos(found.order_by("code"))


def within_unit(units: UnitQuerySet, code: str) -> UnitQuerySet:
    """Those below the unit with that code; all of them where no code is given."""
    return units.filter(Q(parent__code=code) | Q(parent__parent__code=code)) if code else units
