"""Money goes back once, by four eyes, never more than came."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.config.bank.server import Bank
from nentang.economy.payments.actions import (
    ask_refund,
    ask_refund_of_break,
    book_notice,
    carry_out_refunds,
    decide_refund,
    hand_over_refund,
    issue_receipts,
    record_cash,
    start_gateway_payment,
)
from nentang.economy.payments.enums import LOST, RefundReason
from nentang.economy.payments.errors import (
    AmountNotReturnable,
    BreakNotFound,
    NotYourTill,
    RefundNotFound,
    SameEyes,
)
from nentang.economy.payments.models import Break, PaymentRequest, Receipt, Refund
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.foundation.identity.models import Account
from nentang.foundation.organizations.models import Organization
from nentang.foundation.outbox.models import Event
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from tests.foundation.identity.factories import make_account, make_person

from .conftest import OpenBank, close
from .factories import make_request, officer
from .test_bank import eventually, is_paid, press

REASON = RefundReason.WITHDRAWN


def clerk_of(request: PaymentRequest) -> Actor:
    return officer_of(request, "clerk")


def leader_of(request: PaymentRequest) -> Actor:
    return officer_of(request, "leader")


def officer_of(request: PaymentRequest, *roles: str) -> Actor:
    """Somebody with an account; the same one for the same first role."""
    username = f"canbo.{roles[0]}"
    known = Account.objects.filter(username=username).first()
    account = known or make_account(at=request.requested_at, username=username)
    return Actor(
        kind=ActorKind.OFFICER,
        account_id=account.pk,
        person_id=None,
        roles=tuple(Role(each, request.payee_id) for each in roles),
    )


def paid_in_cash(at: datetime, payer_id: int | None = None) -> PaymentRequest:
    known = Organization.objects.first()
    request = make_request(at=at, payer_id=payer_id, payee=known)
    return record_cash(reference=request.reference, actor=SYSTEM, at=at)


def asked(request: PaymentRequest, amount: int, at: datetime) -> Refund:
    booking = request.bookings.get()
    return ask_refund(
        booking_id=booking.pk, amount=amount, reason=REASON, actor=clerk_of(request), at=at
    )


def decided(refund: Refund, request: PaymentRequest, at: datetime, *, approve: bool) -> Refund:
    return decide_refund(code=refund.code, approve=approve, actor=leader_of(request), at=at)


@pytest.mark.django_db
def test_cash_goes_back_over_the_counter_and_the_receipt_no_longer_holds(at: datetime) -> None:
    request = paid_in_cash(at, make_person(at=at).pk)
    run_until_quiet(at=at)
    refund = decided(asked(request, 16_000, at), request, at, approve=True)

    hand_over_refund(code=refund.code, actor=clerk_of(request), at=at)

    request.refresh_from_db()
    assert (request.state, request.refunded_amount) == ("refunded", 16_000)
    assert Receipt.objects.get(request=request).document.state == "revoked"
    told = Event.objects.get(name="payments.payment_refunded").payload
    assert (told["amount"], told["left"]) == (16_000, 0)
    with pytest.raises(RefundNotFound):
        hand_over_refund(code=refund.code, actor=clerk_of(request), at=at)


@pytest.mark.django_db
def test_a_part_goes_back_and_the_rest_stays_paid(at: datetime) -> None:
    request = paid_in_cash(at)
    refund = decided(asked(request, 6_000, at), request, at, approve=True)

    hand_over_refund(code=refund.code, actor=clerk_of(request), at=at)

    request.refresh_from_db()
    assert (request.state, request.refunded_amount) == ("paid", 6_000)
    with pytest.raises(AmountNotReturnable):
        asked(request, 10_001, at)


@pytest.mark.django_db
def test_who_asked_does_not_decide_and_a_clerk_never_does(at: datetime) -> None:
    request = paid_in_cash(at)
    both = officer_of(request, "leader", "clerk")
    booking = request.bookings.get()
    refund = ask_refund(
        booking_id=booking.pk, amount=1_000, reason=REASON, actor=leader_of(request), at=at
    )

    with pytest.raises(SameEyes):
        decide_refund(code=refund.code, approve=True, actor=both, at=at)
    for nobody in (clerk_of(request), SYSTEM, officer("leader", 999_999)):
        with pytest.raises(NotYourTill):
            decide_refund(code=refund.code, approve=True, actor=nobody, at=at)


@pytest.mark.django_db
def test_what_was_declined_may_be_asked_for_again(at: datetime) -> None:
    request = paid_in_cash(at)
    decided(asked(request, 16_000, at), request, at, approve=False)

    assert asked(request, 16_000, at).state == "asked"
    assert PaymentRequest.objects.get(pk=request.pk).state == "paid"


@pytest.mark.django_db
@given(st.lists(st.tuples(st.integers(-1, 20_000), st.sampled_from(["wait", "done", "lost"]))))
@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_never_more_goes_back_than_came(at: datetime, tries: list[tuple[int, str]]) -> None:
    request = paid_in_cash(at)
    for amount, end in tries:
        try:
            refund = asked(request, amount, at)
        except AmountNotReturnable:
            continue
        if end != "wait":
            decided(refund, request, at, approve=end == "done")
        if end == "done":
            hand_over_refund(code=refund.code, actor=clerk_of(request), at=at)

    kept = Refund.objects.filter(booking__request=request).exclude(state__in=LOST)
    request.refresh_from_db()
    assert sum(each.amount for each in kept) <= 16_000
    assert request.refunded_amount == sum(each.amount for each in kept if each.state == "done")


@pytest.mark.django_db(transaction=True)
def test_the_bank_sends_back_what_was_paid_twice_once(bank: Bank) -> None:
    at = clock.now()
    request = make_request(at=at)
    press(start_gateway_payment(code=request.code, actor=SYSTEM, at=at), "tra-hai-lan")
    eventually(lambda: is_paid(request) and Break.objects.exists())
    found = Break.objects.get()
    refund = ask_refund_of_break(code=found.code, actor=clerk_of(request), at=at)
    decided(refund, request, at, approve=True)

    sent = [carry_out_refunds(at=at + timedelta(hours=hour)) for hour in range(3)]

    found.refresh_from_db()
    request.refresh_from_db()
    assert sent == [1, 0, 0]
    assert (found.resolution, request.state, request.refunded_amount) == ("returned", "paid", 0)
    assert found.case is not None
    assert found.case.state == "returned"
    gone = [m.amount for m in bank.store.movements() if m.amount < 0]
    assert gone == [-16_000]


@pytest.mark.django_db(transaction=True)
def test_a_refund_waits_for_a_bank_that_is_down_and_is_sent_once(open_bank: OpenBank) -> None:
    at = clock.now()
    bank = open_bank()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=SYSTEM, at=at)
    transaction = bank.store.pay(bank.store.orders()[0], amount=16_000)
    told = Notice("m1", Kind.ORDER_PAID, 16_000, order.code, transaction)
    book_notice(gateway="bank", notice=told, body=b"1", at=at)
    refund = decided(asked(request, 16_000, at), request, at, approve=True)
    bank.store.refund(code=refund.code, transaction=transaction, amount=16_000)  # answer got lost
    port = bank.server_port
    close(bank)

    while_down = carry_out_refunds(at=at)
    again = open_bank(port=port)
    later = carry_out_refunds(at=at + timedelta(minutes=6))

    assert (while_down, later) == (0, 1)
    assert PaymentRequest.objects.get(pk=request.pk).state == "refunded"
    assert [m.amount for m in again.store.movements()] == [16_000, -16_000]


@pytest.mark.django_db(transaction=True)
def test_what_the_bank_will_not_return_is_seen_and_may_be_asked_again(open_bank: OpenBank) -> None:
    at = clock.now()
    open_bank()
    request = make_request(at=at)
    order = start_gateway_payment(code=request.code, actor=SYSTEM, at=at)
    told = Notice("m1", Kind.ORDER_PAID, 16_000, order.code, "FT-unknown-to-the-bank")
    book_notice(gateway="bank", notice=told, body=b"1", at=at)
    refund = decided(asked(request, 16_000, at), request, at, approve=True)

    carry_out_refunds(at=at)

    refund.refresh_from_db()
    assert refund.state == "failed"
    assert asked(request, 16_000, at).state == "asked"


@pytest.mark.django_db
def test_a_break_is_returned_once(at: datetime) -> None:
    request = paid_in_cash(at)
    order = Notice(
        "m1", Kind.TRANSFER_RECEIVED, 5_000, "", "FT1", request.code, "970415", "0011001932418"
    )
    book_notice(gateway="bank", notice=order, body=b"1", at=at)
    found = Break.objects.get()

    ask_refund_of_break(code=found.code, actor=clerk_of(request), at=at)

    with pytest.raises(BreakNotFound):
        ask_refund_of_break(code=found.code, actor=clerk_of(request), at=at)


@pytest.mark.django_db
def test_a_receipt_that_is_still_being_signed_does_not_stop_a_refund(at: datetime) -> None:
    request = paid_in_cash(at)
    issue_receipts(code=request.code, at=at)
    refund = decided(asked(request, 16_000, at), request, at, approve=True)

    hand_over_refund(code=refund.code, actor=clerk_of(request), at=at)
    run_until_quiet(at=at)

    assert Receipt.objects.get(request=request).document.state == "revoked"
