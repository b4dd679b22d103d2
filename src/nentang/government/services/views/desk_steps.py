"""The steps of the desk as a table: which transition, who is asked what, which action is called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentState, cashier
from nentang.foundation.casework.public import kind_named
from nentang.government.services.actions import (
    ask_supplement,
    grant_dossier,
    propose_decision,
    receive_dossier,
    refuse_dossier,
    refuse_intake,
    return_result,
    send_back,
)
from nentang.government.services.models import Dossier

Run = Callable[[str, str, Actor, datetime], object]


@dataclass(frozen=True, slots=True)
class DeskStep:
    """One button. `transition` tells when it may be pressed and by which roles."""

    name: str
    transition: str
    title: object
    run: Run
    text_label: object = ""
    text_required: bool = True
    tone: str = "quiet"

    @property
    def needs_text(self) -> bool:
        """Whether a text is asked for."""
        return bool(self.text_label)


STEPS = (
    DeskStep(
        "nhan",
        "receive",
        _("Tiếp nhận"),
        lambda code, text, actor, at: receive_dossier(code=code, actor=actor, at=at),
        tone="",
    ),
    DeskStep(
        "trinh",
        "propose",
        _("Trình lãnh đạo ký"),
        lambda code, text, actor, at: propose_decision(code=code, note=text, actor=actor, at=at),
        tone="",
    ),
    DeskStep(
        "ky",
        "grant",
        _("Đồng ý, ký số kết quả"),
        lambda code, text, actor, at: grant_dossier(code=code, actor=actor, at=at),
        tone="",
    ),
    DeskStep(
        "tra-ket-qua",
        "return_result",
        _("Đã trả kết quả"),
        lambda code, text, actor, at: return_result(code=code, actor=actor, at=at),
        tone="",
    ),
    DeskStep(
        "bo-sung",
        "ask_supplement",
        _("Yêu cầu bổ sung"),
        lambda code, text, actor, at: ask_supplement(code=code, items=text, actor=actor, at=at),
        _("Cần bổ sung gì, vì sao"),
    ),
    DeskStep(
        "tra-lai",
        "send_back",
        _("Trả lại xem xét"),
        lambda code, text, actor, at: send_back(code=code, reason=text, actor=actor, at=at),
        _("Cần xem lại điều gì"),
    ),
    DeskStep(
        "tu-choi",
        "refuse_intake",
        _("Từ chối tiếp nhận"),
        lambda code, text, actor, at: refuse_intake(code=code, reason=text, actor=actor, at=at),
        _("Lý do, người nộp sẽ đọc"),
        tone="danger",
    ),
    DeskStep(
        "khong-giai-quyet",
        "refuse",
        _("Từ chối giải quyết"),
        lambda code, text, actor, at: refuse_dossier(code=code, reason=text, actor=actor, at=at),
        _("Lý do, người nộp sẽ đọc"),
        tone="danger",
    ),
)
CASH = DeskStep(
    "thu-tien",
    "",
    _("Đã thu tiền mặt"),
    lambda code, text, actor, at: cashier().record_cash(reference=code, actor=actor, at=at),
)
BY_NAME = {step.name: step for step in (*STEPS, CASH)}


def steps_for(dossier: Dossier, actor: Actor) -> list[DeskStep]:
    """The steps that the state permits and the actor's roles in the holding body may take."""
    found = [step for step in STEPS if _may_take(dossier, step, actor)]
    return [*found, CASH] if _may_take_cash(dossier, actor) else found


def _may_take(dossier: Dossier, step: DeskStep, actor: Actor) -> bool:
    transition = kind_named("dossier").transitions[step.transition]
    roles = transition.roles or ("clerk",)
    if dossier.case.state not in transition.sources:
        return False
    if step.name == "bo-sung" and hasattr(dossier, "supplement"):
        return False
    if step.name == "tra-ket-qua" and (not dossier.result or dossier.result.state != "signed"):
        return False
    return actor.has_role(*roles, organization_id=dossier.case.holder_id)


def _may_take_cash(dossier: Dossier, actor: Actor) -> bool:
    if not dossier.fee or dossier.case.closed_at:
        return False
    request = cashier().find_payment(reference=dossier.code)
    is_open = request is not None and request.state is PaymentState.REQUESTED
    return is_open and actor.has_role("clerk", organization_id=dossier.organization_id)
