"""The cashier agreement: asking, cancelling, cash at the counter."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor, ActorKind
from nentang.agreements.cashier import PaymentOrder, PaymentState, cashier
from nentang.economy.payments.actions import expire_requests
from nentang.economy.payments.errors import (
    AmountNotPositive,
    NotYourPayment,
    NotYourTill,
    PaymentNotFound,
    PaymentNotOpen,
    ReferenceTaken,
)
from nentang.economy.payments.rules.terms import WAITS

from .factories import make_payee, make_request, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(at: datetime) -> PaymentOrder:
    return PaymentOrder(
        reference="000.00.98.H98-201207-0001",
        amount=16_000,
        payee_organization_id=make_payee(at=at).pk,
        payer_person_id=None,
        description="Cấp bản sao trích lục hộ tịch",
    )


def test_a_request_waits_on_a_page_of_its_own(order: PaymentOrder, at: datetime) -> None:
    request = cashier().request_payment(order=order, actor=SYSTEM, at=at)

    assert request.state is PaymentState.REQUESTED
    assert request.pay_path == f"/thanh-toan/{request.code}/"
    assert cashier().find_payment(reference=order.reference) == request


def test_asking_twice_gives_the_same_request(order: PaymentOrder, at: datetime) -> None:
    first = cashier().request_payment(order=order, actor=SYSTEM, at=at)

    assert cashier().request_payment(order=order, actor=SYSTEM, at=at) == first


@pytest.mark.parametrize("change", [{"amount": 17_000}, {"description": "Việc khác"}])
def test_other_content_under_one_reference_is_refused(
    order: PaymentOrder, at: datetime, change: dict[str, object]
) -> None:
    cashier().request_payment(order=order, actor=SYSTEM, at=at)

    with pytest.raises(ReferenceTaken):
        cashier().request_payment(order=replace(order, **change), actor=SYSTEM, at=at)  # type: ignore[arg-type]


@pytest.mark.parametrize("amount", [0, -1])
def test_only_a_positive_amount_can_be_asked_for(
    order: PaymentOrder, at: datetime, amount: int
) -> None:
    with pytest.raises(AmountNotPositive):
        cashier().request_payment(order=replace(order, amount=amount), actor=SYSTEM, at=at)


def test_a_stranger_cannot_ask(order: PaymentOrder, at: datetime) -> None:
    with pytest.raises(NotYourPayment):
        cashier().request_payment(order=order, actor=ANONYMOUS, at=at)


def test_cancelling_what_was_never_asked_does_nothing(at: datetime) -> None:
    cashier().cancel_payment(reference="khong co", actor=SYSTEM, at=at)

    assert cashier().find_payment(reference="khong co") is None


def test_a_paid_request_cannot_be_cancelled(at: datetime) -> None:
    request = make_request(at=at)
    cashier().record_cash(reference=request.reference, actor=SYSTEM, at=at)

    with pytest.raises(PaymentNotOpen):
        cashier().cancel_payment(reference=request.reference, actor=SYSTEM, at=at)


def test_a_cancelled_request_takes_no_cash(at: datetime) -> None:
    request = make_request(at=at)
    cashier().cancel_payment(reference=request.reference, actor=SYSTEM, at=at)

    with pytest.raises(PaymentNotOpen):
        cashier().record_cash(reference=request.reference, actor=SYSTEM, at=at)


def test_cash_is_taken_once(at: datetime) -> None:
    request = make_request(at=at)
    clerk = officer("clerk", request.payee_id)

    first = cashier().record_cash(reference=request.reference, actor=clerk, at=at)
    later = at + timedelta(hours=1)

    assert first.paid_at == at
    assert cashier().record_cash(reference=request.reference, actor=clerk, at=later) == first


def test_only_a_clerk_of_the_payee_takes_cash(at: datetime) -> None:
    request = make_request(at=at)

    for stranger in (officer("clerk", request.payee_id + 1), officer("leader", request.payee_id)):
        with pytest.raises(NotYourTill):
            cashier().record_cash(reference=request.reference, actor=stranger, at=at)


def test_cash_for_an_unknown_reference_is_not_found(at: datetime) -> None:
    with pytest.raises(PaymentNotFound):
        cashier().record_cash(reference="khong co", actor=SYSTEM, at=at)


def test_a_request_expires_and_waits_again_when_asked_anew(
    order: PaymentOrder, at: datetime
) -> None:
    asked = cashier().request_payment(order=order, actor=SYSTEM, at=at)

    assert expire_requests(at=at + WAITS - timedelta(seconds=1)) == 0
    assert expire_requests(at=at + WAITS) == 1
    expired = cashier().find_payment(reference=order.reference)
    again = cashier().request_payment(order=order, actor=SYSTEM, at=at + WAITS)

    assert expired is not None
    assert expired.state is PaymentState.EXPIRED
    assert again == asked


def test_the_payer_may_cancel_and_another_person_may_not(at: datetime) -> None:
    request = make_request(at=at)
    stranger = Actor(kind=ActorKind.PERSON, account_id=9, person_id=9)

    with pytest.raises(NotYourPayment):
        cashier().cancel_payment(reference=request.reference, actor=stranger, at=at)
