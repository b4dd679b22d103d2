"""Who follows whom: successors, predecessors, and where a unit lies on another day."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from nentang.foundation.organizations.enums import SuccessionExtent, UnitLevel
from nentang.foundation.organizations.models import UnitSuccession
from nentang.foundation.organizations.rules import Geography, Link, UnitKey, equal_parts
from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period
from nentang.kernel.text import sort_key

from .units import UnitInfo, unit_as_of, unit_info


class SuccessionInfo(Frozen):
    """One step: `old` went to `new` on `effective_on`."""

    old: UnitInfo
    new: UnitInfo
    effective_on: date
    extent: SuccessionExtent
    is_usual: bool


def successors(code: str, on: date) -> tuple[SuccessionInfo, ...]:
    """What the unit of that day became, the usual one first; empty while it exists."""
    unit = unit_as_of(code, on)
    return _infos(_steps(Q(old=unit.id)).order_by("-is_usual", "new__sort_name"))


def predecessors(code: str, on: date) -> tuple[SuccessionInfo, ...]:
    """What the unit of that day was made from, communes from communes, provinces from provinces."""
    unit = unit_as_of(code, on)
    steps = _infos(_steps(Q(new=unit.id)).order_by("extent", "old__sort_name"))
    return tuple(s for s in steps if s.old.level == unit.level) or steps


def candidates(code: str, on: date, target_day: date) -> tuple[UnitInfo, ...]:
    """Units of `target_day` in which the unit of day `on` may lie, the likeliest first.

    Several where it was split; itself where it still exists; none before records begin.
    """
    unit = unit_as_of(code, on)
    infos, geography = _reachable(unit, target_day)
    usual = geography.shares(_key(unit), target_day)
    heirs = [infos[heir] for heir in geography.shares(_key(unit), target_day, equal_parts)]
    standing = [heir for heir in heirs if target_day in _period(heir)]
    peers = [heir for heir in standing if heir.level == unit.level] or standing
    return tuple(sorted(peers, key=lambda heir: (-usual.get(_key(heir), 0), sort_key(heir.place))))


def conversion_of_province(province_code: str, on: date) -> Iterator[SuccessionInfo]:
    """Every commune step out of or into that province of that day, by former code."""
    province = unit_as_of(province_code, on)
    out = Q(old__province_code=province.code, old__valid_from__gte=province.valid_from)
    into = Q(new__province_code=province.code, new__valid_from__gte=province.valid_from)
    if province.valid_to:
        out &= Q(old__valid_to__lte=province.valid_to)
        into &= Q(new__valid_from__lt=province.valid_to)
    steps = _steps(out | into).filter(new__level=UnitLevel.COMMUNE)
    return map(_info, steps.order_by("old__code", "-is_usual", "new__code").iterator())


def _steps(condition: Q) -> QuerySet[UnitSuccession]:
    return UnitSuccession.objects.filter(condition).select_related("old__parent", "new__parent")


def _info(step: UnitSuccession) -> SuccessionInfo:
    return SuccessionInfo(
        old=unit_info(step.old),
        new=unit_info(step.new),
        effective_on=step.effective_on,
        extent=SuccessionExtent(step.extent),
        is_usual=step.is_usual,
    )


def _infos(steps: Iterable[UnitSuccession]) -> tuple[SuccessionInfo, ...]:
    return tuple(map(_info, steps))


def _reachable(unit: UnitInfo, day: date) -> tuple[dict[UnitKey, UnitInfo], Geography]:
    """The part of the geography between the unit and that day: one query an era."""
    infos, links = {_key(unit): unit}, []
    side = "new" if day < unit.valid_from else "old"
    frontier = [unit]
    while waiting := [each.id for each in frontier if day not in _period(each)]:
        steps = _infos(_steps(Q(**{f"{side}__in": waiting})))
        links += [_link(step) for step in steps]
        frontier = [step.old if side == "new" else step.new for step in steps]
        infos |= {_key(each): each for each in frontier}
    return infos, Geography({key: _period(each) for key, each in infos.items()}, links)


def _link(step: SuccessionInfo) -> Link:
    whole = step.extent is SuccessionExtent.WHOLE
    return Link(_key(step.old), _key(step.new), whole=whole, usual=step.is_usual)


def _key(unit: UnitInfo) -> UnitKey:
    return UnitKey(unit.code, unit.valid_from)


def _period(unit: UnitInfo) -> Period:
    return Period(unit.valid_from, unit.valid_to)
