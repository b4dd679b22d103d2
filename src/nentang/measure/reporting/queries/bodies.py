"""Who has to file, and to whom."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
)
from nentang.measure.reporting.models import Report

GOVERNMENT_OFFICE = "G22"
"""Its code by Decision 20/2020/QĐ-TTg: provinces and ministries report to it."""
COMMITTEES = Q(kind=OrganizationKind.PEOPLES_COMMITTEE)
MINISTRIES = Q(kind=OrganizationKind.MINISTRY, level=OrganizationLevel.MINISTRY)


def bodies_without(
    regime: str,
    period: str,
    *,
    levels: Collection[str],
    on: date,
    limit: int,
    within_id: int | None,
) -> list[Organization]:
    """Bodies of those levels on that day for which no report of the period was opened yet; only within one where it is named."""
    opened = Report.objects.filter(regime=regime, period=period).values("organization")
    found = Organization.objects.on(on).filter(COMMITTEES | MINISTRIES, level__in=levels)
    if within_id is not None:
        found = found.within(within_id)
    waiting = found.exclude(pk__in=opened).exclude(code_qd20=GOVERNMENT_OFFICE)
    return list(waiting.select_related("unit", "parent").order_by("pk")[:limit])


def above_of(body: Organization, on: date) -> int | None:
    """The body that gets its reports: the one above it, at last the Government Office; None where there is none."""
    parent = body.parent
    if parent is not None and (parent.valid_to is None or parent.valid_to > on):
        return parent.pk
    highest = Organization.objects.on(on).filter(code_qd20=GOVERNMENT_OFFICE).exclude(pk=body.pk)
    return highest.values_list("pk", flat=True).first()


def bodies_by_level(on: date) -> dict[str, int]:
    """How many bodies of each level file reports on that day."""
    found = Organization.objects.on(on).filter(COMMITTEES | MINISTRIES)
    found = found.exclude(code_qd20=GOVERNMENT_OFFICE)
    return {level: found.filter(level=level).count() for level in OrganizationLevel.values}
