"""Take a message that came for a body of this installation, and answer with a signed receipt."""

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.errors import (
    ClockInFuture,
    DigestWrong,
    DocumentIdReused,
    MessageFault,
    NotForUs,
    SenderUnknown,
)
from nentang.government.document_exchange.models import Arrival, Envelope, Participant
from nentang.government.document_exchange.queries import find_participant, trusted_by
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message, read_sender
from nentang.government.document_exchange.rules.edxml.signing import sign
from nentang.government.document_exchange.rules.edxml.values import (
    AxisDocument,
    AxisStatus,
    InReplyTo,
    Party,
)
from nentang.government.document_exchange.rules.edxml.verify import check_signature
from nentang.government.document_exchange.rules.edxml.write import write_status
from nentang.government.document_exchange.rules.outgoing import code_as
from nentang.government.document_exchange.rules.receipts import receipt_for
from nentang.government.document_exchange.rules.requests import PATIENCE_FOR_CLOCKS
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import Conflict, DomainError, Unavailable
from nentang.kernel.frozen import Frozen

from ._keep_refused import keep_refused
from ._take_document import take_document
from ._take_status import take_status

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element


class Incoming(Frozen):
    """A message whose sender is known for sure, and for whom it came."""

    message_id: str
    content: bytes
    sender: Participant
    receiver: Participant


def take_message(*, message_id: str, receiver_code: str, content: bytes, at: datetime) -> bytes:
    """The signed receipt: 01 where it was taken, 02 with the reason where it never will be.

    The same message again gets the same receipt. What is not authentic, or may be taken later, raises:
    DigestWrong, a MessageFault, AttachmentsMissing, Unavailable. Everything refused is kept for inspection.
    """
    if hashlib.sha256(content).hexdigest() != message_id:
        raise DigestWrong
    receiver = find_participant(receiver_code)
    if receiver and (receipt := _receipt_of(message_id, receiver)):
        return receipt
    sender = None
    try:
        root = parse(content)
        sender = _authentic_sender(root, at)
        if receiver is None or not receiver.installation.is_here:
            raise NotForUs(receiver=receiver_code[:40])
        return _answer(Incoming(message_id, content, sender, receiver), root, at)
    except MessageFault as fault:
        keep_refused(fault, content, receiver_code=receiver_code, sender=sender, at=at)
        raise


def _receipt_of(message_id: str, receiver: Participant) -> bytes | None:
    known = Arrival.objects.filter(message_id=message_id, receiver=receiver)
    receipt = known.values_list("receipt", flat=True).first()
    return bytes(receipt) if receipt is not None else None


def _authentic_sender(root: "_Element", at: datetime) -> Participant:
    code = read_sender(root)
    sender = find_participant(code)
    if sender is None or not sender.installation.is_open:
        raise SenderUnknown(sender=code)
    check_signature(root, trusted_by(sender.installation_id), at=at)
    return sender


def _answer(incoming: Incoming, root: "_Element", at: datetime) -> bytes:
    """Take it, or refuse it for good. What can be otherwise tomorrow is raised instead."""
    try:
        said = read_message(root)
        _check_clock(said, at)
    except ClockInFuture:
        raise
    except MessageFault as fault:
        keep_refused(
            fault,
            incoming.content,
            receiver_code=incoming.receiver.code,
            sender=incoming.sender,
            at=at,
        )
        return _keep(incoming, None, refusal=_told(fault), at=at)
    return _take(incoming, said, at)


def _take(incoming: Incoming, said: AxisDocument | AxisStatus, at: datetime) -> bytes:
    try:
        return _keep(incoming, said, refusal="", at=at)
    except (Conflict, Unavailable):
        raise
    except DomainError as fault:
        keep_refused(
            fault,
            incoming.content,
            receiver_code=incoming.receiver.code,
            sender=incoming.sender,
            at=at,
        )
        return _keep(incoming, None, refusal=_told(fault), at=at, about=_about(said))


def _keep(
    incoming: Incoming,
    said: AxisDocument | AxisStatus | None,
    *,
    refusal: str,
    at: datetime,
    about: InReplyTo | None = None,
) -> bytes:
    """The arrival with its receipt and all that follows, in one transaction; whoever was quicker counts."""
    about = about or _about(said) or InReplyTo(code_as("qcvn102", incoming.sender.code))
    receipt = _receipt(incoming, about, refusal, at)
    try:
        with transaction.atomic():
            arrival = _arrival(incoming, said, about, receipt, at=at, is_taken=not refusal)
            if isinstance(said, AxisDocument):
                take_document(arrival=arrival, said=said, at=at)
            elif said is not None:
                take_status(arrival=arrival, said=said, at=at)
    except IntegrityError as fault:
        if earlier := _receipt_of(incoming.message_id, incoming.receiver):
            return earlier
        refused = DocumentIdReused(document=about.document_id)
        if refusal:
            raise refused from fault
        return _keep(incoming, None, refusal=_told(refused), at=at, about=about)
    return receipt


def _arrival(
    incoming: Incoming,
    said: AxisDocument | AxisStatus | None,
    about: InReplyTo,
    receipt: bytes,
    *,
    at: datetime,
    is_taken: bool,
) -> Arrival:
    Envelope.objects.bulk_create(  # known where it came for another receiver, or was sent from here
        [Envelope(message_id=incoming.message_id, content=incoming.content)], ignore_conflicts=True
    )
    envelope = Envelope.objects.only("pk").get(message_id=incoming.message_id)
    return Arrival.objects.create(
        message_id=incoming.message_id,
        sender=incoming.sender,
        receiver=incoming.receiver,
        envelope=envelope,
        document_id=about.document_id,
        kind=said.business.kind if isinstance(said, AxisDocument) else None,
        status_code=said.code if isinstance(said, AxisStatus) else "",
        is_taken=is_taken,
        received_at=at,
        received_on=legal_day(at),
        receipt=receipt,
    )


def _receipt(incoming: Incoming, about: InReplyTo, refusal: str, at: datetime) -> bytes:
    receiver = Party(code_as("qcvn102", incoming.receiver.code), incoming.receiver.name)
    said = receipt_for(incoming.message_id, receiver=receiver, about=about, refusal=refusal, at=at)
    return sign(write_status(said), own_credential().signing)


def _about(said: AxisDocument | AxisStatus | None) -> InReplyTo | None:
    if isinstance(said, AxisDocument):
        return InReplyTo(
            said.sender.code, said.document_id, said.number, said.notation, said.promulgated_on
        )
    return said.about if said else None


def _told(fault: DomainError) -> str:
    return f"{fault.code}: {fault.sentence}"


def _check_clock(said: AxisDocument | AxisStatus, at: datetime) -> None:
    moments = [step.at for step in said.trace] if isinstance(said, AxisDocument) else [said.at]
    if any((moment - at).total_seconds() > PATIENCE_FOR_CLOCKS for moment in moments):
        raise ClockInFuture
