"""The board of a head: who has how much, what may be late, who waits for whom."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import forward_case, move_case, take_case
from nentang.foundation.casework.queries import loads, risks, waits
from nentang.foundation.casework.rules.risk import FEWEST, minutes_short, usual_minutes

from .factories import Office, make_case, make_office

DAY = timedelta(days=1)


def finished(office: Office, at: datetime, *, days: int, title: str = "Đèn thôn Nháp") -> None:
    """Cases of that title that took so many days each."""
    for _ in range(FEWEST):
        case = make_case(office=office, at=at, title=title)
        move_case(case=case, step="withdraw", actor=SYSTEM, at=at + days * DAY)


@pytest.mark.django_db
def test_the_load_counts_what_runs_by_who_has_it(at: datetime) -> None:
    office = make_office(at=at)
    taken, waiting, _free = (make_case(office=office, at=at) for _ in range(3))
    take_case(case=taken, actor=office.clerk, at=at)
    move_case(case=waiting, step="ask", actor=office.clerk, at=at)

    rows = loads([office.body.pk], at=at + 7 * DAY)
    assert [(bool(row.officer), row.running, row.late) for row in rows] == [
        (False, 1, 1),
        (True, 1, 1),
    ]


@pytest.mark.django_db
def test_a_case_is_at_risk_when_less_is_left_than_such_cases_took(at: datetime) -> None:
    office = make_office(at=at - 28 * DAY)
    finished(office, at - 28 * DAY, days=2)
    tight = make_case(office=office, at=at, title="Đèn thôn Nháp", working_days=1)
    make_case(office=office, at=at, title="Đèn thôn Nháp", working_days=3)
    make_case(office=office, at=at, title="Chưa làm bao giờ", working_days=1)

    [risk] = risks([office.body.pk], at=at)
    assert (risk.case, risk.left, risk.usual_left) == (tight, 480, 960)
    assert risks([make_office(at=at).body.pk], at=at) == []


@pytest.mark.django_db
def test_the_time_already_spent_counts(at: datetime) -> None:
    office = make_office(at=at - 28 * DAY)
    finished(office, at - 28 * DAY, days=2)
    make_case(office=office, at=at, title="Đèn thôn Nháp", working_days=3)

    assert risks([office.body.pk], at=at + 2 * DAY) == []


@pytest.mark.django_db
def test_who_waits_for_whom(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Khác")
    asking, away, _free = (make_case(office=office, at=at) for _ in range(3))
    move_case(case=asking, step="ask", actor=office.clerk, at=at)
    forward_case(case=away, organization_id=other.body.pk, note="", actor=office.clerk, at=at + DAY)

    mine = {each.whom: each for each in waits([office.body.pk], at=at + 2 * DAY)}
    assert {whom: each.count for whom, each in mine.items()} == {
        "applicant": 1,
        "free": 1,
        "Sở Khác": 1,
    }
    assert mine["Sở Khác"].longest == 480
    theirs = {each.whom: each.count for each in waits([other.body.pk], at=at + 2 * DAY)}
    assert theirs == {"free": 1, "ours": 1}


@pytest.mark.django_db
def test_the_board_costs_the_same_for_any_number_of_cases(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office(at=at)
    for _ in range(8):
        make_case(office=office, at=at)
    bodies = [office.body.pk]

    with django_assert_num_queries(6):
        loads(bodies, at=at)
        risks(bodies, at=at)
        waits(bodies, at=at)


@given(some.lists(some.integers(0, 10_000), min_size=FEWEST, max_size=60))
def test_four_of_five_took_no_longer_than_usual(taken: list[int]) -> None:
    usual = usual_minutes(taken)
    assert usual is not None
    assert sum(each <= usual for each in taken) >= 0.8 * len(taken)
    assert usual in taken


@given(some.integers(0, 9999), some.integers(0, 9999), some.integers(0, 9999))
def test_a_case_is_short_by_what_it_still_needs_beyond_its_time(
    usual: int, spent: int, left: int
) -> None:
    short = minutes_short(usual, spent, left)
    assert short >= 0
    assert (short > 0) == (usual > spent + left)


def test_of_too_few_finished_cases_nothing_is_said() -> None:
    assert usual_minutes([480] * (FEWEST - 1)) is None
