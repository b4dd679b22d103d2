"""A second appointment is given once; a case is measured by the first."""

from datetime import datetime, timedelta

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.errors import (
    AlreadyReappointed,
    NotInThisOffice,
    NotLater,
    StepNotPossible,
)
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.public import due_for, move_case, reappoint_case, timeline
from nentang.foundation.facts.public import fact_rows

from .factories import make_case, make_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def reappointed(at: datetime, *, days: int = 9) -> Case:
    """A case of three days with a second appointment days later."""
    office = make_office(at=at)
    case = make_case(office=office, at=at, working_days=3)
    return reappoint_case(
        case=case, due_at=at + days * DAY, actor=office.head, at=at, public_note="Xin lỗi."
    )


def test_the_new_time_holds_and_the_reason_is_read_by_all(at: datetime) -> None:
    case = reappointed(at)

    case.refresh_from_db()
    assert (case.due_at, case.first_due_at) == (at + 9 * DAY, due_for(at, working_days=3))
    assert timeline(case)[-1].public_note == "Xin lỗi."


def test_a_case_closed_after_its_first_appointment_was_late(at: datetime) -> None:
    case = reappointed(at)

    assert not case.is_overdue(at + 8 * DAY)
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + 8 * DAY)

    assert case.is_overdue(at + 8 * DAY)
    [fact] = fact_rows("casework.case_closed")
    assert fact.payload["on_time"] is False


def test_it_is_given_once_and_lies_ahead(at: datetime) -> None:
    case = reappointed(at)
    with pytest.raises(AlreadyReappointed):
        reappoint_case(case=case, due_at=at + 20 * DAY, actor=SYSTEM, at=at)

    other = make_case(office=make_office(at=at), at=at, working_days=3)
    for day in (at + DAY, at - DAY):
        with pytest.raises(NotLater):
            reappoint_case(case=other, due_at=day, actor=SYSTEM, at=at)


def test_only_a_running_case_of_ones_own_body_gets_one(at: datetime) -> None:
    office, stranger = make_office(at=at), make_office(at=at, name="Sở Khác")
    waiting = make_case(office=office, at=at, is_received=False)
    running = make_case(office=office, at=at)

    with pytest.raises(StepNotPossible):
        reappoint_case(case=waiting, due_at=at + 9 * DAY, actor=office.head, at=at)
    with pytest.raises(NotInThisOffice):
        reappoint_case(case=running, due_at=at + 9 * DAY, actor=stranger.head, at=at)


def test_both_appointments_move_while_the_applicant_is_waited_for(at: datetime) -> None:
    case = reappointed(at)
    promised = [case.first_due_at, case.due_at]
    move_case(case=case, step="ask", actor=SYSTEM, at=at)
    move_case(case=case, step="answer", actor=SYSTEM, at=at + 7 * DAY)

    assert [case.first_due_at, case.due_at] == [each + 7 * DAY for each in promised if each]
