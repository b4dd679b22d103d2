"""Do with a dossier what a decision on a complaint orders: open it again, pay back, or say what is due."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentOrder, cashier
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import (
    TimelineEntry,
    advance,
    forward_case,
    remark_on_case,
    start_clock,
)
from nentang.foundation.documents.public import revoke_document
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.government.services.enums import Channel, RedressKind
from nentang.government.services.indicators import DOSSIER_REDRESSED
from nentang.government.services.models import Delivery, Dossier, Redress
from nentang.government.services.permissions import check_redresses
from nentang.government.services.queries import bundle_of, dossier_to_change, procedure_of
from nentang.government.services.rules.redress import OPEN, redress_on, reopening_step
from nentang.kernel.clock import legal_day
from nentang.kernel.money import format_dong

BY_DECISION = "Theo quyết định giải quyết khiếu nại {source}"
DECIDING = {"decide_anew": "grant", "reopen": "refuse"}


def redress_dossier(*, code: str, source: str, kind: str, actor: Actor, at: datetime) -> Redress:
    """What came of the order `source`: the same, however often it is told.

    Only the platform carries out what somebody else decided: NotYourDesk. A result that is still
    being signed is not revoked yet (DocumentNotInForce): told again later it is.
    """
    check_redresses(actor)
    with transaction.atomic():
        dossier = dossier_to_change(code)
        redress, is_new = Redress.objects.get_or_create(
            source=source,
            defaults={"dossier": dossier, "kind": RedressKind(kind), "ordered_at": at},
        )
        if is_new:
            _carry_out(dossier, redress, actor, at)
            redress.save(update_fields=["step", "amount", "is_moot"])
            _tell(dossier, redress, actor, at)
    return redress


def _carry_out(dossier: Dossier, redress: Redress, actor: Actor, at: datetime) -> None:
    step = reopening_step(RedressKind(redress.kind), dossier.case.state)
    if step:
        redress.step = step
        _reopen(dossier, redress, actor, at)
        return
    if redress.kind == RedressKind.REFUND:
        redress.amount = cashier().ask_refund(reference=dossier.code, actor=actor, at=at)
    redress.is_moot = _is_moot(dossier, redress)
    remark_on_case(case=dossier.case, actor=actor, at=at, public_note=_words(redress))


def _is_moot(dossier: Dossier, redress: Redress) -> bool:
    if redress.kind == RedressKind.FINISH:
        return dossier.case.state not in OPEN
    if redress.kind == RedressKind.REFUND:
        return not redress.amount
    return redress.kind != RedressKind.APOLOGISE


def _words(redress: Redress) -> str:
    said = BY_DECISION.format(source=redress.source)
    if redress.is_moot:
        return f"{said}. Hồ sơ đã ở bước khác nên không còn gì phải làm lại."
    ordered = {
        RedressKind.FINISH: "cơ quan phải giải quyết ngay hồ sơ này",
        RedressKind.REFUND: f"{format_dong(redress.amount)} được trả lại, đang chờ lãnh đạo cơ quan duyệt chi",
        RedressKind.APOLOGISE: "cơ quan xin lỗi và chấn chỉnh cán bộ",
    }
    return f"{said}: {ordered[RedressKind(redress.kind)]}."


def _reopen(dossier: Dossier, redress: Redress, actor: Actor, at: datetime) -> None:
    _take_back_result(dossier, redress, actor, at)
    _to_whom_it_decided(dossier, redress.step, actor, at)
    advance(
        dossier,
        redress.step,
        actor=actor,
        at=at,
        public_note=f"{BY_DECISION.format(source=redress.source)}.",
        decided_at=None,
        returned_at=None,
        outcome="",
        result=None,
        turn=dossier.turn + 1,
    )
    if redress.step == "take_in_anew":
        _ask_for_the_fee(dossier, actor, at)
    elif redress_on(legal_day(at)).value.clock_restarts:
        deadline = procedure_of(dossier).deadline
        start_clock(
            case=dossier.case,
            working_days=deadline.working_days,
            same_day=deadline.same_day,
            actor=actor,
            at=at,
        )


def _take_back_result(dossier: Dossier, redress: Redress, actor: Actor, at: datetime) -> None:
    """The old result is out of force; what was posted counts no longer."""
    if dossier.result_id is None:
        return
    reason = f"{BY_DECISION.format(source=redress.source)}."
    revoke_document(document_id=dossier.result_id, reason=reason, actor=actor, at=at)
    Delivery.objects.filter(dossier=dossier).update(posted_at=None, tracking="")


def _to_whom_it_decided(dossier: Dossier, step: str, actor: Actor, at: datetime) -> None:
    """Back from the counter that hands out results, before it is open again with a clock."""
    decided = TimelineEntry.objects.filter(case=dossier.case, step=DECIDING.get(step, ""))
    body_id = decided.order_by("-id").values_list("organization_id", flat=True).first()
    if body_id and body_id != dossier.case.holder_id and dossier.case.closed_at is None:
        forward_case(case=dossier.case, organization_id=body_id, note="", actor=actor, at=at)


def _ask_for_the_fee(dossier: Dossier, actor: Actor, at: datetime) -> None:
    """What was no longer asked for when it was not accepted."""
    if not dossier.fee:
        return
    bundle = bundle_of(dossier)
    order = PaymentOrder(
        reference=dossier.code,
        amount=dossier.fee,
        payee_organization_id=dossier.organization_id,
        payer_person_id=dossier.applicant_id,
        description=bundle.procedure.name.vi,
        shares=bundle.shares(
            dossier.fee, dossier.answers, online=dossier.channel == Channel.ONLINE
        ),
    )
    cashier().request_payment(order=order, actor=actor, at=at)


def _tell(dossier: Dossier, redress: Redress, actor: Actor, at: datetime) -> None:
    body = organization(dossier.organization_id)
    record(
        actor=actor,
        action="services.redress_dossier",
        subject=f"dossier:{dossier.pk}",
        organization_id=dossier.case.holder_id,
        person_id=dossier.applicant_id,
        details={"source": redress.source, "kind": str(redress.kind), "step": redress.step},
        at=at,
    )
    record_fact(
        DOSSIER_REDRESSED,
        at=at,
        organization_id=body.id,
        unit_code=body.unit_code,
        procedure=dossier.procedure,
        kind=str(redress.kind),
        reopened=bool(redress.step),
        amount=redress.amount,
    )
