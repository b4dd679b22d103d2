"""A head sees by which rank of bodies the days were spent, and who below has most that is late."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import forward_case, move_case
from nentang.foundation.casework.queries import RankName, bodies_of_rank, busiest, ranks, spent
from nentang.foundation.identity.public import Account
from nentang.foundation.organizations.public import OrganizationLevel, Unit
from nentang.kernel import clock
from tests.foundation.identity.factories import PASSWORD
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import Office, make_case, make_office, make_officer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def make_level(
    at: datetime, name: str, level: OrganizationLevel, unit: Unit, above: Office | None = None
) -> Office:
    """A body of that level with a clerk and a head."""
    body = make_organization(
        at=at, name=name, level=level, unit=unit, parent=above.body if above else None
    )
    clerk, head = (make_officer(body, role, at=at) for role in ("clerk", "leader"))
    return Office(body, clerk, clerk, head)


def make_province(at: datetime) -> tuple[Office, Office, Office, Office]:
    """A province with a department, a district and a commune of that district."""
    unit = make_unit()
    below = make_unit("981", "Huyện Mẫu", parent=unit)
    lowest = make_unit("98001", "Xã Mẫu", parent=below)
    province = make_level(at, "Tỉnh Mẫu", OrganizationLevel.PROVINCE, unit)
    department = make_level(at, "Sở Mẫu", OrganizationLevel.PROVINCE, unit, province)
    district = make_level(at, "Huyện Mẫu", OrganizationLevel.DISTRICT, below, province)
    return (
        province,
        department,
        district,
        make_level(at, "Xã Mẫu", OrganizationLevel.COMMUNE, lowest, district),
    )


def test_a_chairman_sees_by_which_rank_the_days_were_spent(at: datetime) -> None:
    province, department, district, commune = make_province(at)
    case = make_case(office=commune, at=at, working_days=1)
    for day, (giver, taker) in enumerate(((commune, district), (district, department)), 1):
        forward_case(
            case=case,
            organization_id=taker.body.pk,
            note="",
            actor=giver.clerk,
            at=at + day * DAY,
        )
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + 4 * DAY)
    make_case(office=commune, at=at, working_days=1)

    found = {each.name: each for each in ranks(province.head, year=2020, at=at + 4 * DAY)}

    assert list(found) == [RankName.OWN, RankName.BESIDE, RankName.DISTRICT, RankName.COMMUNE]
    assert [each.minutes for each in found.values()] == [0, 960, 480, 480]
    assert [each.late_minutes for each in found.values()] == [0, 960, 480, 480]
    assert [(each.running, each.late) for each in found.values()] == [
        (0, 0),
        (0, 0),
        (0, 0),
        (1, 1),
    ]


def test_each_rank_opens_to_its_bodies(at: datetime) -> None:
    province, _department, district, commune = make_province(at)
    for office in (district, commune):
        case = make_case(office=office, at=at)
        move_case(case=case, step="withdraw", actor=SYSTEM, at=at + DAY)

    shown = {
        name: [
            row.body
            for row in spent(bodies_of_rank(province.head, name), year=2020, at=at + DAY)[0]
        ]
        for name in RankName
    }

    assert shown[RankName.DISTRICT] == ["Huyện Mẫu"]
    assert shown[RankName.COMMUNE] == ["Xã Mẫu"]
    assert shown[RankName.OWN] == shown[RankName.BESIDE] == shown[RankName.PROVINCE] == []
    assert bodies_of_rank(province.clerk, RankName.COMMUNE) is None


def test_the_bodies_with_most_that_is_late_come_first(at: datetime) -> None:
    province, department, district, commune = make_province(at)
    make_case(office=department, at=at, working_days=30)
    for _ in range(2):
        make_case(office=commune, at=at, working_days=1)
    make_case(office=district, at=at, working_days=1)
    make_case(office=province, at=at, working_days=1)

    rows = busiest(province.head, at=at + 7 * DAY)

    assert [(row.body, row.late, row.running) for row in rows] == [
        ("Xã Mẫu", 2, 2),
        ("Huyện Mẫu", 1, 1),
        ("Sở Mẫu", 0, 1),
    ]
    assert busiest(province.clerk, at=at) == []


def test_ranks_cost_three_queries_however_many_bodies(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    province, *below = make_province(at)
    for number in range(5):
        unit = make_unit(f"99{number}", f"Huyện Nháp {number}", parent=make_unit(f"7{number}"))
        make_level(at, f"Huyện Nháp {number}", OrganizationLevel.DISTRICT, unit, province)
    for office in below:
        make_case(office=office, at=at)

    with django_assert_num_queries(3):
        found = ranks(province.head, year=2020, at=at)

    assert {each.name: each.bodies for each in found}[RankName.DISTRICT] == 6


def test_the_board_of_a_chairman_without_work_of_their_own_is_not_empty(at: datetime) -> None:
    clock.use(lambda: at + 7 * DAY)
    province, *_between, commune = make_province(at)
    make_case(office=commune, at=at, working_days=1)
    client = Client()
    name = Account.objects.get(pk=province.head.account_id).username
    client.post("/dang-nhap/", {"login": name, "password": PASSWORD})

    board = client.get("/viec/dieu-hanh/").text
    spent_by_rank = client.get("/viec/thoi-gian/?cap=commune").text

    assert "Xã Mẫu" in board
    assert "/viec/thoi-gian/?nam=2020&amp;cap=commune" in board
    assert 'aria-current="true"' in spent_by_rank


def test_the_board_of_a_body_without_others_below_speaks_of_itself_alone(at: datetime) -> None:
    clock.use(lambda: at + DAY)
    office, client = make_office(at=at), Client()
    name = Account.objects.get(pk=office.head.account_id).username
    client.post("/dang-nhap/", {"login": name, "password": PASSWORD})

    assert "Các cơ quan dưới quyền" not in client.get("/viec/dieu-hanh/").text
