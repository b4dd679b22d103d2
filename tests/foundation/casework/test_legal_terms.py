"""Terms counted in days of the calendar: a case is due by them, and told of anew in each phase."""

from datetime import date, datetime, timedelta

import pytest

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.actions import warn_of_due_cases
from nentang.foundation.casework.errors import StepNotPossible
from nentang.foundation.casework.public import find_case, move_case, set_term, term_end

from .factories import make_case, make_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_a_case_is_due_by_its_term_and_its_clock_runs_from_the_first_one(at: datetime) -> None:
    case = make_case(office=make_office(at=at), at=at, is_received=False)

    set_term(case=case, due_at=term_end(date(2020, 12, 7), 10), actor=SYSTEM, at=at)
    set_term(case=case, due_at=term_end(date(2020, 12, 9), 30), actor=SYSTEM, at=at + 2 * DAY)

    kept = find_case(case.code)
    assert kept.clock_started_at == at
    assert kept.due_at == term_end(date(2020, 12, 9), 30)
    assert not kept.is_unreceived


def test_of_a_new_term_the_office_is_told_anew(at: datetime) -> None:
    case = make_case(office=make_office(at=at), at=at, is_received=False)
    set_term(case=case, due_at=term_end(date(2020, 12, 7), 1), actor=SYSTEM, at=at)
    soon = at + DAY
    told = [warn_of_due_cases(at=soon), warn_of_due_cases(at=soon)]

    case = find_case(case.code)
    set_term(case=case, due_at=term_end(date(2020, 12, 8), 10), actor=SYSTEM, at=soon)

    assert told == [1, 0]
    assert warn_of_due_cases(at=at + 10 * DAY) == 0
    assert warn_of_due_cases(at=at + 11 * DAY) == 1


@pytest.mark.parametrize("step", ["ask", "withdraw"])
def test_what_is_closed_or_waits_for_somebody_gets_no_new_term(at: datetime, step: str) -> None:
    case = make_case(office=make_office(at=at), at=at)
    move_case(case=case, step=step, actor=SYSTEM, at=at)

    with pytest.raises(StepNotPossible):
        set_term(case=case, due_at=at + DAY, actor=SYSTEM, at=at)
