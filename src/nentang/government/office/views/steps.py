"""The steps of documents as tables: when and by whom, what is asked, which action is called."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import Case, kind_named
from nentang.government.office import actions
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.permissions import can_take
from nentang.kernel.frozen import Frozen


class Taken(Frozen):
    """A step as an officer takes it."""

    code: str
    text: str
    day: date | None
    lead_id: int | None
    helper_ids: tuple[int, ...]
    actor: Actor
    at: datetime

    @property
    def by(self) -> dict[str, Any]:
        """What every action is told."""
        return {"code": self.code, "actor": self.actor, "at": self.at}


class Step(Frozen):
    """One button. `step` is the name in the table; `asks_people` and a day for who works until when."""

    name: str
    title: object
    step: str
    run: Callable[[Taken], object]
    text_label: object = ""
    needs_text: bool = True
    asks_people: bool = False
    tone: str = "quiet"

    @property
    def is_one_press(self) -> bool:
        """Whether nothing is to be entered."""
        return not (self.text_label or self.asks_people)


def _direct(taken: Taken) -> object:
    return actions.direct_document(
        lead_id=taken.lead_id,
        helper_ids=taken.helper_ids,
        instruction=taken.text,
        due_on=taken.day,
        **taken.by,
    )


INCOMING = (
    Step(
        "vao-so",
        _("Vào sổ văn bản đến"),
        "register",
        lambda t: actions.register_document(**t.by),
        tone="",
    ),
    Step(
        "giao",
        _("Giao xử lý"),
        "direct",
        _direct,
        _("Ý kiến chỉ đạo"),
        asks_people=True,
        tone="",
    ),
    Step(
        "ket-thuc",
        _("Kết thúc xử lý"),
        "finish",
        lambda t: actions.finish_document(result=t.text, **t.by),
        _("Kết quả xử lý"),
        tone="",
    ),
    Step(
        "giao-lai",
        _("Giao lại"),
        "redirect",
        _direct,
        _("Ý kiến chỉ đạo"),
        asks_people=True,
    ),
    Step(
        "luu",
        _("Lưu để biết"),
        "keep",
        lambda t: actions.keep_document(note=t.text, **t.by),
        _("Ghi chú"),
        needs_text=False,
    ),
    Step(
        "tra-lai",
        _("Trả lại nơi gửi"),
        "refuse",
        lambda t: actions.refuse_document(reason=t.text, **t.by),
        _("Lý do trả lại, nơi gửi sẽ đọc"),
        tone="danger",
    ),
)
OUTGOING = (
    Step(
        "trinh",
        _("Trình ký nháy"),
        "submit",
        lambda t: actions.submit_draft(**t.by),
        tone="",
    ),
    Step(
        "ky-nhay",
        _("Ký nháy, trình ký"),
        "initial",
        lambda t: actions.initial_document(**t.by),
        tone="",
    ),
    Step("ky", _("Ký"), "sign", lambda t: actions.sign_outgoing(**t.by), tone=""),
    Step(
        "phat-hanh",
        _("Cấp số, đóng dấu, phát hành"),
        "issue",
        lambda t: actions.issue_outgoing(**t.by),
        tone="",
    ),
    Step(
        "tra-lai",
        _("Trả lại để sửa"),
        "return",
        lambda t: actions.return_document(reason=t.text, **t.by),
        _("Phải sửa điều gì"),
    ),
    Step(
        "bo",
        _("Bỏ bản thảo"),
        "drop",
        lambda t: actions.drop_draft(**t.by),
        tone="danger",
    ),
)
BY_NAME = {
    OutgoingDocument: {each.name: each for each in OUTGOING},
    IncomingDocument: {each.name: each for each in INCOMING},
}


def incoming_steps(document: IncomingDocument, actor: Actor) -> list[Step]:
    """What the actor may do with it now."""
    is_leader = actor.has_role("leader", organization_id=document.organization_id)
    may_finish = is_leader or document.case.assignee_id == actor.account_id
    found = [each for each in INCOMING if _may(each, document.case, actor)]
    return [each for each in found if each.step != "finish" or may_finish]


def outgoing_steps(document: OutgoingDocument, actor: Actor) -> list[Step]:
    """What the actor may do with it now: four eyes, the named signer, and no seal on one's own signature."""
    account = actor.account_id
    is_drafter, is_signer = document.drafter_id == account, document.signer_id == account
    barred = {
        "submit": not is_drafter,
        "drop": not is_drafter,
        "initial": is_drafter,
        "sign": is_drafter or not is_signer,
        "issue": is_signer,
    }
    found = [each for each in OUTGOING if _may(each, document.case, actor)]
    return [each for each in found if not barred.get(each.step, False)]


def _may(step: Step, case: Case, actor: Actor) -> bool:
    sources = kind_named(case.kind).transitions[step.step].sources
    return case.state in sources and can_take(actor, case, step.step)
