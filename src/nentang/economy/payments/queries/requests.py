"""Reads for pages, the agreement and other apps."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from nentang.agreements import cashier as agreed
from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import DESK_ROLES, OrderState
from nentang.economy.payments.errors import PaymentNotFound
from nentang.economy.payments.models import (
    Booking,
    Break,
    GatewayOrder,
    PayeeAccount,
    PaymentRequest,
)
from nentang.economy.payments.rules.terms import ASK_AGAIN_AFTER, ASK_FOR
from nentang.economy.payments.rules.vietqr import Transfer, purpose
from nentang.foundation.audit.public import OneOf

PAGE = 50


def request_by_code(code: str) -> PaymentRequest:
    """The request that its page's address names; PaymentNotFound."""
    found = PaymentRequest.objects.select_related("payee")
    return _one(found, code=code)


def request_by_reference(reference: str) -> PaymentRequest:
    """The request for the matter; PaymentNotFound."""
    return _one(PaymentRequest.objects.all(), reference=reference)


def lock_request(**key: object) -> PaymentRequest:
    """The request, held until the transaction ends; PaymentNotFound."""
    return _one(PaymentRequest.objects.select_for_update(), **key)


def lock_booking(booking_id: int) -> Booking:
    """The booking with its request, which is held until the transaction ends; PaymentNotFound."""
    booking = Booking.objects.filter(pk=booking_id).first()
    if booking is None:
        raise PaymentNotFound
    booking.request = lock_request(pk=booking.request_id)
    return booking


def find_payment(reference: str) -> agreed.PaymentRequest | None:
    """The request for the matter as the agreement shows it, if any."""
    request = PaymentRequest.objects.filter(reference=reference).first()
    return agreed_request(request) if request else None


def agreed_request(request: PaymentRequest) -> agreed.PaymentRequest:
    """The frozen form that other apps get."""
    return agreed.PaymentRequest(
        code=request.code,
        reference=request.reference,
        amount=request.amount,
        state=agreed.PaymentState(request.state),
        pay_path=f"/thanh-toan/{request.code}/",
        paid_at=request.paid_at,
    )


def payee_account(organization_id: int, on: date) -> PayeeAccount | None:
    """The account into which that body receives money on that day."""
    return PayeeAccount.objects.in_force(on).filter(organization_id=organization_id).first()


def transfer_for(request: PaymentRequest, on: date) -> Transfer | None:
    """What the VietQR code of a request says; None where its body has no account that day."""
    account = payee_account(request.payee_id, on)
    if account is None:
        return None
    return Transfer(
        bank_bin=account.bank_bin,
        account=account.account_number,
        amount=request.owed,
        purpose=purpose(request.code, request.description),
    )


def requests_at_desk(
    actor: Actor, *, state: str = "", reference: str = "", broken: bool = False
) -> QuerySet[PaymentRequest]:
    """Requests of the bodies in which the actor reads them, newest first, with their `open_breaks`."""
    breaks = Break.objects.unresolved()
    found = (
        PaymentRequest.objects.filter(payee_id__in=actor.organizations(*DESK_ROLES))
        .select_related("payee")
        .prefetch_related(Prefetch("breaks", queryset=breaks.order_by("pk"), to_attr="open_breaks"))
        .order_by("-pk")
    )
    if state:
        found = found.filter(state=state)
    if reference:
        found = found.filter(reference__startswith=reference.strip())
    return found.filter(Exists(breaks.filter(request=OuterRef("pk")))) if broken else found


def page_of(
    found: QuerySet[PaymentRequest], *, before_id: int | None
) -> tuple[list[PaymentRequest], int | None]:
    """One page and the key from which the next one goes on (None: the last page)."""
    rows = list((found.filter(pk__lt=before_id) if before_id else found)[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def expired_requests(at: datetime, limit: int) -> list[int]:
    """Keys of requests whose time is over, longest ago first."""
    due = PaymentRequest.objects.filter(state="requested", expires_at__lte=at)
    return list(due.order_by("expires_at").values_list("pk", flat=True)[:limit])


def open_orders(at: datetime, limit: int) -> list[str]:
    """Codes of requests about whose orders the gateway should be asked, longest unasked first."""
    due = GatewayOrder.objects.filter(
        OneOf("state", (OrderState.OPENING, OrderState.OPEN)),
        asked_at__lte=at - ASK_AGAIN_AFTER,
        opened_at__gt=at - ASK_FOR,
    )
    return list(due.order_by("asked_at").values_list("request__code", flat=True)[:limit])


def _one(rows: QuerySet[PaymentRequest], **key: object) -> PaymentRequest:
    try:
        return rows.get(**key)
    except PaymentRequest.DoesNotExist:
        raise PaymentNotFound from None
