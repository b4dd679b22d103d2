"""Bodies as of a day, in their line of authority and succession."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q
from django.db.models.functions import Length

from nentang.foundation.audit.public import RowBy
from nentang.foundation.organizations.enums import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
)
from nentang.foundation.organizations.errors import OrganizationNotFound
from nentang.foundation.organizations.models import Organization, OrganizationQuerySet
from nentang.foundation.organizations.rules import search_words
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_organization_code

from .units import unit_as_of


class OrganizationInfo(Frozen):
    """A body: `unit_code` is empty for the nation; the codes are empty where none was given yet."""

    id: int
    code_qd20: str
    code_qcvn102: str
    name: str
    kind: OrganizationKind
    level: OrganizationLevel
    task: str
    unit_code: str
    parent_id: int | None
    successor_id: int | None
    valid_from: date
    valid_to: date | None


def organization_info(row: Organization) -> OrganizationInfo:
    """The frozen form of a row; its unit must have been selected with it."""
    return OrganizationInfo(
        id=row.pk,
        code_qd20=row.code_qd20,
        code_qcvn102=row.code_qcvn102,
        name=row.name,
        kind=OrganizationKind(row.kind),
        level=OrganizationLevel(row.level),
        task=row.task,
        unit_code=row.unit.code if row.unit else "",
        parent_id=row.parent_id,
        successor_id=row.successor_id,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )


def _one(found: Iterable[Organization]) -> OrganizationInfo:
    row = next(iter(found), None)
    if row is None:
        raise OrganizationNotFound
    return organization_info(row)


def organization(organization_id: int) -> OrganizationInfo:
    """The body, ended or not; OrganizationNotFound where there is none."""
    row = _by_id(organization_id)
    if row is None:
        raise OrganizationNotFound
    return organization_info(row)


_by_id = RowBy(lambda pk: Organization.objects.filter(pk=pk).select_related("unit"), int)


def organization_names(ids: Collection[int]) -> dict[int, str]:
    """Names by identifier; one query."""
    return dict(Organization.objects.filter(pk__in=ids).values_list("pk", "name"))


def organization_by_code(code: str, on: date) -> OrganizationInfo:
    """The body with that code, in either form, on that day."""
    qd20 = parse_organization_code(code).qd20
    return _one(Organization.objects.on(on).filter(code_qd20=qd20).select_related("unit"))


def organization_for(unit_code: str, on: date) -> OrganizationInfo:
    """The People's Committee of that unit on that day; OrganizationNotFound where none is recorded."""
    return _one(_committees(on).filter(unit__code=unit_code))


def _committees(on: date) -> OrganizationQuerySet:
    committees = Organization.objects.on(on).filter(kind=OrganizationKind.PEOPLES_COMMITTEE)
    return committees.select_related("unit").order_by("pk")


def find_organization_for(unit_code: str, on: date) -> OrganizationInfo | None:
    """The People's Committee of that unit on that day, if one is recorded."""
    row = _committee(unit_code, on)
    return organization_info(row) if row else None


_committee = RowBy(
    lambda code, on: _committees(on).filter(unit__code=code).order_by("-pk"), str, date
)


def organizations_for(
    unit_codes: Iterable[str], on: date, *, task: str = ""
) -> dict[str, OrganizationInfo]:
    """The People's Committees of those units on that day by unit code, or their bodies with a task.

    One query.
    """
    bodies = Organization.objects.on(on).filter(task=task).select_related("unit").order_by("-pk")
    rows = (bodies if task else _committees(on)).filter(unit__code__in=list(unit_codes))
    return {info.unit_code: info for info in map(organization_info, rows)}


def organization_with_task(
    task: OrganizationTask | str, unit_code: str, on: date
) -> OrganizationInfo | None:
    """The body that has the task for that unit on that day: its own, or of what it lies in; two queries."""
    unit = unit_as_of(unit_code, on)
    row = _nearest(str(task), unit.code, unit.parent_code, unit.province_code, on)
    return organization_info(row) if row else None


def _with_task(task: str, one: str, two: str, three: str, on: date) -> OrganizationQuerySet:
    """Bodies with the task of one of those units, that of the smallest unit first."""
    found = Organization.objects.on(on).filter(task=task, unit__code__in=[one, two, three])
    return found.select_related("unit").order_by(Length("unit__code").desc(), "pk")


_nearest = RowBy(_with_task, str, str, str, str, date)


def current_organization(organization_id: int, on: date) -> OrganizationInfo:
    """The body itself, or the one that has its tasks on that day, however many changes later.

    A body that ended without a successor is returned as it is: `valid_to` tells.
    """
    info = organization(organization_id)
    while info.valid_to is not None and info.valid_to <= on and info.successor_id is not None:
        info = organization(info.successor_id)
    return info


def is_within(inner_id: int, outer_id: int) -> bool:
    """Whether the inner body is the outer one or stands below it."""
    return Organization.objects.within(outer_id).filter(pk=inner_id).exists()


def search_organizations(
    text: str, on: date, *, within_id: int | None = None, after_id: int = 0, limit: int = 20
) -> tuple[OrganizationInfo, ...]:
    """Bodies of that day with the words typed in their name, or with that code; all for no text.

    In Vietnamese order; the next page begins after the last one's identifier.
    """
    found = Organization.objects.on(on).filter(_named(text)).select_related("unit")
    if within_id is not None:
        found = found.within(within_id)
    if after_id:
        last = (
            Organization.objects.filter(pk=after_id).values_list("sort_name", flat=True).first()
            or ""
        )
        found = found.filter(Q(sort_name__gt=last) | Q(sort_name=last, pk__gt=after_id))
    return tuple(map(organization_info, found.order_by("sort_name", "pk")[:limit]))


def _named(text: str) -> Q:
    by_name = Q()
    for word in search_words(text):
        by_name &= Q(folded__contains=f" {word}")
    code = text.strip().upper()
    return by_name | Q(code_qd20=code) | Q(code_qcvn102=code) if code else by_name
