"""A body ends."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.errors import OrganizationNotActive, OrganizationNotFound
from nentang.foundation.organizations.events import OrganizationEnded
from nentang.foundation.organizations.models import Organization
from nentang.foundation.organizations.permissions import check_can_administer

from ._tell import tell


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
    event = OrganizationEnded(row.pk, on.isoformat())
    details: dict[str, str | int] = {"valid_to": on.isoformat()}
    tell(row, "ended", event, actor=actor, at=at, details=details)
    return row
