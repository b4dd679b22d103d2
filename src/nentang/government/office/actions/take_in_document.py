"""Take in a document that came: it waits for the clerk of documents."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.public import open_case
from nentang.foundation.documents.public import copy_file, link_file
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.government.office.enums import Channel
from nentang.government.office.events import IncomingArrived
from nentang.government.office.models import IncomingDocument, IncomingFile
from nentang.government.office.queries import incoming_by_origin
from nentang.government.office.queries.bodies import summary_of
from nentang.government.office.registry import INCOMING
from nentang.government.office.rules.draft import Arrival
from nentang.kernel.clock import legal_day

from . import _codes
from ._document import subject_of, title_of, write_down


def take_in_document(
    *,
    organization_id: int,
    arrival: Arrival,
    channel: Channel,
    origin: str,
    actor: Actor,
    at: datetime,
) -> IncomingDocument:
    """The document, waiting to be registered; the same one for the same origin.

    Its files are copied: they are part of the sender's matter. StateSecretRefused, SenderMissing, SummaryMissing.
    """
    if again := incoming_by_origin(origin):
        return again
    arrival.check(legal_day(at))
    try:
        return _write(organization_id, arrival, channel, origin, actor, at)
    except IntegrityError:
        if again := incoming_by_origin(origin):
            return again
        raise


@transaction.atomic
def _write(
    organization_id: int,
    arrival: Arrival,
    channel: Channel,
    origin: str,
    actor: Actor,
    at: datetime,
) -> IncomingDocument:
    document = write_arrival(organization_id, arrival, channel, origin=origin, actor=actor, at=at)
    copies = [copy_file(file_id=each, actor=SYSTEM, at=at).pk for each in arrival.file_ids]
    attach(document, copies, actor=SYSTEM, at=at)
    write_down("take_in_document", document, actor=actor, at=at)
    return document


def write_arrival(
    organization_id: int,
    arrival: Arrival,
    channel: Channel,
    *,
    origin: str | None,
    actor: Actor,
    at: datetime,
) -> IncomingDocument:
    """The rows of a document that came; inside a transaction."""
    document = IncomingDocument(
        organization_id=organization_id,
        channel=channel,
        origin=origin,
        arrived_at=at,
        **_columns_of(arrival),
    )
    document.code = _codes.next_code(organization_id, _codes.INCOMING, at)
    document.case = open_case(
        kind=INCOMING,
        code=document.code,
        organization_id=organization_id,
        title=title_of(document),
        applicant_person_id=None,
        applicant_name=document.sender_name[:120],
        channel=str(channel),
        unit_code=organization(organization_id).unit_code,
        actor=actor,
        at=at,
    )
    document.save()
    publish(IncomingArrived(document.pk, document.code, organization_id), at=at, key=document.code)
    return document


def _columns_of(arrival: Arrival) -> dict[str, Any]:
    """The columns of the document that come from what was said of it."""
    said = (arrival.number, arrival.sender_name, arrival.type_name, arrival.summary)
    return {
        "sender_id": arrival.sender_id,
        "sender_name": arrival.sender_name.strip()[:200],
        "number": arrival.number.strip()[:60],
        "issued_on": arrival.issued_on,
        "type_name": arrival.type_name[:60],
        "summary": arrival.summary.strip()[:500],
        "urgency": arrival.urgency,
        "answer_by": arrival.answer_by,
        "folded": summary_of(*said),
    }


def attach(
    document: IncomingDocument, file_ids: Sequence[int], *, actor: Actor, at: datetime
) -> None:
    """Files that came with the document."""
    for file_id in file_ids:
        link_file(
            file_id=file_id,
            subject=subject_of(document),
            organization_id=document.organization_id,
            actor=actor,
            at=at,
        )
        IncomingFile.objects.create(document=document, file_id=file_id)
