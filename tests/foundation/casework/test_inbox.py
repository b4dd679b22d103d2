"""The inbox: what stands under which filter, in what order, how it is taken and handed out."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from msgspec.structs import replace
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.public import (
    assign_case,
    find_case,
    forward_case,
    move_case,
    take_case,
)
from nentang.foundation.casework.queries import Inbox, InboxView, delays
from nentang.foundation.identity.public import Account
from nentang.kernel import clock
from tests.foundation.identity.factories import (
    make_account,
    make_appointment,
    make_body,
    make_person,
)

from .factories import Office, make_case, make_office, make_officer

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.foundation.casework.pages")]
URL = "/viec/"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _guessing_is_guarded_elsewhere(settings: Settings) -> None:
    settings.AXES_ENABLED = False


def signed_in(actor: Actor, at: datetime) -> Client:
    clock.use(lambda: at)
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account_id), backend=BACKEND)
    return client


def codes(actor: Actor, view: InboxView, at: datetime, **how: str) -> list[str]:
    return [case.code for case in Inbox(actor, at=at).page(view, **how).rows]


def test_every_filter_shows_its_own(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    free = make_case(office=office, at=at, working_days=9)
    soon = make_case(office=office, at=at, working_days=1)
    late = make_case(office=office, at=at - timedelta(days=7), working_days=1)
    waiting = make_case(office=office, at=at)
    away = make_case(office=office, at=at)
    theirs = make_case(office=office, at=at, working_days=8)
    move_case(case=waiting, step="ask", actor=office.clerk, at=at)
    forward_case(case=away, organization_id=other.body.pk, note="", actor=SYSTEM, at=at)
    take_case(case=theirs, actor=office.colleague, at=at)

    shown = {view: codes(office.clerk, view, at) for view in InboxView}

    assert shown == {
        InboxView.MINE: [late.code, soon.code, free.code],
        InboxView.SOON: [soon.code],
        InboxView.LATE: [late.code],
        InboxView.APPLICANT: [waiting.code],
        InboxView.ELSEWHERE: [away.code],
        InboxView.ALL: [late.code, soon.code, waiting.code, theirs.code, free.code],
    }
    counts = Inbox(office.clerk, at=at).counts()
    assert counts.views == {view: len(found) for view, found in shown.items()}
    assert counts.kinds == {"lamp": 5}


def test_nobody_sees_the_inbox_of_another_body(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    case = make_case(office=office, at=at)

    assert not any(codes(other.clerk, view, at) for view in InboxView)
    page = signed_in(other.clerk, at).get(URL, {"loc": "ca-bo-phan", "q": case.code})
    assert f"/viec/{case.code}/" not in page.content.decode()


def test_a_case_waits_for_those_whose_role_may_take_the_next_step(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)

    assert codes(office.head, InboxView.MINE, at) == []
    move_case(case=case, step="send_out", actor=office.clerk, at=at)
    assert codes(office.head, InboxView.MINE, at) == [case.code]


def test_words_are_found_without_marks_in_code_name_and_title(at: datetime) -> None:
    office, person = make_office(at=at), make_person(at=at, full_name="Bùi Văn Thử")
    case = make_case(office=office, at=at, applicant=person, title="Đèn ngõ Nháp")
    make_case(office=office, at=at)

    for words in ("bui van thu", "ngo nhap", "thử đèn", case.code.lower()):
        assert codes(office.clerk, InboxView.ALL, at, words=words) == [case.code]


def test_a_case_is_nearly_due_on_its_last_working_day(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at, working_days=2)

    assert codes(office.clerk, InboxView.SOON, at) == []
    assert codes(office.clerk, InboxView.SOON, at + timedelta(days=1, hours=1)) == [case.code]


def test_what_was_taken_waits_for_those_who_may_take_its_next_step(at: datetime) -> None:
    office = make_office(at=at)
    driver = make_officer(office.body, "specialist", at=at)
    case = make_case(office=office, at=at)
    assign_case(case=case, account_id=driver.account_id, actor=office.head, at=at)
    assert codes(driver, InboxView.MINE, at) == []
    assert codes(office.clerk, InboxView.MINE, at) == [case.code]

    assign_case(case=case, account_id=office.colleague.account_id, actor=office.head, at=at)
    assert codes(office.colleague, InboxView.MINE, at) == [case.code]
    assert codes(office.clerk, InboxView.MINE, at) == []


def test_what_is_not_yet_received_stands_first_the_longest_waiting_on_top(at: datetime) -> None:
    office = make_office(at=at)
    late = make_case(office=office, at=at - timedelta(days=7), working_days=1)
    timeless = make_case(office=office, at=at, working_days=None)
    new = [make_case(office=office, at=at, is_received=False) for _ in range(2)]
    asked = make_case(office=office, at=at, is_received=False)
    move_case(case=asked, step="ask", actor=office.clerk, at=at)

    shown = codes(office.clerk, InboxView.ALL, at)

    assert shown == [each.code for each in (*new, late, timeless, asked)]


def test_pages_follow_each_other_by_key_and_nothing_is_shown_twice(at: datetime) -> None:
    office = make_office(at=at)
    for number in range(160):
        make_case(
            office=office, at=at, working_days=[1, 2, None][number % 3], is_received=number % 4 > 0
        )

    pages, key = [], ""
    for _ in range(5):
        page = Inbox(office.clerk, at=at).page(InboxView.ALL, after=key)
        pages.append(page.rows)
        key = page.next_key
        if not key:
            break

    found = [case for page in pages for case in page]
    assert [len(page) for page in pages] == [50, 50, 50, 10]
    assert len({case.pk for case in found}) == 160
    assert found == sorted(found, key=place)


def place(case: Case) -> tuple[bool, bool, float, int]:
    due = case.due_at.timestamp() if case.due_at else 0.0
    return (not case.is_unreceived, case.due_at is None, due, case.pk)


@pytest.mark.parametrize(
    "key",
    ["x", "||", "0||²", "7||1", "1||1", "0||99999999999999999999", "1|2020-99-99T00:00|1"],
)
def test_a_key_that_no_page_gave_out_is_the_first_page(at: datetime, key: str) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)

    page = signed_in(office.clerk, at).get(URL, {"sau": key})

    assert case.code in page.content.decode()


@pytest.mark.parametrize("rows", [5, 50])
@pytest.mark.parametrize("bodies", [1, 4])
def test_the_page_takes_the_same_number_of_queries(
    at: datetime, rows: int, bodies: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    office = make_office(at=at)
    for number in range(bodies - 1):
        appoint_there(office, at, number)
    for _ in range(rows):
        take_case(case=make_case(office=office, at=at), actor=office.head, at=at)
    client = signed_in(office.head, at)
    client.get(URL)

    with django_assert_max_num_queries(12):
        page = client.get(URL, {"loc": "ca-bo-phan"})

    assert page.content.decode().count('name="code"') == rows


def appoint_there(office: Office, at: datetime, number: int) -> None:
    account = Account.objects.get(pk=office.head.account_id)
    body = make_body(at=at, name=f"Sở Nháp {number}")
    make_appointment(at=at, account=account, organization_id=body.pk, role="head_of_desk")


@pytest.mark.urls("tests.foundation.casework.pages")
def test_a_scanned_code_goes_straight_to_its_case(at: datetime) -> None:
    office = make_office(at=at)
    case = make_case(office=office, at=at)

    page = signed_in(office.clerk, at).get(URL, {"q": f" {case.code} "}, follow=True)

    assert [url for url, _status in page.redirect_chain] == [
        f"/viec/{case.code}/",
        f"/den/{case.code}/",
    ]


def test_several_are_taken_at_once_and_those_of_others_are_told_of(at: datetime) -> None:
    office = make_office(at=at)
    free = [make_case(office=office, at=at) for _ in range(2)]
    theirs = make_case(office=office, at=at)
    take_case(case=theirs, actor=office.colleague, at=at)
    client = signed_in(office.clerk, at)

    page = client.post(
        "/viec/nhan/", {"code": [case.code for case in (*free, theirs)]}, follow=True
    )

    assert {find_case(case.code).assignee_id for case in free} == {office.clerk.account_id}
    assert find_case(theirs.code).assignee_id == office.colleague.account_id
    assert "Đã nhận 2 việc." in page.content.decode()
    assert "Đồng nghiệp đã nhận việc này" in page.content.decode()


def test_a_head_hands_out_several_at_once_and_takes_back(at: datetime) -> None:
    office = make_office(at=at)
    cases = [make_case(office=office, at=at) for _ in range(3)]
    client = signed_in(office.head, at)
    chosen = {"code": [case.code for case in cases], "account": office.clerk.account_id}

    client.post("/viec/giao/", chosen)
    assert {find_case(case.code).assignee_id for case in cases} == {office.clerk.account_id}
    nobody = client.post("/viec/giao/", {**chosen, "account": ""}, follow=True)
    assert "Chưa chọn người." in nobody.content.decode()
    assert {find_case(case.code).assignee_id for case in cases} == {office.clerk.account_id}
    client.post("/viec/giao/", {**chosen, "account": "0"})
    assert {find_case(case.code).assignee_id for case in cases} == {None}


def test_a_head_hands_out_nothing_of_other_bodies_nor_to_their_people(at: datetime) -> None:
    office, other = make_office(at=at), make_office(at=at, name="Sở Nháp")
    own, foreign = make_case(office=office, at=at), make_case(office=other, at=at)
    client = signed_in(office.head, at)

    chosen = {"code": [foreign.code], "account": office.clerk.account_id}
    refused = client.post("/viec/giao/", chosen, follow=True)
    client.post("/viec/giao/", {"code": [own.code], "account": other.clerk.account_id})

    assert "1 việc không còn ở cơ quan anh chị." in refused.content.decode()
    assert find_case(foreign.code).assignee_id is None
    assert find_case(own.code).assignee_id is None


def test_taking_nothing_says_what_to_do(at: datetime) -> None:
    page = signed_in(make_office(at=at).clerk, at).post("/viec/nhan/", follow=True)

    assert "Chưa chọn việc nào" in page.content.decode()


def test_a_clerk_cannot_hand_out_work(at: datetime) -> None:
    office = make_office(at=at)

    assert signed_in(office.clerk, at).post("/viec/giao/", {}).status_code == 403


def test_people_and_strangers_have_no_inbox(at: datetime) -> None:
    account = make_account(at=at)
    clock.use(lambda: at)
    client = Client()

    assert client.get(URL).status_code == 302
    client.force_login(account, backend=BACKEND)
    assert client.get(URL).status_code == 403


def test_heads_see_who_has_what_is_late_in_their_body_and_below(at: datetime) -> None:
    province = make_office(at=at, name="Tỉnh Mẫu")
    commune = make_office(at=at, name="Xã Mẫu", parent_id=province.body.pk)
    stranger = make_office(at=at, name="Sở Nháp")
    for office in (province, commune, commune, stranger):
        make_case(office=office, at=at - timedelta(days=7), working_days=1)
    taken = make_case(office=commune, at=at, working_days=1)
    take_case(case=taken, actor=commune.clerk, at=at)

    found, _key = delays(province.head, at=at)

    assert {(each.body, each.officer, each.late, each.soon) for each in found} == {
        ("Tỉnh Mẫu", "", 1, 0),
        ("Xã Mẫu", "", 2, 0),
        ("Xã Mẫu", commune.clerk.name, 0, 1),
    }
    assert [each.held_minutes for each in found] == [5 * 480, 5 * 480, 0]
    assert [each.late_minutes for each in found] == [4 * 480, 4 * 480, 0]
    assert delays(make_officer(province.body, "clerk", at=at), at=at) == ([], "")
    page = signed_in(province.head, at).get("/viec/tre-han/").content.decode()
    assert "Xã Mẫu" in page
    assert "Sở Nháp" not in page


def test_delays_follow_each_other_by_key_at_one_query_a_page(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    province = make_office(at=at, name="Tỉnh Mẫu")
    for number in range(60):
        body = make_body(at=at, name=f"Xã Mẫu {number}", parent_id=province.body.pk)
        below = replace(province, body=body)
        make_case(office=below, at=at - timedelta(days=number % 3), working_days=1)

    with django_assert_num_queries(1):
        first, key = delays(province.head, at=at)
    rest, end = delays(province.head, at=at, after=key)

    assert (len(first), len(rest), end) == (50, 10, "")
    assert len({each.body for each in first + rest}) == 60
    assert delays(province.head, at=at, after="1|x")[0] == first


def test_clerks_do_not_see_the_delays_of_others(at: datetime) -> None:
    assert signed_in(make_office(at=at).clerk, at).get("/viec/tre-han/").status_code == 403
