"""Issue the receipts for money that has arrived."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.adapters.receipts import RECEIPT, TEMPLATE, receipt_terms
from nentang.economy.payments.models import Booking, PaymentRequest, Receipt, ReceiptCounter
from nentang.economy.payments.queries import lock_request
from nentang.economy.payments.rules.receipts import ReceiptTerms, receipt_content
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import IssuedDocument, issue_document
from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day


def issue_receipts(*, code: str, at: datetime) -> list[Receipt]:
    """The receipts made now: one for each booking of that request that had none. PaymentNotFound."""
    with transaction.atomic():
        request = lock_request(code=code)
        bookings = request.bookings.filter(receipt=None).order_by("pk")
        return [_issue(request, booking, at) for booking in bookings]


def _issue(request: PaymentRequest, booking: Booking, at: datetime) -> Receipt:
    """Numbers run within the year of the day on which the receipt is made."""
    terms = receipt_terms(legal_day(at))
    year = legal_day(at).year
    number = ReceiptCounter.take(organization_id=request.payee_id, year=year)
    document = _print(request, booking, terms, terms.number(year, number), at)
    receipt = Receipt.objects.create(
        request=request,
        booking=booking,
        organization_id=request.payee_id,
        year=year,
        number=number,
        document=document,
        issued_at=at,
    )
    record(
        actor=SYSTEM,
        action="payments.issue_receipt",
        subject=f"payment:{request.pk}",
        organization_id=request.payee_id,
        person_id=request.payer_id,
        details={"number": number, "year": year},
        at=at,
    )
    return receipt


def _print(
    request: PaymentRequest, booking: Booking, terms: ReceiptTerms, number: str, at: datetime
) -> IssuedDocument:
    content = receipt_content(
        payer=person(request.payer_id).full_name if request.payer_id else "",
        payee=organization(request.payee_id).name,
        description=request.description,
        reference=request.reference,
        amount=booking.amount,
        method=str(booking.get_method_display()),
        paid_on=legal_day(booking.booked_at),
        terms=terms,
    )
    return issue_document(
        kind=RECEIPT,
        title=terms.title,
        template=TEMPLATE,
        data=content,
        number=number,
        organization_id=request.payee_id,
        subject=f"payment:{request.pk}",
        person_id=request.payer_id,
        actor=SYSTEM,
        at=at,
    )
