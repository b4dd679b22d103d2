"""What an answer to a message means, and what follows from it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish
from nentang.government.document_exchange.adapters.wire import Answer
from nentang.government.document_exchange.enums import DeliveryState, StatusCode
from nentang.government.document_exchange.errors import MessageFault
from nentang.government.document_exchange.events import DeliveryFailed, ReceiptArrived
from nentang.government.document_exchange.models import Delivery
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message
from nentang.government.document_exchange.rules.edxml.values import AxisStatus
from nentang.government.document_exchange.rules.edxml.verify import (
    TrustedCertificate,
    check_signature,
)
from nentang.government.document_exchange.rules.outgoing import canonical_code
from nentang.government.document_exchange.rules.receipts import ReadReceipt, read_receipt
from nentang.government.document_exchange.rules.retry import (
    ASKED_AGAIN_AFTER,
    is_given_up,
    wait_after,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import InvalidIdentifier

LATE = (DeliveryState.FAILED,)  # given up here, and taken over there all the same
RECEIPT_UNREADABLE = "document_exchange.receipt_unreadable"


class Outcome(Frozen):
    """What came of one delivery: a receipt, the code of what stood in its way, or neither while it is under way."""

    delivery: Delivery
    content: bytes = b""
    receipt: ReadReceipt | None = None
    problem: str = ""
    is_under_way: bool = False


def read_answer(
    delivery: Delivery,
    answer: Answer | None,
    trusted: tuple[TrustedCertificate, ...],
    *,
    at: datetime,
) -> Outcome:
    """Only a receipt signed over there, by the receiver and for this very message, ends a delivery."""
    if answer is None:
        return Outcome(delivery, is_under_way=True)
    if answer.status != 200:
        return Outcome(delivery, problem=answer.code or f"http.{answer.status}")
    try:
        root = parse(answer.content)
        check_signature(root, trusted, at=at)
        said = read_message(root)
        is_by_receiver = canonical_code(said.sender.code) == delivery.receiver.code
    except (MessageFault, InvalidIdentifier) as fault:
        return Outcome(delivery, problem=fault.code)
    envelope = delivery.consignment.envelope
    receipt = None
    if isinstance(said, AxisStatus) and is_by_receiver and envelope is not None:
        receipt = read_receipt(said, envelope.message_id)
    if receipt is None:
        return Outcome(delivery, problem=RECEIPT_UNREADABLE)
    return Outcome(delivery, answer.content, receipt)


@transaction.atomic
def note_answers(outcomes: list[Outcome], *, at: datetime) -> int:
    """How many got a receipt. Each is noted once, whoever else heard the same answer."""
    return sum(_note(each, at) for each in outcomes)


def _note(outcome: Outcome, at: datetime) -> bool:
    if outcome.receipt is None:
        _note_problem(outcome, at)
        return False
    receipt = outcome.receipt
    is_first = _update(
        outcome.delivery,
        *LATE,
        state=DeliveryState.DELIVERED if receipt.is_taken else DeliveryState.REFUSED,
        tries=outcome.delivery.tries + 1,
        problem=receipt.reason.partition(":")[0][:80],
        status_code=StatusCode.ARRIVED if receipt.is_taken else StatusCode.REFUSED,
        status_at=receipt.at,
        received_on=legal_day(receipt.at),
        receipt=outcome.content,
    )
    if is_first and receipt.is_taken:
        consignment, code = outcome.delivery.consignment_id, outcome.delivery.receiver.code
        publish(ReceiptArrived(consignment, code), at=at, key=f"consignment:{consignment}")
    elif is_first:
        _tell_failed(outcome.delivery, receipt.reason.partition(":")[0], at)
    return is_first


def _note_problem(outcome: Outcome, at: datetime) -> None:
    delivery, problem, tries = outcome.delivery, outcome.problem, outcome.delivery.tries + 1
    is_over = is_given_up(tries, delivery.begun_at, at)
    is_first = _update(
        delivery,
        state=DeliveryState.FAILED if is_over else DeliveryState.WAITING,
        tries=tries,
        next_try_at=at + (ASKED_AGAIN_AFTER if outcome.is_under_way else wait_after(tries)),
        problem=problem[:80],
    )
    if is_over and is_first:
        _tell_failed(delivery, problem, at)


def _tell_failed(delivery: Delivery, reason: str, at: datetime) -> None:
    consignment, code = delivery.consignment_id, delivery.receiver.code
    record(
        actor=SYSTEM,
        action="document_exchange.note_answer",
        subject=f"delivery:{delivery.pk}",
        organization_id=delivery.consignment.sender.organization_id,
        at=at,
        details={"reason": reason[:80]},
    )
    event = DeliveryFailed(consignment, code, reason[:80])
    publish(event, at=at, key=f"consignment:{consignment}")


def _update(delivery: Delivery, *also: DeliveryState, **values: object) -> bool:
    open_ones = Delivery.objects.filter(pk=delivery.pk, state__in=[DeliveryState.WAITING, *also])
    return bool(open_ones.update(**values))
