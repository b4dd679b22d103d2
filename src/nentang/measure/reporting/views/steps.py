"""The steps of a report as a table: when and by whom, what is asked, which action is called."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting import actions
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import can_fill, can_sign, can_take


class Taken(Frozen):
    """A step as an officer takes it."""

    code: str
    text: str
    actor: Actor
    at: datetime

    @property
    def by(self) -> dict[str, Any]:
        """What every action is told."""
        return {"code": self.code, "actor": self.actor, "at": self.at}


class Step(Frozen):
    """One button. `states` are those in which it is offered; a `text_label` asks for a reason."""

    name: str
    title: object
    states: tuple[str, ...]
    may: Callable[[Actor, Report], bool]
    run: Callable[[Taken], object]
    text_label: object = ""
    tone: str = "quiet"


STEPS = (
    Step(
        "ky",
        _("Ký và gửi cấp trên"),
        ("submitted",),
        can_sign,
        lambda taken: actions.sign_report(**taken.by),
        tone="",
    ),
    Step(
        "tra-nguoi-lap",
        _("Trả lại người lập"),
        ("submitted",),
        can_sign,
        lambda taken: actions.hand_back(reason=taken.text, **taken.by),
        _("Cần sửa điều gì"),
    ),
    Step(
        "nhan",
        _("Nhận báo cáo"),
        ("filed",),
        can_take,
        lambda taken: actions.take_in_report(**taken.by),
        tone="",
    ),
    Step(
        "tra-lai",
        _("Trả lại để sửa"),
        ("filed",),
        can_take,
        lambda taken: actions.return_report(reason=taken.text, **taken.by),
        _("Vì sao trả lại, nơi lập sẽ đọc"),
    ),
    Step(
        "nhac",
        _("Nhắc gửi báo cáo"),
        ("open", "submitted", "returned"),
        can_take,
        lambda taken: actions.remind_body(**taken.by),
    ),
    Step(
        "tinh-lai",
        _("Lấy lại số liệu tính sẵn"),
        ("open", "returned"),
        can_fill,
        lambda taken: actions.refresh_figures(**taken.by),
    ),
    Step(
        "dinh-chinh",
        _("Đính chính, gửi bản mới"),
        ("taken_in",),
        can_fill,
        lambda taken: actions.correct_report(reason=taken.text, **taken.by),
        _("Vì sao phải đính chính"),
    ),
)
BY_NAME = {step.name: step for step in STEPS}


def steps_for(report: Report, actor: Actor) -> list[Step]:
    """The steps that the actor may take now."""
    return [s for s in STEPS if report.case.state in s.states and s.may(actor, report)]
