"""What is counted: the rule in the database, facts, indicators, and who steers."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import export
from nentang.measure.indicators.public import counted_between
from nentang.measure.tasks import actions
from nentang.measure.tasks.errors import NotYourTask
from nentang.measure.tasks.indicators import DONE_IN_TIME, DONE_OF_DUE, WITH_COMMITTEE, WITH_PLAN
from nentang.measure.tasks.models import Task
from nentang.measure.tasks.queries import counted, task_standing
from nentang.measure.tasks.rules.intake import Paper
from nentang.measure.tasks.rules.standing import Days, standing
from tests.measure.tasks.factories import (
    AT,
    IN_TIME,
    TOO_LATE,
    Set,
    assigned,
    done,
    make_set,
    taken_up,
)

pytestmark = pytest.mark.django_db
DAY = st.dates(date(2020, 1, 1), date(2021, 12, 31))
MAYBE = st.none() | DAY


@pytest.fixture
def those() -> Set:
    return make_set()


def test_the_database_says_the_same_as_the_rule(those: Set) -> None:
    task = assigned(those)

    @hypothesis_settings(max_examples=120, suppress_health_check=list(HealthCheck))
    @given(DAY, st.integers(0, 40), MAYBE, MAYBE, st.booleans(), MAYBE, DAY, st.booleans())
    def same(first, moved, started, reported, is_accepted, returned, today, has_day) -> None:  # type: ignore[no-untyped-def]
        days = Days(
            due_on=first + timedelta(days=moved) if has_day else None,
            first_due_on=first if has_day else None,
            started_on=started,
            reported_on=reported,
            accepted_on=reported if is_accepted else None,
            returned_on=returned,
        )
        columns = {name: getattr(days, name) for name in Days.__struct_fields__}
        Task.objects.filter(pk=task.pk).update(due_kind="day" if has_day else "standing", **columns)
        expected = standing(days, today)
        assert task_standing(task.code, today).standing == expected
        assert counted(Task.objects.all(), today)[expected.value] == 1

    same()


def test_a_share_is_never_above_one_and_late_results_count_when_they_were_due(those: Set) -> None:
    done(those, taken_up(those))
    late = taken_up(those, symbol="14/KH", due="1/9/2020")
    assigned(those, symbol="15/KH", due="1/10/2020")
    assert actions.count_due(at=IN_TIME) == 2
    assert actions.count_due(at=IN_TIME) == 0
    done(those, late, at=TOO_LATE)
    export(at=TOO_LATE)

    codes = [DONE_OF_DUE.code, DONE_IN_TIME.code]
    autumn = counted_between(codes, first=date(2020, 9, 1), last=date(2020, 11, 30))
    whole = counted_between(codes, first=date(2020, 1, 1), last=date(2021, 12, 31))

    (of_due,) = autumn[DONE_OF_DUE.code].values()
    assert (of_due.numerator, of_due.denominator) == (1, 2)
    (of_due,) = whole[DONE_OF_DUE.code].values()
    assert (of_due.numerator, of_due.denominator) == (2, 3)
    (in_time,) = whole[DONE_IN_TIME.code].values()
    assert (in_time.numerator, in_time.denominator) == (1, 2)


def test_what_waits_for_an_extension_is_counted_once_it_is_answered(those: Set) -> None:
    task = taken_up(those)
    ask = {"code": task.code, "until_on": date(2021, 6, 30), "reason": "x"}
    actions.ask_extension(**ask, actor=those.district.clerk, at=IN_TIME)
    assert actions.count_due(at=TOO_LATE) == 0
    actions.refuse_extension(code=task.code, reason="x", actor=those.judge, at=TOO_LATE)
    assert actions.count_due(at=TOO_LATE) == 1


def test_who_steers_is_counted_once_a_month(those: Set) -> None:
    paper = Paper("1/QĐ-UBND", date(2020, 5, 1))
    body = those.province.body.pk
    for number in (1, 2):
        actions.record_committee(
            organization_id=body,
            paper=Paper(f"{number}/QĐ-UBND", date(2020, 5, 1)),
            head_office="Chủ tịch",
            actor=those.judge,
            at=AT,
        )
    with pytest.raises(NotYourTask):
        actions.record_committee(
            organization_id=body,
            paper=paper,
            head_office="x",
            actor=those.district.leader,
            at=AT,
        )
    bodies = actions.count_steering(at=AT)
    assert bodies == 2
    with transaction.atomic():
        assert actions.count_steering(at=AT + timedelta(days=1)) == 0
    actions.record_plan(
        organization_id=body, paper=paper, first_year=2020, last_year=2020, actor=SYSTEM, at=AT
    )
    actions.count_steering(at=AT + timedelta(days=40))
    export(at=AT + timedelta(days=40))

    found = counted_between(
        [WITH_COMMITTEE.code, WITH_PLAN.code], first=date(2020, 1, 1), last=date(2020, 12, 31)
    )
    committees, plans = found[WITH_COMMITTEE.code][""], found[WITH_PLAN.code][""]
    assert (committees.numerator, committees.denominator) == (2, 4)
    assert (plans.numerator, plans.denominator) == (1, 4)
