"""Ask receivers to give a document back (status 13 of the standard)."""

from datetime import datetime

import msgspec
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.enums import StatusCode
from nentang.government.document_exchange.models import Consignment, Participant
from nentang.government.document_exchange.permissions import check_speaks_for
from nentang.government.document_exchange.queries import find_consignment
from nentang.government.document_exchange.rules.edxml.values import AxisStatus, InReplyTo, Party
from nentang.government.document_exchange.rules.outgoing import code_as

from .send_document import begin_deliveries


@transaction.atomic
def ask_back(*, consignment_id: int, reason: str, actor: Actor, at: datetime) -> Consignment:
    """The request, on its way to all receivers; asked again it is the same. NotYourBody, ConsignmentNotFound."""
    sent = find_consignment(consignment_id)
    check_speaks_for(actor, sent.sender.organization_id)
    key = f"ask_back:{sent.pk}"
    if known := Consignment.objects.filter(sender=sent.sender, idempotency_key=key).first():
        return known
    code = code_as("qcvn102", sent.sender.code)
    said = AxisStatus(
        sender=Party(code, sent.sender.name),
        about=InReplyTo(code, sent.document_id),
        code=StatusCode.TAKE_BACK,
        description=reason.strip()[:4000],
        at=at,
    )
    request = Consignment.objects.create(
        sender=sent.sender,
        document_id=sent.document_id,
        status_code=StatusCode.TAKE_BACK,
        said=msgspec.json.encode(said),
        created_at=at,
        idempotency_key=key,
    )
    receivers = Participant.objects.filter(pk__in=sent.deliveries.values("receiver"))
    begin_deliveries(request, list(receivers), at)
    record(
        actor=actor,
        action="document_exchange.ask_back",
        subject=f"consignment:{sent.pk}",
        organization_id=sent.sender.organization_id,
        at=at,
    )
    return request
