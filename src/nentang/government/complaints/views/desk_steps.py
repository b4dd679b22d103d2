"""The steps of the desk as a table: when and by whom, what is asked, which action is called."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import kind_named
from nentang.government.complaints import actions
from nentang.government.complaints.enums import Difficulty, Remedy, Verdict
from nentang.government.complaints.models import Complaint
from nentang.government.complaints.registry import COMPLAINT
from nentang.kernel.frozen import Frozen

HARDEST = (Difficulty.COMPLEX, Difficulty.REMOTE_COMPLEX)


class Taken(Frozen):
    """A step as an officer takes it."""

    code: str
    text: str
    day: date | None
    number: int
    difficulty: str
    verdict: str
    remedy: str
    actor: Actor
    at: datetime

    @property
    def by(self) -> dict[str, Any]:
        """What every action is told."""
        return {"code": self.code, "actor": self.actor, "at": self.at}


class Choice(Frozen):
    """A select; nothing is chosen beforehand unless `preset` says what."""

    name: str
    label: object
    options: tuple[Any, ...]
    preset: str = ""


class DeskStep(Frozen):
    """One button. `step` is the name in the table."""

    name: str
    title: object
    step: str
    run: Callable[[Taken], object]
    text_label: object = ""
    day_label: object = ""
    number_label: object = ""
    choices: tuple[Choice, ...] = ()
    tone: str = "quiet"


def _accept(taken: Taken) -> object:
    known = taken.difficulty in Difficulty.values
    difficulty = Difficulty(taken.difficulty) if known else Difficulty.PLAIN
    return actions.accept_complaint(difficulty=difficulty, **taken.by)


STEPS = (
    DeskStep(
        "thu-ly",
        _("Thụ lý"),
        "accept",
        _accept,
        choices=(Choice("difficulty", _("Loại vụ việc"), tuple(Difficulty), Difficulty.PLAIN),),
        tone="",
    ),
    DeskStep(
        "quyet-dinh",
        _("Ban hành quyết định giải quyết"),
        "decide",
        lambda taken: actions.decide_complaint(
            verdict=taken.verdict, remedy=taken.remedy, reasons=taken.text, **taken.by
        ),
        _("Lý do, người khiếu nại sẽ đọc và ghi trong quyết định"),
        choices=(
            Choice("verdict", _("Kết luận"), tuple(Verdict)),
            Choice("remedy", _("Việc phải làm với hồ sơ"), tuple(Remedy)),
        ),
        tone="",
    ),
    DeskStep(
        "giai-trinh",
        _("Yêu cầu giải trình"),
        "ask_explanation",
        lambda taken: actions.ask_explanation(
            question=taken.text, working_days=taken.number, **taken.by
        ),
        _("Cần giải trình điều gì"),
        number_label=_("Trả lời trong mấy ngày làm việc"),
    ),
    DeskStep(
        "doi-thoai",
        _("Ghi buổi đối thoại"),
        "hold_dialogue",
        lambda taken: actions.note_dialogue(
            held_on=taken.day or date.min, minutes=taken.text, **taken.by
        ),
        _("Các bên đã nói gì, người khiếu nại sẽ đọc"),
        _("Ngày đối thoại"),
    ),
    DeskStep(
        "keo-dai",
        _("Kéo dài vì phức tạp"),
        "extend",
        lambda taken: actions.extend_term(reason=taken.text, **taken.by),
        _("Vì sao vụ việc phức tạp, người khiếu nại sẽ đọc"),
    ),
    DeskStep(
        "khong-thu-ly",
        _("Không thụ lý"),
        "refuse_acceptance",
        lambda taken: actions.refuse_acceptance(reason=taken.text, **taken.by),
        _("Lý do, người khiếu nại sẽ đọc"),
        tone="danger",
    ),
)
BY_NAME = {step.name: step for step in STEPS}


def steps_for(complaint: Complaint, actor: Actor) -> list[DeskStep]:
    """The steps that may be taken now by the actor, who had no part in the matter."""
    return [step for step in STEPS if _may(step, complaint, actor)]


def _may(step: DeskStep, complaint: Complaint, actor: Actor) -> bool:
    transition = kind_named(COMPLAINT).transitions[step.step]
    if complaint.case.state not in transition.sources:
        return False
    if step.step == "extend" and complaint.difficulty in HARDEST:
        return False
    return actor.has_role(*transition.roles, organization_id=complaint.case.holder_id)
