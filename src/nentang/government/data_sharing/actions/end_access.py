"""End a grant before its day: the provider revokes it, or the client gives it up."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish
from nentang.government.data_sharing.errors import GrantEnded, ReasonMissing
from nentang.government.data_sharing.events import AccessEnded
from nentang.government.data_sharing.models import Grant
from nentang.government.data_sharing.permissions import check_can_end
from nentang.government.data_sharing.queries import find_grant


@transaction.atomic
def end_access(*, code: str, reason: str, actor: Actor, at: datetime) -> Grant:
    """The grant, under which no node lets a call pass once it has the next snapshot.

    Raises GrantNotFound, NotYourBody, ReasonMissing, GrantEnded.
    """
    grant = find_grant(code)
    check_can_end(actor, grant)
    if not reason.strip():
        raise ReasonMissing
    ended = Grant.objects.filter(pk=grant.pk, ended_at=None).update(
        ended_at=at, end_reason=reason.strip()[:500]
    )
    if not ended:
        raise GrantEnded
    grant.refresh_from_db(fields=["ended_at", "end_reason"])
    record(
        actor=actor,
        action="data_sharing.end_access",
        subject=f"grant:{grant.pk}",
        organization_id=grant.service.subsystem.member.organization_id,
        at=at,
    )
    publish(
        AccessEnded(grant=grant.code, client=grant.client.address, service=grant.service.address),
        at=at,
        key=grant.code,
    )
    return grant
