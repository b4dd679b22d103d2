"""Receive a dossier: the clock starts, the receipt is issued, the applicant gets a date."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentState, cashier
from nentang.foundation.casework.public import advance, start_clock
from nentang.government.services.enums import DeliveryWay, SlipForm
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import (
    delivery_of,
    dossier_to_change,
    matter_of,
    procedure_of,
)
from nentang.government.services.rules.slips import receipt
from nentang.kernel.clock import legal_day

from .issue_slip import issue_slip


def receive_dossier(*, code: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, received; it waits for its fee or is examined at once.

    Issues form 01 (receipt and appointment, Circular 01/2018/TT-VPCP article 9).
    """
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk")
        procedure = procedure_of(dossier)
        advance(dossier, "receive", actor=actor, at=at, received_at=at)
        start_clock(
            case=dossier.case,
            working_days=procedure.deadline.working_days,
            same_day=procedure.deadline.same_day,
            actor=actor,
            at=at,
        )
        content = receipt(
            matter_of(dossier), procedure, delivery=_delivery_words(dossier, legal_day(at))
        )
        issue_slip(dossier=dossier, form=SlipForm.RECEIPT, content=content, actor=actor, at=at)
        step = "examine" if _is_paid(dossier) else "await_fee"
        advance(dossier, step, actor=actor, at=at)
    return dossier


def _is_paid(dossier: Dossier) -> bool:
    request = cashier().find_payment(reference=dossier.code) if dossier.fee else None
    return not dossier.fee or (request is not None and request.state is PaymentState.PAID)


def _delivery_words(dossier: Dossier, on: date) -> str:
    plan = delivery_of(dossier, on)
    if plan.way is DeliveryWay.POST:
        return f"Qua bưu điện đến: {plan.address}"
    if plan.counter:
        return f"Tại quầy một cửa, {plan.counter.name}"
    return "Bản điện tử có chữ ký số, trên trang hồ sơ"
