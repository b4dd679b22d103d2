"""End a mandate at once."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import MandateNotFound
from nentang.foundation.identity.events import MandateRevoked
from nentang.foundation.identity.models import Mandate
from nentang.foundation.identity.permissions import check_can_revoke
from nentang.foundation.outbox.public import publish


@transaction.atomic
def revoke_mandate(*, mandate_id: int, actor: Actor, at: datetime) -> Mandate:
    """The mandate, void from now on; revoking twice changes nothing.

    MandateNotFound, OwnMatterOnly. (Civil Code 2015, Article 140.)
    """
    mandate = Mandate.objects.select_for_update().filter(pk=mandate_id).first()
    if mandate is None:
        raise MandateNotFound
    check_can_revoke(actor, mandate)
    if mandate.revoked_at:
        return mandate
    mandate.revoked_at = at
    mandate.save(update_fields=["revoked_at"])
    record(
        actor=actor,
        action="identity.revoke_mandate",
        subject=f"mandate:{mandate.pk}",
        organization_id=mandate.principal_organization_id,
        person_id=mandate.principal_person_id,
        at=at,
    )
    event = MandateRevoked(
        mandate.pk,
        mandate.agent_id,
        mandate.principal_person_id,
        mandate.principal_organization_id,
    )
    publish(event, at=at)
    return mandate
