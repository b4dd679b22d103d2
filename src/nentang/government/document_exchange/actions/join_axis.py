"""Put a body of this installation into the directory."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.public import organization
from nentang.government.document_exchange.errors import ParticipantKnown, SenderNotJoined
from nentang.government.document_exchange.models import Participant
from nentang.government.document_exchange.permissions import check_can_mend
from nentang.kernel.text import fold

from ._here import here


@transaction.atomic
def join_axis(*, organization_id: int, actor: Actor, at: datetime) -> Participant:
    """The body's entry; joining again changes nothing.

    SenderNotJoined where the body has no code, ParticipantKnown where another place speaks for that code.
    """
    check_can_mend(actor)
    body = organization(organization_id)
    if not body.code_qd20:
        raise SenderNotJoined
    participant, is_new = Participant.objects.get_or_create(
        code=body.code_qd20,
        defaults={
            "installation": here(at),
            "organization_id": organization_id,
            "name": body.name,
            "folded": f" {fold(body.name)} ",
            "joined_at": at,
        },
    )
    if participant.organization_id != organization_id:
        raise ParticipantKnown
    if is_new:
        record(
            actor=actor,
            action="document_exchange.join_axis",
            subject=f"participant:{participant.pk}",
            organization_id=organization_id,
            at=at,
        )
    return participant
