"""Tasks of a decision that the body here follows up: to be confirmed, doing, reported, extension asked, hidden."""

from datetime import date, datetime, timedelta
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    Unit,
    create_organization,
)
from nentang.kernel.clock import legal_day
from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Decision, Task
from nentang.measure.tasks.registry import RETURNED
from nentang.measure.tasks.rules.intake import DecisionHead, Paper, Part, RowWords, Shown
from tests.attacks.world import World
from tests.foundation.organizations.factories import make_unit
from tests.measure.tasks.documents import HEAD, csv_of

from .lot import Lot

PAGE = "/muc-tieu/"


def tasks(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Each in the state in which somebody may take a step."""
    here, today = world.here.body, legal_day(at)
    below, province = _below(here, at), _province(at)
    decision = _decision(here, at)
    words = _words(here, today)
    number = {
        row: actions.add_row(decision=decision.code, words=words, actor=SYSTEM, at=at).number
        for row in range(6)
    }
    actions.drop_rows(decision=decision.code, numbers=[number[5]], actor=SYSTEM, at=at)
    new, doing, reported, asked = actions.confirm_rows(
        decision=decision.code, numbers=[number[n] for n in range(4)], actor=SYSTEM, at=at
    )
    for each in (doing, reported, asked):
        actions.take_up_task(code=each.code, office="Chánh VP", backup="", actor=SYSTEM, at=at)
    shown = Shown("Đã làm xong", page_url=PAGE)
    actions.report_result(code=reported.code, shown=shown, actor=SYSTEM, at=at)
    until = today + timedelta(days=90)
    actions.ask_extension(code=asked.code, until_on=until, reason="Chờ", actor=SYSTEM, at=at)
    values: dict[str, list[Any]] = {
        "tasks.code": [each.code for each in (new, doing, reported, asked)],
        "tasks.decision": [decision.code],
        "tasks.number": [number[4], number[5]],
        "tasks.numbers": [[number[4]]],
        "tasks.words": [""],
        "tasks.add_row.words": [words],
        "tasks.mend_row.words": [words],
        "tasks.texts": [["Việc thứ nhất", "Việc thứ hai"]],
        "tasks.version": [1, 2],
        "tasks.is_public": [True],
        "tasks.head": [_head(here)],
        "tasks.content": [csv_of((HEAD, ("1", "Việc mẫu", "Sở Mẫu", "", "", "Quý I/2021")))],
        "tasks.filename": ["ke-hoach.csv"],
        "tasks.office": ["Phó Chủ tịch phụ trách"],
        "tasks.backup": [""],
        "tasks.head_office": ["Chủ tịch"],
        "tasks.shown": [shown],
        "tasks.parts": [[Part(below.pk, "", None)]],
        "tasks.until_on": [until],
        "tasks.paper": [Paper("1/QĐ-UBND", today)],
        "tasks.organization_id": [province.pk],
        "tasks.first_year": [2020],
        "tasks.last_year": [2025],
        "tasks.template": [RETURNED],
    }
    return Lot(values, places=_places(decision, number[4], new))


def _places(decision: Decision, line: int, task: Task) -> dict[str, dict[str, Any]]:
    read = {"code": decision.code, "line": line, "step": "them"}
    return {
        "nhiem-vu/viec/": {"code": task.code, "step": "nhan"},
        "nhiem-vu/van-ban/": {"code": decision.code},
        "nhiem-vu/nhap/": read,
    }


def _head(body: Organization) -> DecisionHead:
    return DecisionHead(
        organization_id=body.pk,
        symbol="7/KH-UBND",
        title="Kế hoạch mẫu",
        issuer="Ủy ban nhân dân mẫu",
        decided_on=date(2020, 6, 1),
        is_public=False,
    )


def _decision(body: Organization, at: datetime) -> Decision:
    row = ("1", "Việc mẫu của văn bản", "Sở Mẫu", "", "", "Quý I/2021")
    return actions.import_decision(
        head=_head(body), content=csv_of((HEAD, row)), filename="a.csv", actor=SYSTEM, at=at
    )


def _words(body: Organization, today: date) -> RowWords:
    return RowWords(
        "1", "Lĩnh vực mẫu", "Việc mẫu", body.pk, (), "", "day", today + timedelta(days=30)
    )


def _below(above: Organization, at: datetime) -> Organization:
    make_unit("98008", "Xã Nhận Việc", parent=Unit.objects.get(code="981"))
    return create_organization(
        name="Uỷ ban nhân dân xã Nhận Việc",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.COMMUNE,
        code="H42.15.48",
        unit_code="98008",
        parent_id=above.pk,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def _province(at: datetime) -> Organization:
    """A province without officers: only the system may enter its committee."""
    return create_organization(
        name="Uỷ ban nhân dân tỉnh Không Ai",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.PROVINCE,
        code="H99",
        unit_code=Unit.objects.get(code="981").province_code,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
