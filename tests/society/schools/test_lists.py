"""A child is on the list of the commune where it lives for good, and nobody had to say so twice."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db.models import Max, Min
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.models import Record
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.models import Evidence, Reexamination
from nentang.foundation.registers.public import Act, shown_evidence, start_import
from nentang.government.population import actions as population
from nentang.government.population.actions import Home
from nentang.government.population.models import Citizen
from nentang.government.population.queries import identity_on
from nentang.kernel import clock
from nentang.society.schools.actions import follow_resident, list_children, open_list
from nentang.society.schools.errors import NotYourList
from nentang.society.schools.models import ListedChild
from nentang.society.schools.rules.school_age import school_age_law
from tests.foundation.casework.factories import make_officer
from tests.government.population.factories import (
    BOOK,
    COMMUNE,
    OTHER_COMMUNE,
    Commune,
    make_citizen,
    make_commune,
)
from tests.government.services.factories import sign_in

pytestmark = pytest.mark.django_db
CHILD = "083320000002"


@pytest.fixture
def commune(at: datetime, settings: Settings) -> Commune:
    settings.DEMO = True  # people sign in with one click
    clock.use(lambda: at)
    return make_commune(at=at)


def settle(citizen: Citizen, at: datetime, unit_code: str = COMMUNE) -> None:
    """Registered to live there from that day, and everything that follows done."""
    population.register_residence(
        citizen=citizen,
        home=Home(unit_code, "Thôn Mẫu"),
        valid_from=clock.legal_day(at),
        basis=BOOK,
        actor=SYSTEM,
        at=at,
    )
    run_until_quiet(at=at)


def make_child(commune: Commune, at: datetime, **more: object) -> Citizen:
    """Born in 2020, without a home yet."""
    said = {"number": CHILD, "full_name": "Lê Bé Mẫu", "birth_on": date(2020, 11, 2)}
    return make_citizen(commune=commune, at=at, birth_year=2020, **{**said, **more})  # type: ignore[arg-type]


def on_list() -> list[tuple[str, bool]]:
    return [(each.unit_code, each.left_at is None) for each in ListedChild.objects.order_by("pk")]


def test_a_child_comes_to_the_list_with_its_residence_and_those_in_charge_are_told(
    commune: Commune, at: datetime
) -> None:
    teacher = make_officer(commune.body, "schooling", at=at)
    child = make_child(commune, at)
    run_until_quiet(at=at)
    assert on_list() == []

    settle(child, at)

    assert on_list() == [(COMMUNE, True)]
    told = Message.objects.get(person=teacher.person_id)
    assert "2026" in told.title
    assert "Bé" not in told.title + told.body
    assert told.link == f"/truong-lop/?co-quan={commune.body.pk}&sinh=2020"


def test_each_value_is_kept_with_a_signature(commune: Commune, at: datetime) -> None:
    settle(make_child(commune, at), at)
    row = ListedChild.objects.get()

    kept = {each.row.field: each for each in shown_evidence(f"school_list:{row.pk}")}

    assert kept.keys() == {"full_name", "birth_on", "unit_code"}
    assert all(each.is_signed for each in kept.values())
    assert kept["birth_on"].shown == "02/11/2020"


def test_whoever_is_grown_up_or_lives_nowhere_is_on_no_list(commune: Commune, at: datetime) -> None:
    settle(make_citizen(commune=commune, at=at), at)
    assert on_list() == []
    assert follow_resident(record_id=10**6, at=at) is None


def test_a_child_that_moves_changes_the_list_and_one_that_dies_leaves_it(
    commune: Commune, at: datetime
) -> None:
    child, later = make_child(commune, at), at + timedelta(days=40)
    settle(child, at)
    settle(child, later, OTHER_COMMUNE)
    assert on_list() == [(COMMUNE, False), (OTHER_COMMUNE, True)]

    child.refresh_from_db()
    population.note_death(
        citizen=child,
        died_on=clock.legal_day(later),
        basis=BOOK,
        actor=SYSTEM,
        at=later,
    )
    run_until_quiet(at=later)
    assert on_list() == [(COMMUNE, False), (OTHER_COMMUNE, False)]


def test_the_same_twice_lists_once(commune: Commune, at: datetime) -> None:
    child = make_child(commune, at)
    settle(child, at)
    for _again in range(2):
        follow_resident(record_id=child.pk, at=at)
    assert on_list() == [(COMMUNE, True)]
    assert Evidence.objects.count() == 3


TABLE = """number,full_name,sex,birth_on,birth_year,ethnicity,unit_code,address_line
083320000011,Bé Thứ Nhất,nữ,12/04/2020,2020,Kinh,98001,Thôn Mẫu
083220000012,Bé Thứ Hai,nam,30/11/2020,2020,Kinh,98002,Thôn Mẫu
083220000013,Bé Không Nhà,nam,30/11/2020,2020,Kinh,,
083178000014,Bà Đã Lớn,nữ,12/04/1978,1978,Kinh,98001,Thôn Mẫu
"""


def test_children_in_a_table_come_to_the_lists_of_their_communes(
    commune: Commune, at: datetime
) -> None:
    start_import(
        register="population",
        content=TABLE.encode(),
        filename="so.csv",
        organization_id=commune.body.pk,
        actor=commune.registrar,
        at=at,
    )
    run_until_quiet(at=at)

    assert on_list() == [(COMMUNE, True), (OTHER_COMMUNE, True)]
    assert Message.objects.filter(template="schools.child_added").count() == 0
    ids = Citizen.objects.aggregate(first=Min("pk"), last=Max("pk"))
    assert list_children(first_id=ids["first"], last_id=ids["last"], at=at) == 0


def test_a_corrected_birthday_opens_a_case_at_who_keeps_the_list(
    commune: Commune, at: datetime
) -> None:
    child, later = make_child(commune, at), at + timedelta(days=1)
    settle(child, at)
    child.refresh_from_db()
    who = identity_on(child, clock.legal_day(at))
    assert who
    population.write_identity(
        citizen=child,
        said={"birth_on": date(2019, 11, 2), "birth_year": 2019},
        act=Act.CORRECTION,
        basis=BOOK,
        valid_from=who.valid_from,
        actor=commune.registrar,
        at=later,
    )
    run_until_quiet(at=later)

    case = Reexamination.objects.get(organization=commune.body)
    assert case.record_code == CHILD
    assert ListedChild.objects.get(left_at=None).birth_year == 2019


def test_only_those_in_charge_there_open_the_list_and_the_audit_says_who_did(
    commune: Commune, at: datetime
) -> None:
    settle(make_child(commune, at), at)
    teacher = make_officer(commune.body, "schooling", at=at)
    stranger = make_officer(commune.neighbour, "schooling", at=at)
    asked = {"organization_id": commune.body.pk, "birth_year": 2020, "at": at}
    with pytest.raises(NotYourList):
        open_list(**asked, actor=stranger)
    with pytest.raises(NotYourList):
        open_list(**asked, actor=commune.registrar)

    (found,) = open_list(**asked, actor=teacher)

    assert found.person.full_name == "Lê Bé Mẫu"
    noted = Record.objects.filter(action="schools.open_list")
    assert [each.actor_account_id for each in noted] == [teacher.account_id]


@pytest.fixture
def teacher(commune: Commune, at: datetime) -> Client:
    settle(make_child(commune, at), at)
    return sign_in(make_officer(commune.body, "schooling", at=at))


def test_the_page_and_its_table_show_who_comes_when(teacher: Client) -> None:
    page = teacher.get("/truong-lop/").content.decode()
    assert "Lê Bé Mẫu" in page
    assert "Vào lớp một năm 2026" in page
    table = teacher.get("/truong-lop/tai-ve/?sinh=2020").content.decode()
    assert "Lê Bé Mẫu,02/11/2020,2026" in table


@pytest.mark.parametrize("query", ["?sinh=abc", "?sinh=99999999999", "?sau=x", "?co-quan=x"])
def test_an_odd_address_shows_a_list_all_the_same(teacher: Client, query: str) -> None:
    assert teacher.get(f"/truong-lop/{query}").status_code == 200


def test_another_body_in_the_address_is_refused(teacher: Client, commune: Commune) -> None:
    assert teacher.get(f"/truong-lop/?co-quan={commune.neighbour.pk}").status_code == 403


@given(st.integers(2000, 2040), st.integers(2015, 2040))
def test_a_child_begins_at_six_and_is_listed_until_grown(birth_year: int, year: int) -> None:
    age = school_age_law().in_force(on=date(year, 1, 1))
    listed = age.is_listed(birth_year, year)
    assert age.first_class_year(birth_year) == birth_year + 6
    assert listed == (birth_year <= year < birth_year + 18)


def test_the_list_costs_the_same_however_many_children(
    teacher: Client,
    commune: Commune,
    at: datetime,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for number in range(3, 12):
        settle(make_child(commune, at, number=f"0833200000{number:02}"), at)
    teacher.get("/truong-lop/")
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        assert teacher.get("/truong-lop/").content.decode().count("Lê Bé Mẫu") == 10
