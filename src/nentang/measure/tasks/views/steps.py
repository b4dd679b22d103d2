"""The steps of a task as a table: when and by whom, what is asked, which action is called."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.tasks import actions
from nentang.measure.tasks.errors import NotLater
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.permissions import can_do, can_grant, can_judge
from nentang.measure.tasks.queries import waiting_extension
from nentang.measure.tasks.rules.intake import Shown

LONGEST = 2000


class Taken(Frozen):
    """A step as an officer takes it, with what was typed."""

    code: str
    typed: Mapping[str, str]
    file_id: int | None
    actor: Actor
    at: datetime

    @property
    def by(self) -> dict[str, Any]:
        """What every action is told."""
        return {"code": self.code, "actor": self.actor, "at": self.at}

    def said(self, name: str) -> str:
        """What was typed there."""
        return self.typed.get(name, "")[:LONGEST].strip()

    def day(self, name: str) -> date:
        """The day that was typed there; NotLater where it is none."""
        try:
            found = parse_date(self.said(name))
        except ValueError:
            found = None
        if found is None:
            raise NotLater
        return found


class Ask(Frozen):
    """A field of a step. `kind` text, area, date, file or indicator."""

    name: str
    label: object
    kind: str = "area"
    required: bool = True
    hint: object = ""


class Step(Frozen):
    """One button. `states` are those in which it is offered."""

    name: str
    title: object
    states: tuple[str, ...]
    may: Callable[[Actor, Task], bool]
    run: Callable[[Taken], object]
    asks: tuple[Ask, ...] = ()
    tone: str = "quiet"
    only: Callable[[Task, datetime], bool] = lambda _task, _at: True


def _report(taken: Taken) -> object:
    shown = Shown(
        words=taken.said("text"),
        file_id=taken.file_id,
        indicator=taken.said("indicator")[:60],
        page_url=taken.said("page_url"),
    )
    return actions.report_result(shown=shown, **taken.by)


def _asks(task: Task, _at: datetime) -> bool:
    return waiting_extension(task) is not None


def _may_ask(task: Task, at: datetime) -> bool:
    return task.due_on is not None and legal_day(at) <= task.due_on and not _asks(task, at)


OFFICES = (
    Ask("office", _("Chức vụ chịu trách nhiệm"), "text", hint=_("Ghi chức vụ, không ghi họ tên.")),
    Ask("backup", _("Chức vụ thay khi vắng"), "text", required=False),
)
OPEN = ("assigned", "doing", "returned")
STEPS = (
    Step(
        "nhan",
        _("Nhận việc"),
        ("assigned",),
        can_do,
        lambda t: actions.take_up_task(office=t.said("office"), backup=t.said("backup"), **t.by),
        OFFICES,
        tone="",
    ),
    Step(
        "bao-cao",
        _("Báo cáo kết quả"),
        OPEN,
        can_do,
        _report,
        (
            Ask("text", _("Đã làm được gì")),
            Ask("file", _("Tệp minh chứng"), "file", required=False),
            Ask("indicator", _("hoặc số liệu của hệ thống"), "indicator", required=False),
            Ask(
                "page_url",
                _("hoặc trang công khai"),
                "text",
                required=False,
                hint=_("Chỉ chọn một trong ba loại minh chứng."),
            ),
        ),
        tone="",
    ),
    Step(
        "xin-gia-han",
        _("Xin gia hạn"),
        OPEN,
        can_do,
        lambda t: actions.ask_extension(until_on=t.day("until"), reason=t.said("text"), **t.by),
        (
            Ask("until", _("Xin lùi hạn đến ngày"), "date"),
            Ask("text", _("Vì sao cần thêm thời gian")),
        ),
        only=_may_ask,
    ),
    Step(
        "doi-chuc-vu",
        _("Đổi chức vụ chịu trách nhiệm"),
        ("doing", "returned"),
        can_do,
        lambda t: actions.name_office(office=t.said("office"), backup=t.said("backup"), **t.by),
        OFFICES,
    ),
    Step(
        "cong-nhan",
        _("Công nhận kết quả"),
        ("reported",),
        can_judge,
        lambda t: actions.accept_result(words=t.said("text"), **t.by),
        tone="",
    ),
    Step(
        "tra-lai",
        _("Trả lại kết quả"),
        ("reported",),
        can_judge,
        lambda t: actions.return_result(reason=t.said("text"), **t.by),
        (Ask("text", _("Vì sao trả lại, cơ quan chủ trì sẽ đọc")),),
    ),
    Step(
        "dong-y-gia-han",
        _("Đồng ý gia hạn"),
        OPEN,
        can_grant,
        lambda t: actions.grant_extension(words=t.said("text"), **t.by),
        tone="",
        only=_asks,
    ),
    Step(
        "khong-gia-han",
        _("Không gia hạn"),
        OPEN,
        can_grant,
        lambda t: actions.refuse_extension(reason=t.said("text"), **t.by),
        (Ask("text", _("Vì sao không gia hạn")),),
        only=_asks,
    ),
    Step(
        "nhac",
        _("Nhắc cơ quan chủ trì"),
        OPEN,
        can_judge,
        lambda t: actions.remind_lead(**t.by),
    ),
)
BY_NAME = {step.name: step for step in STEPS}


def steps_for(task: Task, actor: Actor, at: datetime) -> list[Step]:
    """The steps that the actor may take now; the first is the main one."""
    return [
        step
        for step in STEPS
        if task.case.state in step.states and step.may(actor, task) and step.only(task, at)
    ]
