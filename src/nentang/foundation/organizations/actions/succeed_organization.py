"""A body ends and another takes over its tasks, as at a merger of communes."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.errors import OrganizationNotFound, SuccessorUnfit
from nentang.foundation.organizations.events import OrganizationSucceeded
from nentang.foundation.organizations.models import Organization
from nentang.foundation.organizations.permissions import check_can_administer

from ._tell import tell
from .end_organization import end_organization


@transaction.atomic
def succeed_organization(
    *, old_id: int, new_id: int, on: date, actor: Actor, at: datetime
) -> Organization:
    """The ended body with its successor, which has its open matters from `on`.

    A body that already ended on that day can be given its successor later. SuccessorUnfit where it
    has one, or where the new body does not exist on that day or is the old one itself: so every
    line of succession moves forward in time and never runs in a circle.
    """
    row = Organization.objects.select_for_update().filter(pk=old_id).first()
    if row is None:
        raise OrganizationNotFound
    check_can_administer(actor, row.pk)
    follows = Organization.objects.on(on).filter(pk=new_id).exclude(pk=old_id).exists()
    if row.successor_id is not None or not follows:
        raise SuccessorUnfit(day=f"{on:%d/%m/%Y}")
    if row.valid_to != on:
        row = end_organization(organization_id=old_id, on=on, actor=actor, at=at)
    row.successor_id = new_id
    row.save(update_fields=["successor"])
    event = OrganizationSucceeded(row.pk, new_id, on.isoformat())
    details: dict[str, str | int] = {"successor_id": new_id, "on": on.isoformat()}
    tell(row, "succeeded", event, actor=actor, at=at, details=details)
    return row
