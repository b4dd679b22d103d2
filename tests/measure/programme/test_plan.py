"""A target of a plan: drafted, submitted, approved by somebody else, in versions that never change."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.facts.models import Fact
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import Organization
from nentang.government.services.indicators import DOSSIER_FINISHED
from nentang.kernel.clock import legal_day
from nentang.measure.indicators.public import compute_indicators
from nentang.measure.programme import actions
from nentang.measure.programme.enums import FaultKind
from nentang.measure.programme.errors import (
    DraftChanged,
    FourEyes,
    IsComputed,
    NotAPlanningBody,
    NotOpenForChange,
    NotYourTarget,
    ObstacleClosed,
    ObstacleIncomplete,
    TargetIncomplete,
    TargetNotFound,
    ValueRefused,
)
from nentang.measure.programme.models import Obstacle, TargetVersion
from nentang.measure.programme.public import Verdict, body_table, target_outlook
from nentang.measure.programme.rules.progress import Speed
from nentang.measure.programme.rules.terms import read_number, read_terms
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import make_office, make_officer

from .factories import (
    TYPED,
    Planners,
    again,
    drafted,
    make_planners,
    published,
    reported,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def planners(at: datetime) -> Planners:
    return make_planners(at=at)


def test_a_target_goes_from_draft_to_everybodys_page(planners: Planners, at: datetime) -> None:
    target = published(planners, at=at)

    assert target.case.state == "published"
    assert target.case.closed_at == at
    rows, next_key = body_table(planners.body.pk, legal_day(at))
    assert next_key is None
    assert [(row.target.id, row.standing.goal, row.standing.value) for row in rows] == [
        (target.code, 40, None)
    ]
    assert rows[0].target.office == TYPED["office"]
    assert Fact.objects.filter(kind="programme.target_published").count() == 1


def test_whoever_drafted_it_does_not_approve_it(planners: Planners, at: datetime) -> None:
    target = actions.draft_target(
        organization_id=planners.body.pk, typed=TYPED, actor=planners.leader, at=at
    )
    actions.submit_target(code=target.code, actor=planners.leader, at=at)

    with pytest.raises(FourEyes):
        actions.approve_target(code=target.code, actor=planners.leader, at=at)
    assert actions.approve_target(code=target.code, actor=planners.deputy, at=at).number == 1


def test_a_planner_does_not_approve_and_strangers_know_of_no_draft(
    planners: Planners, at: datetime
) -> None:
    target = submitted(planners, at=at)
    elsewhere = make_planners(at=at, code="H99")

    with pytest.raises(NotYourTarget):
        actions.approve_target(code=target.code, actor=planners.planner, at=at)
    with pytest.raises(TargetNotFound):
        actions.approve_target(code=target.code, actor=elsewhere.leader, at=at)
    with pytest.raises(TargetNotFound):
        target_outlook(target.code, legal_day(at))


def test_a_commune_has_no_plan_of_its_own(at: datetime) -> None:
    office = make_office(at=at)
    planner = make_officer(office.body, "specialist", at=at)

    with pytest.raises(NotAPlanningBody):
        actions.draft_target(organization_id=office.body.pk, typed=TYPED, actor=planner, at=at)
    with pytest.raises(NotAPlanningBody):
        actions.draft_target(organization_id=10**6, typed=TYPED, actor=planner, at=at)


def test_what_is_missing_is_named_when_it_is_submitted_not_when_it_is_saved(
    planners: Planners, at: datetime
) -> None:
    target = drafted(planners, at=at, office="", goal_2021="bốn mươi")

    with pytest.raises(TargetIncomplete) as refused:
        actions.submit_target(code=target.code, actor=planners.planner, at=at)

    assert refused.value.fields == {"office": ["missing"], "goal_2021": ["not_number"]}
    assert again(target).draft["goal_2021"] == "bốn mươi"


def test_an_old_form_overwrites_nothing(planners: Planners, at: datetime) -> None:
    target = drafted(planners, at=at)
    by = {"code": target.code, "actor": planners.planner, "at": at}
    actions.save_target(typed={**TYPED, "name": "Tên mới"}, draft_version=1, **by)

    with pytest.raises(DraftChanged):
        actions.save_target(typed=TYPED, draft_version=1, **by)
    assert again(target).name == "Tên mới"


def test_a_new_version_leaves_the_old_one_as_it_was(planners: Planners, at: datetime) -> None:
    target = published(planners, at=at)
    by = {"code": target.code, "actor": planners.planner, "at": at + timedelta(days=1)}
    with pytest.raises(NotOpenForChange):
        actions.save_target(typed=TYPED, draft_version=1, **by)

    actions.revise_target(reason="Trung ương nâng mốc", **by)
    actions.save_target(typed={**TYPED, "goal_2021": "50"}, draft_version=1, **by)
    assert target_outlook(target.code, legal_day(at))[0].standing.goal == 40  # still the first
    actions.submit_target(**by)
    actions.approve_target(code=target.code, actor=planners.leader, at=by["at"])

    first, second = TargetVersion.objects.filter(target=target).order_by("number")
    assert (first.terms["goals"]["2021"], second.terms["goals"]["2021"]) == (40, 50)
    assert second.reason == "Trung ương nâng mốc"
    with pytest.raises(DatabaseError), transaction.atomic():
        TargetVersion.objects.filter(pk=first.pk).update(terms={})


def test_a_handed_back_target_is_a_draft_again(planners: Planners, at: datetime) -> None:
    target = submitted(planners, at=at)
    by = {"code": target.code, "actor": planners.leader, "at": at}

    actions.hand_back_target(reason="Ghi rõ mẫu số", **by)

    assert again(target).case.state == "draft"
    with pytest.raises(StepNotPossible):
        actions.hand_back_target(reason="Lần nữa", **by)


def test_reported_values_make_standing_speed_and_path(planners: Planners, at: datetime) -> None:
    target = published(planners, at=at)
    reported(planners, target, "12", date(2020, 6, 30), at=at)
    reported(planners, target, "25", date(2020, 11, 30), at=at)
    reported(planners, target, "24", date(2020, 11, 30), at=at)  # corrected: the later one counts

    row, outlook = target_outlook(target.code, legal_day(at))

    assert (row.standing.value, row.reported_on) == (24, date(2020, 11, 30))
    assert row.progress.speed is Speed.ON_TRACK  # 14 points in eleven months of 30 in two years
    assert [m.value for m in outlook.seen] == [12, 24]
    assert outlook.asked == pytest.approx(24, abs=0.2)
    assert (outlook.ahead, outlook.verdict) == ((), Verdict.NOT_YET)


def test_reports_of_two_years_of_quarters_are_forecast_to_the_goal(
    planners: Planners, at: datetime
) -> None:
    target = published(planners, at=at)
    for number in range(8):
        day = date(2018 + (number + 3) // 4, (3 * number + 9) % 12 + 3, 28)
        reported(planners, target, str(8 + 2 * number), day, at=at)

    outlook = target_outlook(target.code, legal_day(at))[1]

    assert [m.value for m in outlook.seen] == [8 + 2 * n for n in range(8)]
    assert outlook.every == 3
    assert [s.month for s in outlook.ahead] == [date(2020, 12, 1), *(date(2021, m, 1) for m in (3, 6, 9))]  # fmt: skip
    assert outlook.ahead[0].value == pytest.approx(22 + 0.9 * 2)
    assert outlook.verdict is Verdict.NOT_YET  # the goal is of December 2021


@pytest.mark.parametrize(
    ("typed", "day", "source"),
    [
        ("nhiều", date(2020, 11, 1), "Sổ"),
        ("101", date(2020, 11, 1), "Sổ"),
        ("-1", date(2020, 11, 1), "Sổ"),
        ("50", date(2030, 1, 1), "Sổ"),
        ("50", None, "Sổ"),
        ("50", date(2020, 11, 1), " "),
    ],
)
def test_what_cannot_be_a_value_is_refused(
    planners: Planners, at: datetime, typed: str, day: date | None, source: str
) -> None:
    target = published(planners, at=at)

    with pytest.raises(ValueRefused):
        actions.report_value(
            code=target.code, typed=typed, on_day=day, source=source, actor=planners.planner, at=at
        )


def test_nobody_types_what_is_computed_and_twelve_months_are_forecast(at: datetime) -> None:
    province = make_unit("98", "Tỉnh Mẫu")
    make_unit("98001", "Xã Mẫu", parent=province)
    planners = make_planners(at=at, unit_code="98")
    for month in range(1, 13):
        for number in range(20):
            _dossier(datetime(2020, month, 10, 3, tzinfo=at.tzinfo), digital=number < month)
    end = datetime(2020, 12, 31, 5, tzinfo=at.tzinfo)
    compute_indicators(actor=SYSTEM, at=end)
    changes = {"indicator": "services.digital_commune", "definition": "", "goal_2021": "80"}
    target = published(planners, at=end, **changes)

    with pytest.raises(IsComputed):
        reported(planners, target, "50", date(2020, 12, 1), at=end)
    row, outlook = target_outlook(target.code, legal_day(end))

    assert row.standing.value == pytest.approx(32.5)
    assert [m.value for m in outlook.seen] == pytest.approx([5 * m for m in range(1, 13)])
    assert len(outlook.ahead) == 6
    assert 60 < outlook.ahead[0].value < 66
    assert all(0 <= s.low <= s.value <= s.high <= 100 for s in outlook.ahead)


def _dossier(at: datetime, *, digital: bool) -> None:
    record_fact(
        DOSSIER_FINISHED,
        at=at,
        organization_id=None,
        unit_code="98001",
        procedure="1.001193",
        channel="online",
        level="commune",
        outcome="granted",
        on_time=True,
        digital=digital,
    )


def obstacle(planners: Planners, code: str, at: datetime, **changes: object) -> Obstacle:
    said: dict[str, object] = {
        "target_code": code,
        "organization_id": planners.body.pk,
        "what": "Chưa có định mức chi",
        "since_on": date(2020, 10, 1),
        "whose_move": "Bộ Tài chính",
        "document": "",
    }
    return actions.log_obstacle(**{**said, **changes}, actor=planners.planner, at=at)  # type: ignore[arg-type]


def test_an_obstacle_says_since_when_and_whose_move_it_is_until_it_is_cleared(
    planners: Planners, at: datetime
) -> None:
    found = obstacle(planners, published(planners, at=at).code, at)
    by = {"obstacle_id": found.pk, "actor": planners.planner, "at": at}

    actions.close_obstacle(outcome="Thông tư mới đã có định mức", **by)

    with pytest.raises(ObstacleClosed):
        actions.close_obstacle(outcome="Lần nữa", **by)
    assert Fact.objects.get(kind="programme.obstacle_closed").payload["days"] == 67


def test_obstacles_of_the_nations_targets_come_from_any_plan_of_a_bodys_own_from_that_body(
    planners: Planners, at: datetime
) -> None:
    elsewhere = make_planners(at=at, code="H99")
    own = published(planners, at=at)

    assert obstacle(elsewhere, "egdi", at).target_code == "egdi"
    with pytest.raises(NotYourTarget):
        obstacle(elsewhere, own.code, at)
    with pytest.raises(ObstacleIncomplete):
        obstacle(planners, own.code, at, since_on=date(2021, 1, 1))
    with pytest.raises(TargetNotFound):
        obstacle(planners, "khong-co", at)
    assert Organization.objects.filter(pk=elsewhere.body.pk).exists()


def faults(**changes: str) -> dict[str, FaultKind]:
    known = {"services.digital_commune": "percent"}
    return read_terms({**TYPED, **changes}, today=date(2020, 12, 7), indicators=known)[1]


def test_contradictions_are_found_by_their_field() -> None:
    assert faults() == {}
    assert faults(goal_2025="140") == {"goal_2025": FaultKind.NOT_SHARE}
    assert faults(goal_2025="30") == {"goal_2025": FaultKind.WRONG_WAY}
    assert faults(goal_2025="30", better="lower") == {}
    assert faults(goal_2021="", goal_2025="") == {"goal_2020": FaultKind.NO_GOAL}
    assert faults(unit="count", ceiling="50") == {"goal_2025": FaultKind.ABOVE_CEILING}
    assert faults(baseline_on="") == {"baseline_on": FaultKind.NO_BASELINE_DAY}
    assert faults(indicator="services.digital_commune", unit="days") == {
        "indicator": FaultKind.UNIT_DIFFERS
    }
    assert faults(definition="") == {"definition": FaultKind.MISSING}


@given(st.integers(0, 10**12))
def test_numbers_are_read_as_they_are_written_in_viet_nam(value: int) -> None:
    grouped = f"{value:,}".replace(",", ".")

    assert read_number(grouped) == read_number(str(value)) == value
    assert read_number(f"{value},5") == value + 0.5


@given(st.text(max_size=50))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_number(text) is None or isinstance(read_number(text), float)
    read_terms(dict.fromkeys(TYPED, text), today=date(2020, 12, 7), indicators={})
