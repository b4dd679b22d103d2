"""A province with planners and leaders, and targets of its plan; all by real actions."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.programme import actions
from nentang.measure.programme.models import PlanTarget
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import make_officer

TYPED: dict[str, str] = {
    "name": "Xã có điểm phục vụ số",
    "act": "Kế hoạch 12/KH-UBND (thử nghiệm)",
    "definition": "Xã có điểm phục vụ số, chia cho mọi xã.",
    "unit": "percent",
    "better": "higher",
    "baseline": "10",
    "baseline_on": "2019-12-31",
    "baseline_source": "Báo cáo năm 2019 (thử nghiệm)",
    "course": "linear",
    "goal_2021": "40",
    "goal_2025": "100",
    "office": "Giám đốc Sở Thông tin và Truyền thông",
    "backup": "Phó Giám đốc Sở Thông tin và Truyền thông",
}


class Planners(Frozen):
    """A body with who drafts, and two leaders."""

    body: Organization
    planner: Actor
    leader: Actor
    deputy: Actor


def make_planners(*, at: datetime, code: str = "H98", unit_code: str = "") -> Planners:
    """The committee of a province, which is made too where none is named."""
    unit_code = unit_code or make_unit(code[1:], f"Tỉnh {code}").code
    body = create_organization(
        name=f"Ủy ban nhân dân tỉnh {code}",
        kind=OrganizationKind.PEOPLES_COMMITTEE,
        level=OrganizationLevel.PROVINCE,
        code=code,
        unit_code=unit_code,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    planner, leader, deputy = (
        make_officer(body, role, at=at) for role in ("specialist", "leader", "leader")
    )
    return Planners(body, planner, leader, deputy)


def drafted(planners: Planners, *, at: datetime, **changes: str) -> PlanTarget:
    """A draft with every field filled in."""
    return actions.draft_target(
        organization_id=planners.body.pk,
        typed={**TYPED, **changes},
        actor=planners.planner,
        at=at,
    )


def submitted(planners: Planners, *, at: datetime, **changes: str) -> PlanTarget:
    """A draft that waits for a leader."""
    target = drafted(planners, at=at, **changes)
    return actions.submit_target(code=target.code, actor=planners.planner, at=at)


def published(planners: Planners, *, at: datetime, **changes: str) -> PlanTarget:
    """A target that a leader approved."""
    target = submitted(planners, at=at, **changes)
    actions.approve_target(code=target.code, actor=planners.leader, at=at)
    return again(target)


def reported(planners: Planners, target: PlanTarget, value: str, day: date, *, at: datetime) -> Any:
    """A value of that day."""
    return actions.report_value(
        code=target.code,
        typed=value,
        on_day=day,
        source="Báo cáo thử nghiệm",
        actor=planners.planner,
        at=at,
    )


def again(target: PlanTarget) -> PlanTarget:
    """The target as it stands now."""
    return PlanTarget.objects.select_related("case", "organization").get(pk=target.pk)
