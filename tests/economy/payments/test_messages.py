"""What a gateway tells is booked once, if it is true, and never wrongly."""

import json
from datetime import datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.actions import (
    accept_gateway_message,
    book_notice,
    cancel_payment,
    expire_requests,
    record_cash,
)
from nentang.economy.payments.enums import Outcome
from nentang.economy.payments.errors import (
    MessageChanged,
    MessageForged,
    MessageStale,
    MessageUnreadable,
)
from nentang.economy.payments.models import (
    Booking,
    Break,
    GatewayMessage,
    GatewayOrder,
    PaymentRequest,
    RevenueEntry,
)
from nentang.economy.payments.rules.booking import Standing, outcome_of
from nentang.economy.payments.rules.notices import Kind, Notice, read_notice
from nentang.economy.payments.rules.terms import WAITS
from nentang.kernel.signatures import OwnKey, SharedKey, payload_of

from .conftest import KEY
from .factories import make_request


def notice(code: str, **changes: Any) -> dict[str, Any]:
    """The bank says that the order was paid."""
    told = {"id": "msg_1", "type": "order.paid", "code": code, "amount": 16_000}
    return {**told, "transaction": "FT000000000001", **changes}


def make_order(request: PaymentRequest, *, at: datetime) -> GatewayOrder:
    """An order as it stands after the payer was sent to the bank."""
    return GatewayOrder.objects.create(
        request=request,
        gateway="bank",
        code=f"{request.code}-1",
        amount=request.amount,
        state="open",
        opened_at=at,
        asked_at=at,
    )


def tell(
    told: dict[str, Any], *, at: datetime, signed_at: datetime | None = None
) -> GatewayMessage:
    """The message, signed as the bank does."""
    body = json.dumps(told).encode()
    timestamp = str(int((signed_at or at).timestamp()))
    return accept_gateway_message(
        gateway="bank",
        body=body,
        timestamp=timestamp,
        signature=SharedKey(KEY.encode()).sign(payload_of(timestamp, body)),
        at=at,
    )


def state_of(request: PaymentRequest) -> str:
    return str(PaymentRequest.objects.get(pk=request.pk).state)


@pytest.mark.django_db
def test_a_true_message_settles_the_request(at: datetime) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)

    message = tell(notice(order.code), at=at)

    assert message.outcome == Outcome.SETTLED
    paid = PaymentRequest.objects.get(pk=request.pk)
    assert (paid.state, paid.method, paid.paid_at) == ("paid", "bank", at)
    assert paid.bookings.get().transaction == "FT000000000001"


@pytest.mark.django_db
def test_a_replayed_message_has_the_same_answer_and_changes_nothing(at: datetime) -> None:
    request = make_request(at=at)
    told = notice(make_order(request, at=at).code)

    first = tell(told, at=at)
    again = tell(told, at=at + timedelta(minutes=4), signed_at=at)

    assert again == first
    assert PaymentRequest.objects.get(pk=request.pk).paid_at == at


@pytest.mark.django_db
@pytest.mark.parametrize("minutes", [-6, 6, 600])
def test_a_message_signed_long_ago_or_in_the_future_is_refused(at: datetime, minutes: int) -> None:
    request = make_request(at=at)
    told = notice(make_order(request, at=at).code)

    with pytest.raises(MessageStale):
        tell(told, at=at, signed_at=at - timedelta(minutes=minutes))

    assert state_of(request) == "requested"


@pytest.mark.django_db
@pytest.mark.parametrize("signature", ["", "hmac-sha256=", "hmac-sha256=" + "0" * 64, "ed25519=AA"])
def test_a_forged_message_is_refused(at: datetime, signature: str) -> None:
    request = make_request(at=at)
    body = json.dumps(notice(make_order(request, at=at).code)).encode()

    with pytest.raises(MessageForged):
        accept_gateway_message(
            gateway="bank",
            body=body,
            timestamp=str(int(at.timestamp())),
            signature=signature,
            at=at,
        )

    assert state_of(request) == "requested"


@pytest.mark.django_db
def test_a_body_changed_under_its_signature_is_refused(at: datetime) -> None:
    body = json.dumps(notice("TT-1", amount=1)).encode()
    timestamp = str(int(at.timestamp()))
    signature = SharedKey(KEY.encode()).sign(payload_of(timestamp, body))

    with pytest.raises(MessageForged):
        accept_gateway_message(
            gateway="bank",
            body=body.replace(b": 1,", b": 9,"),
            timestamp=timestamp,
            signature=signature,
            at=at,
        )


@pytest.mark.django_db
def test_with_the_banks_public_key_only_its_own_signature_counts(
    at: datetime, settings: Settings
) -> None:
    own = Ed25519PrivateKey.generate()
    pem = own.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    settings.BANK_PUBLIC_KEY = pem.decode()
    request = make_request(at=at)
    body = json.dumps(notice(make_order(request, at=at).code)).encode()
    timestamp = str(int(at.timestamp()))
    payload = payload_of(timestamp, body)

    with pytest.raises(MessageForged):
        accept_gateway_message(
            gateway="bank",
            body=body,
            timestamp=timestamp,
            signature=SharedKey(KEY.encode()).sign(payload),
            at=at,
        )
    message = accept_gateway_message(
        gateway="bank",
        body=body,
        timestamp=timestamp,
        signature=OwnKey(own).sign(payload),
        at=at,
    )

    assert message.outcome == Outcome.SETTLED


@pytest.mark.django_db
def test_one_number_with_two_bodies_is_refused(at: datetime) -> None:
    order = make_order(make_request(at=at), at=at)
    tell(notice(order.code), at=at)

    with pytest.raises(MessageChanged):
        tell(notice(order.code, amount=99_000), at=at)


@pytest.mark.django_db
@pytest.mark.parametrize("amount", [1, 15_999, 16_001, 160_000])
def test_a_wrong_amount_is_a_break_and_not_a_payment(at: datetime, amount: int) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)

    message = tell(notice(order.code, amount=amount), at=at)

    assert message.outcome == Outcome.WRONG_AMOUNT
    assert Break.objects.get(request=request).told == amount
    assert state_of(request) == "requested"


@pytest.mark.django_db
def test_an_unknown_order_is_a_break(at: datetime) -> None:
    assert tell(notice("TT000000000000-1"), at=at).outcome == Outcome.UNKNOWN_ORDER


@pytest.mark.django_db
def test_paid_twice_is_booked_once(at: datetime) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)

    tell(notice(order.code), at=at)
    second = tell(notice(order.code, id="msg_2", transaction="FT000000000002"), at=at)

    assert second.outcome == Outcome.PAID_TWICE
    assert request.bookings.get().transaction == "FT000000000001"


@pytest.mark.django_db
def test_one_transaction_told_under_two_numbers_is_no_second_payment(at: datetime) -> None:
    order = make_order(make_request(at=at), at=at)

    tell(notice(order.code), at=at)

    assert tell(notice(order.code, id="msg_2"), at=at).outcome == Outcome.SETTLED


@pytest.mark.django_db
def test_one_transaction_cannot_pay_two_requests(at: datetime) -> None:
    first = make_request(at=at)
    other = make_request(at=at, payee=first.payee)

    tell(notice(make_order(first, at=at).code), at=at)
    message = tell(notice(make_order(other, at=at).code, id="msg_2"), at=at)

    assert message.outcome == Outcome.BOOKED_ELSEWHERE
    assert state_of(other) == "requested"


@pytest.mark.django_db
def test_money_for_a_cancelled_request_is_a_break(at: datetime) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)
    cancel_payment(reference=request.reference, actor=SYSTEM, at=at)

    assert tell(notice(order.code), at=at).outcome == Outcome.CANCELLED
    assert state_of(request) == "cancelled"


@pytest.mark.django_db
def test_money_after_cash_is_a_break(at: datetime) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)
    record_cash(reference=request.reference, actor=SYSTEM, at=at)

    assert tell(notice(order.code), at=at).outcome == Outcome.PAID_TWICE
    assert PaymentRequest.objects.get(pk=request.pk).method == "cash"


@pytest.mark.django_db
def test_late_money_for_an_expired_request_is_still_money(at: datetime) -> None:
    request = make_request(at=at)
    order = make_order(request, at=at)
    late = at + WAITS
    expire_requests(at=late)

    assert tell(notice(order.code), at=late).outcome == Outcome.SETTLED
    assert state_of(request) == "paid"


@pytest.mark.django_db
@pytest.mark.parametrize("order_of", list(permutations(range(3))))
def test_messages_in_any_order_lead_to_the_same_end(
    at: datetime, order_of: tuple[int, int, int]
) -> None:
    request = make_request(at=at)
    code = make_order(request, at=at).code
    told = [
        notice(code, id="msg_refused", type="order.refused", amount=0, transaction=""),
        notice(code, id="msg_paid"),
        notice(code, id="msg_short", amount=15_000, transaction="FT000000000003"),
    ]

    for index in order_of:
        tell(told[index], at=at)

    assert state_of(request) == "paid"
    assert GatewayOrder.objects.get(code=code).state == "paid"
    assert request.bookings.get().transaction == "FT000000000001"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, Outcome.SETTLED),
        ({"amount": 17_000}, Outcome.WRONG_AMOUNT),
        ({"account": "9999"}, Outcome.WRONG_ACCOUNT),
        ({"purpose": "chuc mung sinh nhat"}, Outcome.UNKNOWN_ORDER),
    ],
)
def test_a_transfer_is_matched_by_code_amount_and_account(
    at: datetime, changes: dict[str, Any], outcome: Outcome
) -> None:
    request = make_request(at=at)
    told = {
        "id": "msg_1",
        "type": "transfer.received",
        "amount": 16_000,
        "transaction": "FT000000000009",
        "bank_bin": "970415",
        "account": "0011001932418",
        "purpose": f"MBVCB.123.{request.code.lower()}.LE PHI",
        **changes,
    }

    assert tell(told, at=at).outcome == outcome
    assert state_of(request) == ("paid" if outcome == Outcome.SETTLED else "requested")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b'{"id": "m"}',
        b'{"id": "m", "type": "order.paid", "amount": 1}',
        b'{"id": "m", "type": "order.paid", "amount": true, "transaction": "F"}',
        b'{"id": "m", "type": "order.paid", "amount": -1, "transaction": "F"}',
        b'{"id": "m", "type": "order.paid", "amount": 1.5, "transaction": "F"}',
        b'{"id": 7, "type": "order.paid", "amount": 1, "transaction": "F"}',
        b'{"id": "m", "type": "order.lost", "amount": 1, "transaction": "F"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_message_without_the_agreed_form_is_refused(body: bytes) -> None:
    with pytest.raises(MessageUnreadable):
        read_notice(body)


standings = st.builds(
    Standing,
    state=st.sampled_from(["requested", "paid", "cancelled", "expired"]),
    owed=st.integers(1, 5),
    in_parts=st.booleans(),
    is_booked=st.booleans(),
    is_its_account=st.booleans(),
)
notices = st.builds(
    Notice,
    id=st.just("m"),
    kind=st.sampled_from(Kind),
    amount=st.integers(0, 6),
    transaction=st.sampled_from(["FT1", "FT3"]),
)


@given(notices, standings)
def test_money_is_booked_only_where_everything_fits(told: Notice, standing: Standing) -> None:
    outcome = outcome_of(told, standing)
    if outcome in (Outcome.SETTLED, Outcome.PART) and not standing.is_booked:
        assert standing.is_its_account
        assert standing.state in ("requested", "expired")
        is_all = told.amount == standing.owed
        is_part = standing.in_parts and 0 < told.amount < standing.owed
        assert is_all if outcome is Outcome.SETTLED else is_part


@pytest.mark.django_db
@given(amounts=st.lists(st.sampled_from([16_000, 15_999, 16_001]), max_size=6))
@hypothesis_settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_message_is_lost_and_the_booked_sum_is_what_was_asked(
    at: datetime, amounts: list[int]
) -> None:
    GatewayMessage.objects.all().delete()
    RevenueEntry.objects.all().delete()
    Booking.objects.all().delete()
    Break.objects.update(resolution="explained")
    request = PaymentRequest.objects.first() or make_request(at=at)
    PaymentRequest.objects.update(state="requested", paid_at=None, method="", paid_amount=0)
    order = GatewayOrder.objects.filter(request=request).first() or make_order(request, at=at)

    for serial, amount in enumerate(amounts):
        told = Notice(f"m{serial}", Kind.ORDER_PAID, amount, order.code, f"FT{serial}")
        book_notice(gateway="bank", notice=told, body=b"%d" % serial, at=at)

    messages = GatewayMessage.objects.all()
    settled = [m.amount for m in messages if m.outcome == Outcome.SETTLED]
    assert sum(m.amount for m in messages) == sum(amounts)
    assert settled == ([16_000] if 16_000 in amounts else [])
    assert state_of(request) == ("paid" if settled else "requested")
