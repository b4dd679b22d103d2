"""Points of a body come from its dossiers, and each opens to them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.public import actor_for_account
from nentang.government.services import actions
from nentang.government.services.errors import RatingOutOfRange
from nentang.government.services.models import Dossier, Rating
from nentang.government.services.queries import Assessment, assess, dossiers_behind
from nentang.government.services.rules.assessment import (
    Figures,
    group_score,
    provided_online,
    terms_on,
)
from nentang.kernel import clock
from nentang.kernel.clock import legal_day
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import Office, make_applicant, make_dossier, make_office, make_officer, sign_in

YEAR = timedelta(days=365)


def decided(
    office: Office, at: datetime, *, procedure: str = "1.001193", days: int = 0, hours: int = 1
) -> Dossier:
    """A dossier that came at `at` and was granted so much later."""
    dossier = make_dossier(
        office=office, applicant=make_applicant(at=at), at=at, procedure=procedure
    )
    actions.receive_dossier(code=dossier.code, actor=office.clerk, at=at)
    later = at + timedelta(days=days, hours=hours)
    actions.propose_decision(code=dossier.code, actor=office.clerk, at=later)
    actions.grant_dossier(code=dossier.code, actor=office.leader, at=later)
    return Dossier.objects.select_related("case").get(code=dossier.code)


def assessed(office: Office, at: datetime) -> Assessment:
    found = assess(
        terms_on(legal_day(at)).value,
        since=at - YEAR,
        until=at + YEAR,
        levels={office.body.pk: "commune"},
    )
    return found[office.body.pk]


@pytest.mark.django_db
def test_in_time_gives_two_points_and_late_none(at: datetime) -> None:
    office = make_office(at=at)
    quick, late = decided(office, at), decided(office, at, days=3)

    found = assessed(office, at)
    behind = dossiers_behind(office.body.pk, 1, since=at - YEAR, until=at + YEAR)

    assert (found.decided, found.criteria[1].points) == (2, 1.0)
    assert [(each.code, each.points) for each in behind] == [  # type: ignore[attr-defined] # annotated
        (late.code, 0),
        (quick.code, 2),
    ]


@pytest.mark.django_db
def test_what_is_promised_for_a_later_day_gives_one_point_on_that_day(at: datetime) -> None:
    office = make_office(at=at)
    dossier = decided(office, at, hours=2)
    case = dossier.case
    case.first_due_at = case.due_at = dossier.decided_at + timedelta(hours=1)  # type: ignore[operator] # decided
    case.save(update_fields=["due_at", "first_due_at"])
    Dossier.objects.filter(pk=dossier.pk).update(received_at=at - timedelta(days=2))

    assert assessed(office, at).criteria[1].points == 1


@pytest.mark.django_db
def test_five_answers_become_points_and_nobody_must_answer_all(at: datetime) -> None:
    office = make_office(at=at)
    first, second = decided(office, at), decided(office, at)
    for dossier, answers in ((first, {"contacts": 2, "attitude": 1}), (second, {"contacts": 0})):
        actions.rate_dossier(
            code=dossier.code,
            stars=5,
            actor=_applicant_of(dossier, at),
            at=at + timedelta(days=1),
            **answers,  # type: ignore[arg-type] # a part of Answers
        )

    found = assessed(office, at)

    assert (found.criteria[3].points, found.criteria[3].count) == (1.0, 2)
    assert (found.criteria[7].points, found.criteria[7].count) == (1.0, 1)
    assert found.criteria[4].points is None
    assert found.groups["satisfaction"].points == 6


def _applicant_of(dossier: Dossier, at: datetime) -> Actor:
    account = Account.objects.get(person_id=dossier.applicant_id)
    return actor_for_account(account.pk, at, assurance=2)


@pytest.mark.django_db
def test_more_than_two_points_are_refused(at: datetime) -> None:
    office = make_office(at=at)
    dossier = decided(office, at)

    with pytest.raises(RatingOutOfRange):
        actions.rate_dossier(
            code=dossier.code, stars=5, attitude=3, actor=_applicant_of(dossier, at), at=at
        )


@pytest.mark.django_db
def test_what_is_unknown_counts_nowhere(at: datetime) -> None:
    office = make_office(at=at)
    decided(office, at)

    found = assessed(office, at)

    unknown = [number for number, score in found.criteria.items() if score.points is None]
    assert unknown == [2, 3, 4, 6, 7, 8]
    assert found.most == 2 * 3
    assert found.groups["transparency"].points is None


figures = st.builds(
    Figures,
    decided=st.integers(0, 9),
    on_time=st.integers(0, 9),
    digital=st.integers(0, 9),
    online=st.integers(0, 9),
    online_late=st.integers(0, 2),
    procedures=st.integers(0, 9),
    procedures_at_once=st.integers(0, 9),
    higher_level=st.floats(0, 1),
    stars=st.none() | st.floats(0, 1),
).filter(
    lambda f: (
        max(f.on_time, f.digital, f.online) <= f.decided
        and f.online_late <= f.online
        and f.procedures_at_once <= f.procedures
    )
)


@given(figures)
def test_no_score_is_above_what_it_can_be(shown: Figures) -> None:
    terms = terms_on(legal_day(clock.now())).value
    scores = [group_score(group, shown) for group in terms.groups]
    scores.append(provided_online(shown, terms))

    for score in scores:
        assert score.points is None or 0 <= score.points <= score.most
    if shown.online_late:
        assert provided_online(shown, terms).points != 2


@pytest.mark.django_db
def test_a_head_sees_their_bodies_down_to_the_dossiers(at: datetime) -> None:
    office = make_office(at=at)
    dossier = decided(office, at)
    Person.objects.filter(pk=dossier.applicant_id).update(full_name="Bùi Thị Riêng")
    head, body = sign_in(office.leader), office.body.pk

    listed = head.get("/mot-cua/danh-gia/?nam=2020")
    one = head.get(f"/mot-cua/danh-gia/{body}/?nam=2020")
    behind = head.get(f"/mot-cua/danh-gia/{body}/1/?nam=2020")

    assert f"/mot-cua/danh-gia/{body}/?nam=2020" in listed.text
    assert f"/mot-cua/danh-gia/{body}/1/?nam=2020" in one.text
    assert "chưa đối chiếu với văn bản gốc" in one.text
    assert dossier.code in behind.text
    assert "Bùi Thị Riêng" not in behind.text


@pytest.mark.django_db
def test_nobody_sees_the_assessment_of_a_body_beside_theirs(at: datetime) -> None:
    office = make_office(at=at)
    decided(office, at)
    elsewhere = make_organization(at=at, name="Tỉnh khác", unit=make_unit("97", "Tỉnh Thử"))
    stranger = sign_in(make_officer(elsewhere, "leader", at=at))

    assert stranger.get(f"/mot-cua/danh-gia/{office.body.pk}/").status_code == 403
    assert stranger.get(f"/mot-cua/danh-gia/{office.body.pk}/1/").status_code == 403
    assert sign_in(office.clerk).get("/mot-cua/danh-gia/").status_code == 403


@pytest.mark.django_db
def test_assessing_costs_four_queries_however_many_dossiers(
    at: datetime, django_assert_num_queries: Any
) -> None:
    office = make_office(at=at)
    for _ in range(3):
        decided(office, at)

    with django_assert_num_queries(4):
        assessed(office, at)


@pytest.mark.django_db
def test_the_page_asks_five_questions(at: datetime) -> None:
    office = make_office(at=at)
    citizen = make_applicant(at=at)
    dossier = make_dossier(office=office, applicant=citizen, at=at)
    actions.receive_dossier(code=dossier.code, actor=office.clerk, at=at)
    actions.propose_decision(code=dossier.code, actor=office.clerk, at=at)
    actions.grant_dossier(code=dossier.code, actor=office.leader, at=at)
    client = sign_in(citizen)

    page = client.get(f"/ho-so/{dossier.code}/danh-gia/")
    client.post(
        f"/ho-so/{dossier.code}/danh-gia/", {"stars": "4", "contacts": "1", "attitude": "2"}
    )

    assert page.text.count("<legend>") == 5
    rating = Rating.objects.get()
    assert (rating.stars, rating.contacts, rating.attitude, rating.information) == (4, 1, 2, None)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_pages_of_heads_and_the_questions_are_accessible_and_narrow(
    live_server: LiveServer, at: datetime
) -> None:
    office = make_office(at=at)
    dossier = decided(office, at)
    body = office.body.pk
    citizen = actor_for_account(Account.objects.get(person_id=dossier.applicant_id).pk, at)
    heads = ["/mot-cua/danh-gia/", f"/mot-cua/danh-gia/{body}/", f"/mot-cua/danh-gia/{body}/1/"]

    for actor, paths in (
        (office.leader, heads),
        (citizen, [f"/ho-so/{dossier.code}/danh-gia/"]),
    ):
        with open_page(live_server.url + "/dang-nhap/") as page:
            page.locator(f'button[name=account][value="{actor.account_id}"]').click()
            page.wait_for_load_state()
            for path in paths:
                page.goto(live_server.url + path)
                assert_accessible(page)
                assert_no_sideways_scroll(page, 320)
