"""What is nearly due or overdue is told once, to those who can still do something."""

from datetime import datetime, timedelta

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.actions import warn_of_due_cases
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.public import move_case, take_case
from nentang.foundation.casework.registry import kinds
from nentang.foundation.casework.rules.kinds import Waiting
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet

from .factories import make_case, make_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told() -> set[tuple[str, int]]:
    return set(Message.objects.values_list("template", "person_id"))


def test_who_has_the_case_hears_before_and_the_head_too_after(at: datetime) -> None:
    office = make_office(at=at)
    take_case(case=make_case(office=office, at=at), actor=office.clerk, at=at)

    assert warn_of_due_cases(at=at) == 0
    assert warn_of_due_cases(at=at + 2 * DAY) == 1
    assert warn_of_due_cases(at=at + 2 * DAY) == 0
    run_until_quiet(at=at + 2 * DAY)
    assert told() == {("casework.nearly_due", office.clerk.person_id)}

    assert warn_of_due_cases(at=at + 4 * DAY) == 1
    assert warn_of_due_cases(at=at + 5 * DAY) == 0
    run_until_quiet(at=at + 4 * DAY)
    assert told() >= {
        ("casework.overdue", office.clerk.person_id),
        ("casework.overdue", office.head.person_id),
    }


def test_what_nobody_has_taken_is_the_heads(at: datetime) -> None:
    office = make_office(at=at)
    make_case(office=office, at=at, working_days=1)

    warn_of_due_cases(at=at)
    run_until_quiet(at=at)

    assert told() == {("casework.nearly_due", office.head.person_id)}


def test_the_words_are_about_whoever_waits(at: datetime) -> None:
    office = make_office(at=at)
    lamp, report = make_case(office=office, at=at), make_case(office=office, at=at)
    Case.objects.filter(pk=report.pk).update(kind="report")

    warn_of_due_cases(at=at + 9 * DAY)
    run_until_quiet(at=at + 9 * DAY)

    said = dict(Message.objects.values_list("subject", "body"))
    assert "hẹn lại với người nộp" in said[f"case:{lamp.pk}"]
    assert "Báo cho cơ quan đang chờ" in said[f"case:{report.pk}"]


def test_only_what_people_ask_for_speaks_of_an_applicant() -> None:
    asked = {kind.name for kind in kinds() if kind.waiting is Waiting.APPLICANT}

    assert asked >= {"dossier", "complaint"}
    assert not asked & {"assigned_task", "consultation", "report"}


def test_neither_suspended_nor_closed_cases_are_told_of(at: datetime) -> None:
    office = make_office(at=at)
    asked, closed = (make_case(office=office, at=at, working_days=1) for _ in range(2))
    move_case(case=asked, step="ask", actor=office.clerk, at=at)
    move_case(case=closed, step="withdraw", actor=SYSTEM, at=at)

    assert warn_of_due_cases(at=at + 9 * DAY) == 0


def test_a_case_closed_or_suspended_before_the_news_arrives_troubles_nobody(at: datetime) -> None:
    office = make_office(at=at)
    asked, closed = (make_case(office=office, at=at, working_days=1) for _ in range(2))
    warn_of_due_cases(at=at)
    move_case(case=asked, step="ask", actor=office.clerk, at=at)
    move_case(case=closed, step="withdraw", actor=SYSTEM, at=at)

    run_until_quiet(at=at)

    assert told() == set()


def test_a_case_told_of_at_the_minute_it_is_due_is_told_of_again_once_overdue(at: datetime) -> None:
    office = make_office(at=at)
    due = make_case(office=office, at=at, working_days=1).due_at
    assert due is not None

    assert [warn_of_due_cases(at=due + timedelta(minutes=late)) for late in (0, 5, 10)] == [1, 1, 0]


def test_what_waits_to_be_received_has_no_due_time_to_tell_of(at: datetime) -> None:
    make_case(office=make_office(at=at), at=at, is_received=False)

    assert warn_of_due_cases(at=at + 9 * DAY) == 0
