"""Targets of a ministry's plan: a draft, one that waits, one that holds, and an obstacle of it."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import Actor
from tests.attacks.world import World
from tests.government.services.factories import make_officer
from tests.measure.programme.factories import TYPED, Planners, drafted, published, submitted
from tests.measure.programme.test_plan import obstacle
from tests.measure.small_registers.factories import make_keepers

from .lot import Lot


def plans(_world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Each in the state in which somebody may take a step."""
    keepers = make_keepers(at=at, code="G12")
    planners = Planners(keepers.body, keepers.specialist, keepers.leader, keepers.deputy)
    draft, waiting, holds = (make(planners, at=at) for make in (drafted, submitted, published))
    found = obstacle(planners, holds.code, at)
    values: dict[str, list[Any]] = {
        "programme.code": [draft.code, waiting.code, holds.code],
        "programme.organization_id": [planners.body.pk],
        "programme.typed": [TYPED],
        "programme.report_value.typed": ["24"],
        "programme.draft_version": [1],
        "programme.reason": ["Trung ương nâng mốc"],
        "programme.on_day": [date(2020, 11, 30)],
        "programme.source": ["Báo cáo thử"],
        "programme.target_code": [holds.code, "egdi"],
        "programme.what": ["Chưa có định mức"],
        "programme.since_on": [date(2020, 10, 1)],
        "programme.whose_move": ["Bộ Tài chính"],
        "programme.document": [""],
        "programme.outcome": ["Đã có định mức"],
        "obstacle_id": [found.pk],
    }
    here = {"code": holds.code, "number": 1, "obstacle_id": found.pk}
    desk = {"code": draft.code, "step": "trinh"}
    leader = make_officer(planners.body, "leader", at=at)
    return Lot(
        values,
        rightful=(planners.planner, planners.leader, leader),
        places={"muc-tieu/": here, "muc-tieu/co-quan/": desk},
    )
