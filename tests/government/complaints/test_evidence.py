"""What assessing a body asks of complaints: those it has to settle, answered within their terms or not."""

from datetime import datetime, timedelta

import pytest

from nentang.government.complaints import actions
from nentang.government.complaints.queries import EVIDENCE
from nentang.government.services.public import Span, Tally
from nentang.government.services.queries import assess
from nentang.government.services.rules.assessment import terms_on
from nentang.kernel.clock import legal_day
from tests.government.services.factories import make_applicant

from .factories import Place, accept, complain, decide, late_dossier, make_place, refused_dossier

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def counted(place: Place, at: datetime, *, now: datetime) -> Tally | None:
    levels = {place.body.pk: "commune"}
    span = Span(at - 30 * DAY, at + 300 * DAY, now)
    return EVIDENCE.tallies(levels, span)["complaints"].get(place.body.pk)


def test_answered_in_time_counts_and_late_does_not_and_the_late_come_first(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    in_time = complain(refused_dossier(place, citizen, at), citizen, at + DAY)
    late_dossier_code = late_dossier(place.office, citizen, at)
    too_late = complain(late_dossier_code, citizen, at + 10 * DAY, about="late")
    for complaint, accepted, decided in ((in_time, 2, 3), (too_late, 11, 60)):
        accept(complaint, place.deputy, at + accepted * DAY)
        decide(complaint, place.deputy, at + decided * DAY)

    assert counted(place, at, now=at + 61 * DAY) == Tally(1, 2)
    span = Span(at - DAY, at + 300 * DAY, at + 61 * DAY)
    rows = EVIDENCE.rows("complaints", place.body.pk, "commune", span, after=0, limit=50)
    assert [(row.code, row.points) for row in rows] == [(too_late.code, 0), (in_time.code, 1)]


def test_what_stands_open_counts_once_its_term_has_passed(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    complain(refused_dossier(place, citizen, at), citizen, at + DAY)

    assert counted(place, at, now=at + 2 * DAY) is None
    assert counted(place, at, now=at + 30 * DAY) == Tally(0, 1)


def test_an_acceptance_that_came_late_is_late_though_the_decision_was_not(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    complaint = complain(refused_dossier(place, citizen, at), citizen, at + DAY)
    accept(complaint, place.deputy, at + 20 * DAY)
    decide(complaint, place.deputy, at + 21 * DAY)

    assert counted(place, at, now=at + 22 * DAY) == Tally(0, 1)


def test_what_its_complainant_withdrew_tells_nothing_of_the_body(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    complaint = complain(refused_dossier(place, citizen, at), citizen, at + DAY)
    actions.withdraw_complaint(code=complaint.code, actor=citizen, at=at + 2 * DAY)

    assert counted(place, at, now=at + 60 * DAY) is None


def test_complaints_make_criterion_8_and_a_part_of_satisfaction_known(at: datetime) -> None:
    place, citizen = make_place(at=at), make_applicant(at=at)
    complaint = complain(refused_dossier(place, citizen, at), citizen, at + DAY)
    accept(complaint, place.deputy, at + 2 * DAY)
    decide(complaint, place.deputy, at + 3 * DAY)

    span = Span(at - DAY, at + 30 * DAY, at + 4 * DAY)
    found = assess(terms_on(legal_day(at)).value, span=span, levels={place.body.pk: "commune"})

    assert found[place.body.pk].criteria[8].points == 2
    assert found[place.body.pk].group_sums["satisfaction"].points == 12
