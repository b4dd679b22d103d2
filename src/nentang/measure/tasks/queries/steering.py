"""The register of steering committees and plans, and what it counts."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.tasks.models import Committee, SteeringCount, SteeringPlan

LEVELS = (OrganizationLevel.MINISTRY, OrganizationLevel.PROVINCE)


class Steered(Frozen):
    """How many bodies of a level there are, and how many the register has with a committee and a plan."""

    level: str
    bodies: int
    committees: int
    plans: int


def steered_bodies(on: date, level: str) -> Any:
    """Ministries or provinces of that day, each with `has_committee` and `has_plan` of the day's year."""
    kinds = {
        OrganizationLevel.MINISTRY: OrganizationKind.MINISTRY,
        OrganizationLevel.PROVINCE: OrganizationKind.PEOPLES_COMMITTEE,
    }
    bodies = Organization.objects.on(on).filter(level=level, kind=kinds[OrganizationLevel(level)])
    committees = Committee.objects.filter(organization=OuterRef("pk"), replaced_at=None)
    plans = SteeringPlan.objects.filter(
        organization=OuterRef("pk"), first_year__lte=on.year, last_year__gte=on.year
    )
    standing = committees.filter(decided_on__lte=on)
    return bodies.annotate(has_committee=Exists(standing), has_plan=Exists(plans))


def steered(on: date) -> list[Steered]:
    """Both levels; two queries."""
    return [_counted(on, level) for level in LEVELS]


def _counted(on: date, level: OrganizationLevel) -> Steered:
    rows = list(steered_bodies(on, level).values_list("has_committee", "has_plan"))
    return Steered(
        level=level.value,
        bodies=len(rows),
        committees=sum(has for has, _ in rows),
        plans=sum(has for _, has in rows),
    )


def steering_page(
    on: date, level: str, *, after: tuple[str, int] | None, limit: int
) -> list[Organization]:
    """One page of the bodies of a level in Vietnamese order."""
    rows = steered_bodies(on, level)
    if after:
        rows = rows.filter(Q(sort_name__gt=after[0]) | Q(sort_name=after[0], pk__gt=after[1]))
    return list(rows.order_by("sort_name", "pk")[:limit])


def committees_of(bodies: Iterable[Organization]) -> dict[int, Committee]:
    """The committees that stand, by body; one query."""
    rows = Committee.objects.filter(organization__in=list(bodies), replaced_at=None)
    return {row.organization_id: row for row in rows.select_related("file")}


def plans_of(bodies: Iterable[Organization]) -> dict[int, list[SteeringPlan]]:
    """Plans by body, the latest first; one query."""
    found: dict[int, list[SteeringPlan]] = {}
    rows = SteeringPlan.objects.filter(organization__in=list(bodies)).select_related("file")
    for row in rows.order_by("-last_year", "-pk")[:1000]:
        found.setdefault(row.organization_id, []).append(row)
    return found


def is_counted(month: date) -> bool:
    """Whether that month was counted."""
    return SteeringCount.objects.filter(month=month).exists()


def body_to_record(organization_id: int, on: date) -> Organization | None:
    """The ministry or province of that identifier on that day."""
    rows = Organization.objects.on(on).filter(pk=organization_id, level__in=LEVELS)
    return rows.filter(
        kind__in=(OrganizationKind.MINISTRY, OrganizationKind.PEOPLES_COMMITTEE)
    ).first()
