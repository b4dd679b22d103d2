"""The steps of the desk as a table: when and by whom, who is asked what, which action is called."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentState, cashier
from nentang.agreements.revenue import revenue_chart
from nentang.foundation.casework.public import kind_named
from nentang.government.services.actions import (
    apologise,
    ask_obligation,
    ask_supplement,
    grant_dossier,
    issue_control_sheet,
    post_result,
    propose_decision,
    receive_dossier,
    refuse_dossier,
    refuse_intake,
    return_result,
    send_back,
)
from nentang.government.services.enums import DeliveryWay
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import DESK_ROLES, check_sets_obligations
from nentang.kernel import clock
from nentang.kernel.errors import NotAllowed
from nentang.kernel.frozen import Frozen

MISSING_DAY = date.min


class Taken(Frozen):
    """A step as an officer takes it: of which dossier, with which words, day, amount in đồng, and item of the budget chart."""

    code: str
    text: str
    day: date | None
    amount: int
    item: str
    actor: Actor
    at: datetime

    @property
    def by(self) -> dict[str, Any]:
        """What every action is told."""
        return {"code": self.code, "actor": self.actor, "at": self.at}


class DeskStep(Frozen):
    """One button. `may` tells when it may be pressed and by whom."""

    name: str
    title: object
    may: Callable[[Dossier, Actor], bool]
    run: Callable[[Taken], object]
    text_label: object = ""
    day_label: object = ""
    amount_label: object = ""
    item_label: object = ""
    tone: str = "quiet"

    @property
    def needs_text(self) -> bool:
        """Whether a text is asked for."""
        return bool(self.text_label)

    @property
    def items(self) -> list[tuple[str, str]]:
        """Items of the budget chart of today to choose from, in the reader's language."""
        today = clock.legal_day(clock.now())
        is_english = get_language() == "en"
        return [
            (each.code, each.en if is_english else each.vi)
            for each in revenue_chart().items_on(on=today)
        ]


def _as_the_table_says(transition: str) -> Callable[[Dossier, Actor], bool]:
    """The state permits the transition, and the actor has one of its roles in the holding body."""

    def may(dossier: Dossier, actor: Actor) -> bool:
        step = kind_named("dossier").transitions[transition]
        if dossier.case.state not in step.sources:
            return False
        return actor.has_role(*(step.roles or ("clerk",)), organization_id=dossier.case.holder_id)

    return may


def _may_ask(dossier: Dossier, actor: Actor) -> bool:
    asked = hasattr(dossier, "supplement")
    return not asked and _as_the_table_says("ask_supplement")(dossier, actor)


def _may_hand_over(dossier: Dossier, actor: Actor) -> bool:
    is_signed = dossier.result is not None and dossier.result.state == "signed"
    return is_signed and _as_the_table_says("return_result")(dossier, actor)


def _may_post(dossier: Dossier, actor: Actor) -> bool:
    delivery = getattr(dossier, "delivery", None)
    waits = delivery is not None and delivery.way == DeliveryWay.POST and not delivery.posted_at
    return waits and _may_hand_over(dossier, actor)


def _may_apologise(dossier: Dossier, actor: Actor) -> bool:
    case = dossier.case
    runs = case.due_at is not None and not case.suspended_at and not case.closed_at
    is_leader = actor.has_role("leader", organization_id=case.holder_id)
    return runs and case.first_due_at is None and is_leader


def _may_take_cash(dossier: Dossier, actor: Actor) -> bool:
    if not dossier.fee or dossier.case.closed_at:
        return False
    request = cashier().find_payment(reference=dossier.code)
    is_open = request is not None and request.state is PaymentState.REQUESTED
    return is_open and actor.has_role("clerk", organization_id=dossier.organization_id)


def _may_set_obligations(dossier: Dossier, actor: Actor) -> bool:
    try:
        check_sets_obligations(actor, dossier)
    except NotAllowed:
        return False
    return dossier.case.state == "processing"


def _may_print_control(dossier: Dossier, actor: Actor) -> bool:
    return dossier.received_at is not None and actor.has_role(
        *DESK_ROLES, organization_id=dossier.case.holder_id
    )


STEPS = (
    DeskStep(
        "nhan",
        _("Tiếp nhận"),
        _as_the_table_says("receive"),
        lambda taken: receive_dossier(**taken.by),
        tone="",
    ),
    DeskStep(
        "trinh",
        _("Trình lãnh đạo ký"),
        _as_the_table_says("propose"),
        lambda taken: propose_decision(note=taken.text, **taken.by),
        tone="",
    ),
    DeskStep(
        "ky",
        _("Đồng ý, ký số kết quả"),
        _as_the_table_says("grant"),
        lambda taken: grant_dossier(**taken.by),
        tone="",
    ),
    DeskStep(
        "gui-buu-dien",
        _("Đã gửi bưu điện"),
        _may_post,
        lambda taken: post_result(tracking=taken.text, **taken.by),
        _("Số bưu gửi trên phiếu của bưu điện"),
    ),
    DeskStep(
        "tra-ket-qua",
        _("Đã trả kết quả"),
        _may_hand_over,
        lambda taken: return_result(**taken.by),
        tone="",
    ),
    DeskStep(
        "thu-tien",
        _("Đã thu tiền mặt"),
        _may_take_cash,
        lambda taken: cashier().record_cash(reference=taken.code, actor=taken.actor, at=taken.at),
    ),
    DeskStep(
        "nghia-vu",
        _("Báo nghĩa vụ tài chính"),
        _may_set_obligations,
        lambda taken: ask_obligation(
            what=taken.text, amount=taken.amount, item=taken.item, **taken.by
        ),
        _("Nộp khoản gì, theo căn cứ nào"),
        amount_label=_("Số tiền, bằng đồng"),
        item_label=_("Tiểu mục"),
    ),
    DeskStep(
        "bo-sung",
        _("Yêu cầu bổ sung"),
        _may_ask,
        lambda taken: ask_supplement(items=taken.text, **taken.by),
        _("Cần bổ sung gì, vì sao"),
    ),
    DeskStep(
        "hen-lai",
        _("Xin lỗi và hẹn lại"),
        _may_apologise,
        lambda taken: apologise(reason=taken.text, until=taken.day or MISSING_DAY, **taken.by),
        _("Vì sao chưa xong, người nộp sẽ đọc"),
        _("Hẹn lại ngày"),
    ),
    DeskStep(
        "tra-lai",
        _("Trả lại xem xét"),
        _as_the_table_says("send_back"),
        lambda taken: send_back(reason=taken.text, **taken.by),
        _("Cần xem lại điều gì"),
    ),
    DeskStep(
        "tu-choi",
        _("Từ chối tiếp nhận"),
        _as_the_table_says("refuse_intake"),
        lambda taken: refuse_intake(reason=taken.text, **taken.by),
        _("Lý do, người nộp sẽ đọc"),
        tone="danger",
    ),
    DeskStep(
        "khong-giai-quyet",
        _("Từ chối giải quyết"),
        _as_the_table_says("refuse"),
        lambda taken: refuse_dossier(reason=taken.text, **taken.by),
        _("Lý do, người nộp sẽ đọc"),
        tone="danger",
    ),
    DeskStep(
        "phieu-kiem-soat",
        _("Lập phiếu kiểm soát"),
        _may_print_control,
        lambda taken: issue_control_sheet(**taken.by),
    ),
)
BY_NAME = {step.name: step for step in STEPS}


def steps_for(dossier: Dossier, actor: Actor) -> list[DeskStep]:
    """The steps that may be taken now by the actor."""
    return [step for step in STEPS if step.may(dossier, actor)]
