"""An app adds a panel with a few lines."""

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

import pytest

from nentang.kernel import clock
from nentang.measure.dashboard import registry
from nentang.measure.dashboard.public import (
    Asked,
    Cause,
    Finding,
    Known,
    Panel,
    Reasons,
    Source,
    Track,
    register_panel,
)
from nentang.measure.dashboard.queries import board_of, choice_of
from nentang.measure.dashboard.rules.goals import goals
from tests.measure.reporting.factories import AFTER_DUE, CLOSED, make_land

pytestmark = pytest.mark.django_db


def _tasks(asked: Asked) -> list[Finding]:
    return [
        Finding(
            title="Việc được giao xong đúng hạn",
            value=90.0,
            goal=100.0,
            unit="%",
            track=Track.OFF,
            source=Source(Known.COMPUTED, "đếm việc được giao"),
            short=Fraction(1),
            lack="trễ",
            things="việc",
            reasons=(Reasons("Theo nơi", (Cause("Xã Mẫu 1", Fraction(1), asked.url("98001")),)),),
            who=asked.who,
        )
    ]


@pytest.fixture
def panel() -> Iterator[Panel]:
    registry.panels()
    before = dict(registry._panels)
    yield register_panel(Panel("tests.tasks", "Việc được giao", 15, _tasks))
    registry._panels.clear()
    registry._panels.update(before)


def test_its_lines_stand_on_every_board(panel: Panel) -> None:
    clock.use(lambda: AFTER_DUE)
    make_land(at=CLOSED)

    board = board_of(choice_of({"don-vi": "981"}, AFTER_DUE))

    assert "Việc được giao xong đúng hạn" in {each.finding.title for each in board.off}
    assert board.below[0].name == "Xã Mẫu 1"
    assert board.below[0].count == 1


def test_a_code_is_taken_once(panel: Panel) -> None:
    register_panel(panel)
    with pytest.raises(ValueError, match="twice"):
        register_panel(Panel("tests.tasks", "Khác", 1, _tasks))


def test_goals_of_ours_say_that_they_are_ours() -> None:
    for rule in goals().rules:
        assert not rule.verified
        assert {goal.goal for goal in rule.value} == {100.0}


def test_panels_come_in_order() -> None:
    found = [each.order for each in registry.panels()]

    assert found == sorted(found)
    assert {each.code for each in registry.panels()} >= {
        "programme.targets",
        "dashboard.terms",
        "services.late_now",
        "reporting.due",
        "index.claims",
    }


def test_a_board_of_the_nation_is_made_for_any_hour(at: datetime) -> None:
    board = board_of(choice_of({}, at))

    assert board.place == "Cả nước"
    assert board.count == len(board.off) + len(board.near) + len(board.on) + len(board.unknown)
