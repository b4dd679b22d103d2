"""Heads see by whom the days were spent, most in what came late; a page takes one query."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import forward_case, move_case, reappoint_case
from nentang.foundation.casework.queries import headed, spent
from nentang.foundation.identity.public import Account
from nentang.kernel import clock
from tests.foundation.identity.factories import PASSWORD

from .factories import Office, make_case, make_office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def two_offices(at: datetime) -> tuple[Office, Office]:
    province = make_office(at=at, name="Tỉnh Mẫu")
    return province, make_office(at=at, name="Huyện Mẫu", parent_id=province.body.pk)


def test_each_body_answers_for_its_own_days_the_latest_first(at: datetime) -> None:
    province, district = two_offices(at)
    case = make_case(office=district, at=at, working_days=1)
    forward_case(
        case=case, organization_id=province.body.pk, note="", actor=district.clerk, at=at + DAY
    )
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + 3 * DAY)

    rows, more = spent(headed(province.head), year=2020, at=at + 3 * DAY)

    assert [(row.body, row.minutes, row.late_cases) for row in rows] == [
        ("Tỉnh Mẫu", 960, 1),
        ("Huyện Mẫu", 480, 1),
    ]
    assert all(row.late_minutes == row.minutes for row in rows)
    assert more == ""


def test_a_second_appointment_does_not_hide_the_delay(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at, working_days=1)
    reappoint_case(case=case, due_at=at + 9 * DAY, actor=office.head, at=at)
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + 3 * DAY)

    [row], _ = spent(headed(office.head), year=2020, at=at + 3 * DAY)
    assert row.late_cases == 1


def test_what_came_in_time_and_other_years_are_not_late(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at, working_days=3)
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + DAY)

    [row], _ = spent(headed(office.head), year=2020, at=at + DAY)
    assert (row.late_cases, row.late_minutes, row.minutes) == (0, 0, 480)
    assert spent(headed(office.head), year=2019, at=at + DAY) == ([], "")


def test_others_see_nothing_of_a_body_beside_or_above(at: datetime) -> None:
    province, district = two_offices(at)
    case = make_case(office=province, at=at)
    move_case(case=case, step="withdraw", actor=SYSTEM, at=at + DAY)

    assert spent(headed(district.head), year=2020, at=at + DAY) == ([], "")
    assert spent(headed(province.clerk), year=2020, at=at + DAY) == ([], "")


def test_pages_follow_each_other_by_key_at_one_query_each(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    province = make_office(at=at, name="Tỉnh Mẫu")
    for number in range(55):
        below = make_office(at=at, name=f"Xã Nháp {number}", parent_id=province.body.pk)
        case = make_case(office=below, at=at, working_days=1)
        move_case(case=case, step="withdraw", actor=SYSTEM, at=at + (1 + number % 3) * DAY)

    with django_assert_num_queries(2):
        first, key = spent(headed(province.head), year=2020, at=at + 4 * DAY)
        second, end = spent(headed(province.head), year=2020, at=at + 4 * DAY, after=key)

    assert (len(first), len(second), end) == (50, 5, "")
    assert len({row.organization_id for row in (*first, *second)}) == 55


def test_the_page_shows_the_table_and_survives_keys_nobody_gave_out(at: datetime) -> None:
    clock.use(lambda: at + DAY)
    office, client = make_office(at=at), Client()
    move_case(case=make_case(office=office, at=at), step="withdraw", actor=SYSTEM, at=at + DAY)
    name = Account.objects.get(pk=office.head.account_id).username
    client.post("/dang-nhap/", {"login": name, "password": PASSWORD})

    assert "Sở Mẫu" in client.get("/viec/thoi-gian/").text
    for key in ("1|2", "a|b|c", "9" * 40 + "|1|1", "|||"):
        assert client.get("/viec/thoi-gian/", {"sau": key, "nam": "x"}).status_code == 200
