"""Issue the receipt for money that has arrived."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.adapters.counter import next_number
from nentang.economy.payments.adapters.receipts import RECEIPT, TEMPLATE, receipt_terms
from nentang.economy.payments.enums import State
from nentang.economy.payments.errors import ReceiptTooEarly
from nentang.economy.payments.models import PaymentRequest, Receipt
from nentang.economy.payments.queries import lock_request
from nentang.economy.payments.rules.receipts import receipt_content
from nentang.foundation.audit.public import record
from nentang.foundation.documents.public import issue_document
from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day


def issue_receipt(*, code: str, at: datetime) -> Receipt:
    """The one receipt of that request. PaymentNotFound; ReceiptTooEarly where it is not paid."""
    with transaction.atomic():
        request = lock_request(code=code)
        if request.state != State.PAID or request.paid_at is None:
            raise ReceiptTooEarly
        if issued := Receipt.objects.filter(request=request).first():
            return issued
        receipt = _issue(request, request.paid_at, at)
        record(
            actor=SYSTEM,
            action="payments.issue_receipt",
            subject=f"payment:{request.pk}",
            organization_id=request.payee_id,
            person_id=request.payer_id,
            details={"number": receipt.number, "year": receipt.year},
            at=at,
        )
    return receipt


def _issue(request: PaymentRequest, paid_at: datetime, at: datetime) -> Receipt:
    """Numbers run within the year of the day on which the receipt is made."""
    terms = receipt_terms(legal_day(at))
    year = legal_day(at).year
    number = next_number(request.payee_id, year)
    content = receipt_content(
        payer=person(request.payer_id).full_name if request.payer_id else "",
        payee=organization(request.payee_id).name,
        description=request.description,
        reference=request.reference,
        amount=request.amount,
        method=str(request.get_method_display()),
        paid_on=legal_day(paid_at),
        terms=terms,
    )
    document = issue_document(
        kind=RECEIPT,
        title=terms.title,
        template=TEMPLATE,
        data=content,
        number=terms.number(year, number),
        organization_id=request.payee_id,
        subject=f"payment:{request.pk}",
        person_id=request.payer_id,
        actor=SYSTEM,
        at=at,
    )
    return Receipt.objects.create(
        request=request,
        organization_id=request.payee_id,
        year=year,
        number=number,
        document=document,
        issued_at=at,
    )
