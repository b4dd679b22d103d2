"""Enter a document that came on paper or by e-mail, and register it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.office.enums import Channel
from nentang.government.office.errors import NotYourStep
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import check_works_at
from nentang.government.office.queries import incoming_by_origin
from nentang.government.office.registry import DOCUMENT_CLERK
from nentang.government.office.rules.draft import Arrival
from nentang.kernel.clock import legal_day

from ._document import write_down
from ._register import register
from .take_in_document import attach, write_arrival


@transaction.atomic
def enter_document(
    *,
    organization_id: int,
    arrival: Arrival,
    channel: Channel,
    actor: Actor,
    at: datetime,
    key: str | None = None,
) -> IncomingDocument:
    """The document, registered in the book of the year; the same one for the same key.

    Raises DocumentNotFound (other body), NotYourStep, StateSecretRefused, SenderMissing, SummaryMissing.
    """
    check_works_at(actor, organization_id)
    if not actor.has_role(DOCUMENT_CLERK, organization_id=organization_id):
        raise NotYourStep
    origin = f"page:{organization_id}:{key}" if key else None
    if origin and (again := incoming_by_origin(origin)):
        return again
    arrival.check(legal_day(at))
    document = write_arrival(organization_id, arrival, channel, origin=origin, actor=actor, at=at)
    attach(document, arrival.file_ids, actor=actor, at=at)
    register(document, actor=actor, at=at)
    write_down("enter_document", document, actor=actor, at=at)
    return document
