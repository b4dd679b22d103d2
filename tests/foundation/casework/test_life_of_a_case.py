"""A case from opening to closing: who may do what, when the clock runs, what is left behind."""

from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.errors import (
    AlreadyTaken,
    CaseNotFound,
    ChangedMeanwhile,
    NotInThisOffice,
    NotYoursToAssign,
    RoleMissing,
    StepNotPossible,
)
from nentang.foundation.casework.indicators import CASE_CLOSED, CASE_HELD
from nentang.foundation.casework.public import (
    Case,
    add_working_minutes,
    assign_case,
    cases_of_person,
    find_case,
    forward_case,
    holders,
    move_case,
    take_case,
    timeline,
)
from nentang.foundation.facts.public import fact_rows
from tests.foundation.identity.factories import make_person

from .factories import make_case, make_office

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def test_a_new_case_stands_in_the_first_state_with_its_due_time(at: datetime) -> None:
    office = make_office(at=at)

    case = find_case(make_case(office=office, at=at).code)

    assert case.state == "reported"
    assert case.holder_id == office.body.pk
    assert case.due_at == add_working_minutes(at, 3 * 480)
    assert [entry.step for entry in timeline(case)] == ["open"]


def test_no_such_case() -> None:
    with pytest.raises(CaseNotFound):
        find_case("DEN-0")


def test_a_step_needs_its_role_in_the_body_that_holds_the_case(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)

    for stranger in (office.head, other.clerk):
        with pytest.raises(RoleMissing):
            move_case(case=case, step="send_out", actor=stranger, at=at)

    assert find_case(case.code).state == "reported"


@pytest.mark.parametrize("step", ["light", "answer", "no_such_step"])
def test_a_step_that_the_state_does_not_permit_is_refused(at: datetime, step: str) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)

    with pytest.raises(StepNotPossible):
        move_case(case=case, step=step, actor=office.clerk, at=at)


def test_the_clock_stands_still_while_the_reporter_is_asked(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)
    due = case.due_at

    move_case(case=case, step="ask", actor=office.clerk, at=at + HOUR)
    assert case.suspended_at == at + HOUR
    assert not case.is_overdue(at + timedelta(days=30))
    move_case(case=case, step="answer", actor=SYSTEM, at=at + timedelta(days=2, hours=1))

    assert due is not None
    assert case.suspended_at is None
    assert case.due_at == add_working_minutes(due, 2 * 480)


def test_what_was_late_before_it_was_suspended_stays_late(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at, working_days=1)
    late = at + timedelta(days=3)
    due = case.due_at

    move_case(case=case, step="ask", actor=office.clerk, at=late)
    move_case(case=case, step="answer", actor=SYSTEM, at=late + timedelta(days=7))

    assert case.due_at == due


def test_holders_and_waiting_add_up_to_the_whole(at: datetime) -> None:
    office, province = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)
    move_case(case=case, step="send_out", actor=office.clerk, at=at + HOUR)
    forward_case(
        case=case, organization_id=province.body.pk, note="", actor=office.clerk, at=at + 2 * HOUR
    )
    move_case(case=case, step="ask", actor=province.clerk, at=at + timedelta(days=1))
    move_case(case=case, step="answer", actor=SYSTEM, at=at + timedelta(days=2))
    move_case(case=case, step="light", actor=province.clerk, at=at + timedelta(days=2, hours=1))

    spent = [(each.name, each.minutes, each.is_suspension) for each in holders(case, at=at)]

    assert spent == [
        (office.body.name, 120, False),
        (province.body.name, 480 - 120 + 60, False),
        (province.body.name, 480, True),
    ]
    assert (case.held_minutes, case.waited_minutes) == (540, 480)


def test_a_closed_case_leaves_facts_without_personal_data(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)
    move_case(case=case, step="send_out", actor=office.clerk, at=at + HOUR)
    move_case(case=case, step="light", actor=office.clerk, at=at + 2 * HOUR)

    closed = list(fact_rows(CASE_CLOSED.name))
    held = list(fact_rows(CASE_HELD.name))

    assert [row.payload for row in closed] == [
        {
            "kind": "lamp",
            "channel": "app",
            "held_minutes": 120,
            "waited_minutes": 0,
            "has_due_time": True,
            "on_time": True,
        }
    ]
    assert [row.payload["minutes"] for row in held] == [120]


def test_a_closed_case_is_neither_moved_nor_assigned_nor_forwarded(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at)

    with pytest.raises(StepNotPossible):
        move_case(case=case, step="send_out", actor=office.clerk, at=at)
    with pytest.raises(StepNotPossible):
        take_case(case=case, actor=office.clerk, at=at)
    with pytest.raises(StepNotPossible):
        forward_case(case=case, organization_id=other.body.pk, note="", actor=office.clerk, at=at)


def test_a_forwarded_case_is_held_there_and_free_again(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)
    take_case(case=case, actor=office.clerk, at=at)

    forward_case(
        case=case, organization_id=other.body.pk, note="Đúng tuyến", actor=office.clerk, at=at
    )

    fresh = find_case(case.code)
    assert (fresh.holder_id, fresh.assignee_id) == (other.body.pk, None)
    assert fresh.organization_id == office.body.pk
    with pytest.raises(NotInThisOffice):
        forward_case(case=case, organization_id=office.body.pk, note="", actor=office.clerk, at=at)


def test_a_clerk_takes_what_is_free_and_gives_back_what_is_theirs(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)

    take_case(case=case, actor=office.clerk, at=at)
    with pytest.raises(AlreadyTaken):
        take_case(case=case, actor=office.colleague, at=at)
    with pytest.raises(NotYoursToAssign):
        assign_case(case=case, account_id=None, actor=office.colleague, at=at)
    assign_case(case=case, account_id=None, actor=office.clerk, at=at)

    assert find_case(case.code).assignee_id is None
    assert [entry.step for entry in timeline(case)] == ["open", "assign", "release"]


def test_only_a_head_assigns_to_others_and_only_to_people_of_the_body(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)

    with pytest.raises(NotYoursToAssign):
        assign_case(case=case, account_id=office.colleague.account_id, actor=office.clerk, at=at)
    with pytest.raises(NotInThisOffice):
        assign_case(case=case, account_id=other.clerk.account_id, actor=office.head, at=at)
    assign_case(case=case, account_id=office.colleague.account_id, actor=office.head, at=at)

    assert find_case(case.code).assignee_id == office.colleague.account_id


def test_a_change_of_what_somebody_else_changed_is_refused(at: datetime) -> None:
    office = make_office(at=at)
    code = make_case(office=office, at=at).code
    mine, theirs = find_case(code), find_case(code)
    move_case(case=theirs, step="send_out", actor=office.colleague, at=at)

    with pytest.raises(ChangedMeanwhile), transaction.atomic():
        move_case(case=mine, step="ask", actor=office.clerk, at=at)

    assert find_case(code).state == "repairing"
    assert [entry.step for entry in timeline(mine)] == ["open", "send_out"]


def test_cases_of_a_person_come_newest_first_by_key(at: datetime) -> None:
    office, person = make_office(at=at), make_person(at=at)
    ids = [make_case(office=office, at=at, applicant=person).pk for _ in range(3)]
    make_case(office=office, at=at)

    first = cases_of_person(person.pk, limit=2)
    rest = cases_of_person(person.pk, before_id=first[-1].pk, limit=2)

    assert [case.pk for case in (*first, *rest)] == ids[::-1]


@pytest.mark.parametrize(("steps", "most"), [(["send_out"], 4), (["ask"], 6), (["withdraw"], 7)])
def test_a_move_takes_few_statements(at: datetime, steps: list[str], most: int) -> None:
    """The row, the timeline, the audit, the event; a spell and its fact where one ends; the closing fact.

    Deliveries to listeners are one more statement on SQLite, none on PostgreSQL.
    """
    office = make_office(at=at)
    case = Case.objects.get(pk=make_case(office=office, at=at).pk)

    with CaptureQueriesContext(
        connection,
    ) as caught:
        for step in steps:
            move_case(case=case, step=step, actor=office.clerk, at=at + HOUR)

    statements = [each["sql"] for each in caught if "outbox_delivery" not in each["sql"]]
    assert len(statements) <= most, "\n".join(statements)
