"""Points of a body come from its dossiers, and each opens to them."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import Actor
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.public import actor_for_account
from nentang.government.catalogue.models import BundleVersion
from nentang.government.catalogue.public import Bilingual, bundle_on, keep_bundle
from nentang.government.services import actions
from nentang.government.services.actions import settle_fee
from nentang.government.services.errors import RatingOutOfRange
from nentang.government.services.models import Dossier, DossierPaper, Rating
from nentang.government.services.queries import Assessment, assess, evidence_behind
from nentang.government.services.registry import Span
from nentang.government.services.rules.assessment import (
    Criterion,
    Online,
    Part,
    Tally,
    criterion_score,
    online_score,
    part_score,
    sum_of,
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


def year_around(at: datetime) -> Span:
    return Span(at - YEAR, at + YEAR, at + YEAR)


def assessed(office: Office, at: datetime) -> Assessment:
    found = assess(
        terms_on(legal_day(at)).value, span=year_around(at), levels={office.body.pk: "commune"}
    )
    return found[office.body.pk]


def behind(name: str, office: Office, at: datetime) -> list[tuple[str, float]]:
    rows = evidence_behind(name, office.body.pk, "commune", span=year_around(at))
    return [(row.code, row.points) for row in rows]


def part_of(found: Assessment, group: str, evidence: str) -> float | None:
    return next(e.score.points for e in found.groups[group] if e.part.evidence == evidence)


@pytest.mark.django_db
def test_in_time_gives_two_points_and_late_none(at: datetime) -> None:
    office = make_office(at=at)
    quick, late = decided(office, at), decided(office, at, days=3)

    found = assessed(office, at)

    assert (found.decided, found.criteria[1].points) == (2, 1.0)
    assert behind("time", office, at) == [(late.code, 0), (quick.code, 2)]
    assert part_of(found, "progress", "on_time") == 10


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
    assert part_of(found, "satisfaction", "stars") == 6
    assert behind("contacts", office, at) == [(second.code, 0), (first.code, 2)]


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
    assert unknown == [2, 3, 4, 7, 8]
    assert found.criteria_sum.most == 2 * 4
    assert part_of(found, "transparency", "published_in_time") is None
    assert part_of(found, "satisfaction", "complaints") is None
    assert found.group_sums["transparency"].most == 14
    assert found.group_sums["satisfaction"].points is None
    assert found.index.most == 14 + 20 + 22 + 12


@pytest.mark.django_db
def test_procedures_made_public_open_to_what_is_missing(at: datetime) -> None:
    office = make_office(at=at)
    decided(office, at)

    found = assessed(office, at)
    rows = evidence_behind("published", office.body.pk, "commune", span=year_around(at))

    whole = sum(row.points for row in rows) / sum(row.most for row in rows)
    assert part_of(found, "transparency", "published") == pytest.approx(14 * whole, abs=0.01)
    assert found.criteria[6].count == len(rows)
    assert [row.points for row in rows] == sorted(row.points for row in rows)
    assert all(row.url == f"/dich-vu-cong/{row.code}/" for row in rows)


@pytest.mark.django_db
def test_a_procedure_published_after_it_began_to_hold_gives_no_points(at: datetime) -> None:
    office = make_office(at=at)
    decided(office, at)
    source = bundle_on("1.001193", legal_day(at)).source
    ministry = office.body
    for number, days in enumerate((-1, 3)):
        holds = legal_day(at) + timedelta(days=number)
        BundleVersion.objects.create(
            digest=f"{number}" * 64,
            procedure="1.001193",
            valid_from=holds,
            source={**source, "valid_from": holds.isoformat()},
            organization=ministry,
            published_at=clock.at_local(holds, time(9)) + timedelta(days=days),
        )

    found = assessed(office, at)

    assert part_of(found, "transparency", "published_in_time") == 2
    assert [points for _code, points in behind("published_in_time", office, at)] == [0, 1]


@pytest.mark.django_db
def test_a_fee_paid_by_bank_counts_as_online_and_cash_does_not(at: datetime) -> None:
    office = make_office(at=at)
    bank, cash, unknown = (decided(office, at) for _ in range(3))
    settle_fee(code=bank.code, at=at, method="vietqr")
    settle_fee(code=cash.code, at=at, method="cash")
    settle_fee(code=unknown.code, at=at)

    assert part_of(assessed(office, at), "online", "paid_online") == 5
    assert behind("paid_online", office, at) == [(cash.code, 0), (bank.code, 1)]


@pytest.mark.django_db
def test_papers_count_only_where_the_procedure_asks_for_any(at: datetime) -> None:
    office = make_office(at=at)
    with_file, bare, free = (decided(office, at) for _ in range(3))
    DossierPaper.objects.filter(dossier__in=(bare, free)).delete()
    asks_nothing = bundle_on("1.004859", legal_day(at))
    keep_bundle(bundle=asks_nothing, at=at)
    Dossier.objects.filter(pk=free.pk).update(bundle=asks_nothing.digest)

    assert behind("papers", office, at) == [(bare.code, 0), (with_file.code, 1)]
    assert part_of(assessed(office, at), "digitisation", "papers") == 5


tallies = st.builds(
    lambda count, share, most: Tally(count * share * most, count, most),
    st.integers(0, 50),
    st.floats(0, 1),
    st.sampled_from([1, 2, 4, 6]),
)
parts = st.builds(Part, evidence=st.just("time"), most=st.integers(1, 22))
criteria = st.builds(
    Criterion,
    number=st.integers(1, 9),
    evidence=st.just("time"),
    name=st.just(Bilingual("a", "a")),
    two=st.none() | st.just(100),
    one=st.none() | st.just(90),
)


@given(tallies, parts, criteria)
def test_no_score_is_above_what_it_can_be_and_nothing_counted_is_unknown(
    tally: Tally, part: Part, criterion: Criterion
) -> None:
    for score in (part_score(part, tally), criterion_score(criterion, _of_two(tally))):
        assert (score.points is None) == (tally.count == 0)
        assert score.points is None or 0 <= score.points <= score.most + 1e-9


def _of_two(tally: Tally) -> Tally:
    return Tally(tally.share * 2 * tally.count if tally.count else 0, tally.count, 2)


@given(st.lists(st.builds(part_score, parts, tallies)))
def test_a_sum_is_of_the_known_alone(scores: list[Any]) -> None:
    known = [each for each in scores if each.points is not None]

    whole = sum_of(scores)

    assert whole.most == sum(each.most for each in known)
    assert whole.points == (round(sum(each.points for each in known), 2) if known else None)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 3))
def test_a_late_dossier_that_came_online_costs_the_second_point(
    higher: float, online: float, late: int
) -> None:
    terms = terms_on(legal_day(clock.now())).value
    points = online_score(terms, Tally(online * 10, 10), Online(higher, online, late)).points

    assert points in (0, 1, 2)
    assert points != 2 or (late == 0 and online >= 0.3 and higher >= 0.2)
    assert points or online < 0.15


def test_thresholds_are_met_exactly_where_the_circular_puts_them() -> None:
    terms = terms_on(legal_day(clock.now())).value
    answers = next(each for each in terms.criteria if each.number == 8)

    found = [criterion_score(answers, Tally(good, 100)).points for good in (100, 99, 90, 89)]

    assert found == [2, 1, 1, 0]


def test_the_parts_of_each_group_are_its_whole_and_all_evidence_is_explained() -> None:
    terms = terms_on(legal_day(clock.now())).value

    assert sum(group.most for group in terms.groups) == 100
    for group in terms.groups:
        assert sum(part.most for part in group.parts) == group.most
    named = {each.evidence for each in terms.criteria}
    named |= {part.evidence for group in terms.groups for part in group.parts}
    assert named == set(terms.evidence)


@pytest.mark.django_db
def test_a_head_sees_their_bodies_down_to_the_dossiers(at: datetime) -> None:
    office = make_office(at=at)
    dossier = decided(office, at)
    Person.objects.filter(pk=dossier.applicant_id).update(full_name="Bùi Thị Riêng")
    head, body = sign_in(office.leader), office.body.pk

    listed = head.get("/mot-cua/danh-gia/?nam=2020")
    one = head.get(f"/mot-cua/danh-gia/{body}/?nam=2020")
    opened = {
        name: head.get(f"/mot-cua/danh-gia/{body}/{name}/?nam=2020")
        for name in terms_on(legal_day(at)).value.evidence
    }

    assert f"/mot-cua/danh-gia/{body}/?nam=2020" in listed.text
    assert f"/mot-cua/danh-gia/{body}/time/?nam=2020" in one.text
    assert "chưa biết" in one.text
    assert "Cách chia điểm của hệ thống này" in one.text
    assert "chưa đối chiếu với văn bản gốc" in one.text
    assert dossier.code in opened["time"].text
    assert {answer.status_code for answer in opened.values()} == {200}
    assert all("Bùi Thị Riêng" not in answer.text for answer in opened.values())
    assert head.get(f"/mot-cua/danh-gia/{body}/khong-co/?nam=2020").status_code == 404


@pytest.mark.django_db
def test_nobody_sees_the_assessment_of_a_body_beside_theirs(at: datetime) -> None:
    office = make_office(at=at)
    decided(office, at)
    elsewhere = make_organization(at=at, name="Tỉnh khác", unit=make_unit("97", "Tỉnh Thử"))
    stranger = sign_in(make_officer(elsewhere, "leader", at=at))

    assert stranger.get(f"/mot-cua/danh-gia/{office.body.pk}/").status_code == 403
    assert stranger.get(f"/mot-cua/danh-gia/{office.body.pk}/time/").status_code == 403
    assert sign_in(office.clerk).get("/mot-cua/danh-gia/").status_code == 403


@pytest.mark.django_db
def test_assessing_costs_seven_queries_however_many_dossiers(
    at: datetime, django_assert_num_queries: Any
) -> None:
    office = make_office(at=at)
    for _ in range(3):
        decided(office, at)

    with django_assert_num_queries(7):
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
    heads = ["/mot-cua/danh-gia/", f"/mot-cua/danh-gia/{body}/", f"/mot-cua/danh-gia/{body}/time/"]

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
