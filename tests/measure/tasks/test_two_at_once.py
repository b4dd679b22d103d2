"""Two who do the same thing at the same moment, in real transactions of their own."""

from datetime import date

import pytest

from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Evidence, Extension, Task
from nentang.measure.tasks.rules.intake import Part, Shown
from tests.measure.reporting.test_two_at_once import AT_ONCE, all_at_once
from tests.measure.tasks.factories import (
    AT,
    IN_TIME,
    assigned,
    imported,
    make_set,
    reported,
    taken_up,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_of_many_who_confirm_one_row_exactly_one_makes_a_task() -> None:
    those = make_set()
    decision = imported(those)

    found = all_at_once(
        lambda _n: len(
            actions.confirm_rows(decision=decision.code, numbers=[1, 2], actor=those.setter, at=AT)
        )
    )

    assert Task.objects.count() == 2
    assert found.count(2) == 1
    assert found.count("tasks.row_settled") == AT_ONCE - 1


def test_a_decision_that_is_read_many_times_at_once_has_its_rows_once() -> None:
    those = make_set()

    all_at_once(lambda _n: imported(those).pk)

    assert imported(those).rows.count() == 3


def test_of_many_who_report_or_judge_one_result_exactly_one_does() -> None:
    those = make_set()
    task = taken_up(those)

    all_at_once(
        lambda _n: (
            actions.report_result(
                code=task.code,
                shown=Shown("Xong", page_url="/muc-tieu/"),
                actor=those.district.clerk,
                at=IN_TIME,
            ).number
        )
    )
    assert Evidence.objects.count() == 1

    found = all_at_once(
        lambda n: (
            (
                actions.accept_result(code=task.code, words="", actor=those.judge, at=IN_TIME)
                if n % 2
                else actions.return_result(
                    code=task.code, reason="x", actor=those.judge, at=IN_TIME
                )
            ).code
        )
    )
    assert found.count(task.code) == 1


def test_a_task_that_is_handed_on_many_times_at_once_has_one_part_a_body() -> None:
    those = make_set()
    task = assigned(those)
    parts = [Part(each.body.pk, "", None) for each in those.land.communes]

    all_at_once(
        lambda _n: len(
            actions.cascade_task(code=task.code, parts=parts, actor=those.district.clerk, at=AT)
        )
    )

    assert Task.objects.filter(parent=task).count() == 3


def test_one_extension_waits_however_many_ask() -> None:
    those = make_set()
    task = taken_up(those)

    all_at_once(
        lambda _n: (
            actions.ask_extension(
                code=task.code,
                until_on=date(2021, 3, 1),
                reason="x",
                actor=those.district.clerk,
                at=AT,
            ).pk
        )
    )

    assert Extension.objects.count() == 1
    assert reported(those, task)
