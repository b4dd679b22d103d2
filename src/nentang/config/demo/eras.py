"""Crossing 1 July 2025: the demo's bodies are succeeded by those of the two levels."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.models import Appointment
from nentang.foundation.identity.public import appoint_officer
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    candidates,
    create_organization,
    find_organization_for,
    organization_for,
    province_of,
    succeed_organization,
)

TWO_LEVELS = date(2025, 7, 1)
DAY_BEFORE = date(2025, 6, 30)


def cross_into_two_levels(*, at: datetime) -> int:
    """How many bodies went to a successor; those that did before stay as they are.

    A commune's committee goes to that of its usual successor, a district's to the province's. The
    officers of a commune are appointed in the new body in the same roles.
    """
    waiting = Organization.objects.filter(
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level__in=(OrganizationLevel.COMMUNE, OrganizationLevel.DISTRICT),
        valid_to=None,
        valid_from__lt=TWO_LEVELS,
    ).select_related("unit")
    bodies = list(waiting)
    for body in bodies:
        heir_id = _heir(body, at)
        succeed_organization(old_id=body.pk, new_id=heir_id, on=TWO_LEVELS, actor=SYSTEM, at=at)
        _take_officers_along(body.pk, heir_id, at)
    return len(bodies)


def _heir(body: Organization, at: datetime) -> int:
    assert body.unit is not None  # noqa: S101 - every committee has a unit
    unit = candidates(body.unit.code, DAY_BEFORE, TWO_LEVELS)[0]
    known = find_organization_for(unit.code, TWO_LEVELS)
    if known:
        return known.id
    province = organization_for(province_of(unit.code, TWO_LEVELS).code, TWO_LEVELS)
    return create_organization(
        name=f"Ủy ban nhân dân {unit.full_name[0].lower()}{unit.full_name[1:]}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE if len(unit.code) == 5 else OrganizationLevel.PROVINCE,
        unit_code=unit.code,
        parent_id=province.id,
        valid_from=TWO_LEVELS,
        actor=SYSTEM,
        at=at,
    ).pk


def _take_officers_along(old_id: int, new_id: int, at: datetime) -> None:
    for post in Appointment.objects.filter(organization_id=old_id, valid_to=None):
        appoint_officer(
            account_id=post.account_id,
            role=post.role,
            organization_id=new_id,
            valid_from=TWO_LEVELS,
            actor=SYSTEM,
            at=at,
        )
