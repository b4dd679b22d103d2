"""What an installation beside this one can be told: all by the real actions of its apps."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationNotFound,
    create_organization,
    organization_by_code,
)
from nentang.foundation.outbox.public import deliver_events
from nentang.government.document_exchange import actions
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.models import (
    DayDifference,
    DayProof,
    Delivery,
    Participant,
    ReceivedDocument,
)
from nentang.government.document_exchange.public import (
    Attached,
    OutgoingDocument,
    Priority,
    Signer,
    send_document,
)
from nentang.kernel.clock import legal_day

from .inside import Act, make_tables, tick

FOUNDED = date(2020, 1, 1)


def begin(at: datetime, bodies: list[list[str]], unit: str = "") -> dict[str, Any]:
    """Bodies by code and name, on the axis; the certificate of this installation."""
    for code, name in bodies:
        actions.join_axis(organization_id=_body(code, name, unit, at), actor=SYSTEM, at=at)
    return {"certificate": own_credential().pem}


def connect(at: datetime, code: str, name: str, url: str, certificate: str) -> dict[str, Any]:
    """One more installation, trusted with its certificate."""
    actions.connect_installation(
        code=code, name=name, url=url, certificate=certificate, actor=SYSTEM, at=at
    )
    return {}


def move(at: datetime, code: str, url: str) -> dict[str, Any]:
    """Another installation is now reached elsewhere."""
    actions.move_installation(code=code, url=url, actor=SYSTEM, at=at)
    return {}


def fetch(at: datetime) -> dict[str, Any]:
    """The directories of the others."""
    return {"read": actions.fetch_directories(at=at)}


def send(
    at: datetime,
    sender: str,
    number: str,
    notation: str,
    type_name: str,
    subject: str,
    signer: str,
    receivers: list[str],
    paper: str = "",
    priority: int = 0,
) -> dict[str, Any]:
    """A document to the receivers named, or to every body of other installations; its paper in hexadecimal."""
    body = organization_by_code(sender, legal_day(at))
    attached: tuple[Attached, ...] = ()
    if paper:
        content = bytes.fromhex(paper)
        file = store_file(content=content, filename="van-ban.png", actor=SYSTEM, at=at)
        attached = (Attached(file.pk),)
    document = OutgoingDocument(
        organization_id=body.id,
        number=number,
        notation=notation,
        promulgated_on=legal_day(at),
        place="Hà Nội",
        type_name=type_name,
        subject=subject,
        signer=Signer(position="BỘ TRƯỞNG", full_name=signer),
        receivers=tuple(receivers) or _everybody_elsewhere(),
        attachments=attached,
        priority=Priority(priority),
    )
    key = f"{number}/{notation}"
    return {"id": send_document(document=document, idempotency_key=key, actor=SYSTEM, at=at).pk}


def exchange(at: datetime) -> dict[str, Any]:
    """Sign, hand over what is due, and let what follows happen, until nothing more does."""
    receipts = 0
    while deliver_events(at=at, limit=200) + (new := actions.exchange_waiting(at=at)):
        receipts += new
    return {"receipts": receipts}


def prove(at: datetime) -> dict[str, Any]:
    """Compare the days: how many messages both sides have, how many pairs differ."""
    actions.prove_days(at=at)
    proofs = list(DayProof.objects.all())
    return {
        "ours": sum(each.our_count for each in proofs),
        "theirs": sum(each.their_count or 0 for each in proofs),
        "pairs": len(proofs),
        "unequal": sum(not each.is_equal for each in proofs),
        "unexplained": DayDifference.objects.filter(is_explained=False).count(),
    }


def count(at: datetime) -> dict[str, Any]:
    """Deliveries by where they stand, and what came for how many bodies."""
    states = {
        str(state): Delivery.objects.filter(state=state).count() for state in DeliveryState.values
    }
    came = ReceivedDocument.objects.values("receiver").distinct()
    return {**states, "came": ReceivedDocument.objects.count(), "bodies": came.count()}


def _body(code: str, name: str, unit: str, at: datetime) -> int:
    try:
        return organization_by_code(code, legal_day(at)).id
    except OrganizationNotFound:
        return create_organization(
            name=name,
            kind=OrganizationKind.PEOPLES_COMMITTEE,
            level=OrganizationLevel.COMMUNE,
            code=code,
            unit_code=unit,
            valid_from=FOUNDED,
            actor=SYSTEM,
            at=at,
        ).pk


def _everybody_elsewhere() -> tuple[str, ...]:
    found = Participant.objects.filter(installation__is_here=False, is_open=True)
    return tuple(found.order_by("code").values_list("code", flat=True))


ACTS: dict[str, Act] = {
    act.__name__: act
    for act in (make_tables, tick, begin, connect, move, fetch, send, exchange, prove, count)
}
