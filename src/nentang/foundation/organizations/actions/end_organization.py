"""A body ends."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.errors import OrganizationNotActive, OrganizationNotFound
from nentang.foundation.organizations.events import OrganizationEnded
from nentang.foundation.organizations.models import Organization
from nentang.foundation.organizations.permissions import check_can_administer
from nentang.foundation.outbox.public import publish


@transaction.atomic
def end_organization(*, organization_id: int, on: date, actor: Actor, at: datetime) -> Organization:
    """The body, existing until the day before `on`; publishes OrganizationEnded.

    OrganizationNotActive where it began later than that or has already ended.
    """
    row = Organization.objects.select_for_update().filter(pk=organization_id).first()
    if row is None:
        raise OrganizationNotFound
    check_can_administer(actor, row.pk)
    if row.valid_to is not None or on <= row.valid_from:
        raise OrganizationNotActive(day=f"{on:%d/%m/%Y}")
    row.valid_to = on
    row.save(update_fields=["valid_to"])
    record(
        actor=actor,
        action="organizations.end_organization",
        subject=f"organization:{row.pk}",
        at=at,
        organization_id=row.pk,
        details={"valid_to": on.isoformat()},
    )
    publish(OrganizationEnded(row.pk, on.isoformat()), at=at, key=f"organization:{row.pk}")
    return row
