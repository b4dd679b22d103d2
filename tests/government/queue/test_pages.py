"""The pages without script: what is sent, what comes back, who is let in."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.government.queue import actions
from nentang.government.queue.models import Matter, Ticket, Window
from nentang.government.queue.queries import find_office
from nentang.kernel import clock
from tests.api.factories import bearer
from tests.government.services.factories import make_applicant, make_office

from .factories import make_desk, opened, take

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _one_click_signs_in_that_morning(settings: Settings, at: datetime) -> None:
    settings.DEMO = True
    clock.use(lambda: at)


def sign_in(actor: Actor) -> Client:
    client = Client()
    client.post("/dang-nhap/thu/", {"account": actor.account_id})
    return client


def words(response: HttpResponse) -> str:
    return response.content.decode()


def test_a_button_in_the_hall_gives_a_slip_with_number_wait_and_qr(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    opened(desk, at=at)
    hall = f"/sanh/{desk.office.hall_key}/"

    assert "1 người đang chờ" in words(Client().get(hall))
    response = Client().post(hall, {"viec": desk.matters["H"].pk, "uu-tien": ""}, follow=True)

    page = words(response)
    assert "H002" in page
    assert "Trước ông bà, anh chị còn <b>1</b> người, khoảng 10 phút." in page
    assert "<svg" in page
    assert f"/so/{Ticket.objects.get(number='H002').code}" in page


def test_the_hall_tells_what_it_refuses(at: datetime) -> None:
    desk = make_desk(at=at)
    hall = f"/sanh/{desk.office.hall_key}/"

    for viec in ("", "0", "999999999999", "một"):
        response = Client().post(hall, {"viec": viec})
        assert response.status_code == 422
        assert "Việc này hiện không nhận ở đây" in words(response)
    assert Client().get("/sanh/doan-mo/").status_code == 404
    clock.use(lambda: at + timedelta(hours=9))
    assert "ngoài giờ phát số" in words(Client().get(hall))
    assert Client().post(hall, {"viec": desk.matters["H"].pk}).status_code == 422


def test_the_hall_speaks_english_to_who_asks(at: datetime) -> None:
    desk = make_desk(at=at)
    client = Client()
    client.cookies["ngon_ngu"] = "en"

    page = words(client.get(f"/sanh/{desk.office.hall_key}/"))

    assert "Older people" in page
    assert "Choose what you need" in page


def test_the_list_of_windows_costs_the_same_for_two_and_for_thirty(at: datetime) -> None:
    desk = make_desk(at=at)
    client = sign_in(desk.leader)
    with CaptureQueriesContext(connection) as few:
        client.get("/mot-cua/quay/")
    for number in range(3, 31):
        actions.add_window(
            organization_id=desk.body.pk,
            number=number,
            name=f"Số {number}",
            matter_ids=[each.pk for each in desk.matters.values()],
            actor=desk.leader,
            at=at,
        )

    with CaptureQueriesContext(connection) as many:
        page = words(client.get("/mot-cua/quay/"))

    assert "Quầy 30" in page
    assert len(many) == len(few)


def test_a_slip_is_not_shown_in_the_hall_of_another_office(at: datetime) -> None:
    desk, ticket = (made := make_desk(at=at)), take(made, "H", at=at)

    assert Client().get(f"/sanh/{desk.office.hall_key}/{ticket.code}/").status_code == 200
    assert Client().get(f"/sanh/{desk.office.hall_key}/khongcophieu/").status_code == 404


def test_a_citizen_takes_a_number_by_phone_follows_and_gives_it_up(at: datetime) -> None:
    desk, citizen = make_desk(at=at), make_applicant(at=at)
    client, address = sign_in(citizen), f"/lay-so/{desk.body.pk}/"
    assert Client().get(address).status_code == 302
    assert desk.body.name in words(client.get("/lay-so/"))

    followed = client.post(address, {"viec": desk.matters["C"].pk})
    again = client.post(address, {"viec": desk.matters["C"].pk})

    ticket = followed["Location"]
    assert again.status_code == 422
    assert "đã có số C001" in words(again)
    assert "Không còn ai chờ trước, chưa có quầy nào mở" in words(Client().get(ticket))
    assert "C001" in words(client.get("/"))
    assert "Số này đã bỏ" in words(client.post(f"{ticket}bo/", follow=True))
    assert "C001" not in words(client.get("/"))


def test_a_ticket_says_when_to_come_and_lets_one_come_back(at: datetime) -> None:
    desk = make_desk(at=at)
    ticket, window = take(desk, "H", at=at), opened(desk, at=at)
    address = f"/so/{ticket.code}/"
    actions.call_next(window_id=window, actor=desk.clerk, at=at)
    assert "mời đến quầy 1" in words(Client().get(address))
    assert "<html" not in words(Client().get(address, headers={"HX-Request": "true"}))
    actions.miss_ticket(window_id=window, actor=desk.clerk, at=at)
    assert "Tôi đã có mặt" in words(Client().get(address))

    back = Client().post(f"{address}tro-lai/", follow=True)

    assert "Không còn ai chờ trước, sắp đến lượt" in words(back)


def test_an_officer_works_through_a_visit_at_the_window(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    client, window = sign_in(desk.clerk), f"/mot-cua/quay/{desk.body.pk}/1/"

    def press(step: str, **fields: object) -> str:
        return words(client.post(f"{window}{step}/", fields, follow=True))

    assert "Gọi số tiếp theo" in press("mo")
    assert "Bắt đầu" in press("goi")
    assert "/mot-cua/tiep-nhan/" in press("bat-dau")
    assert "Chưa có ai ở quầy" in press("xong")
    assert "Chưa có ai chờ việc của quầy này" in press("goi")
    assert "Đóng" in press("dong")
    assert Ticket.objects.get().state == "done"


def test_a_clerk_sends_on_and_brings_back_from_the_page(at: datetime) -> None:
    desk = make_desk(at=at)
    first, second = take(desk, "H", at=at), take(desk, "H", at=at)
    opened(desk, at=at)
    client, window = sign_in(desk.clerk), f"/mot-cua/quay/{desk.body.pk}/1/"
    client.post(f"{window}goi/")
    client.post(f"{window}chuyen/", {"viec": desk.matters["D"].pk})
    client.post(f"{window}goi/")
    client.post(f"{window}goi/")
    client.post(f"{window}vang/")

    page = words(client.post(f"{window}den/", {"ma": first.code}, follow=True))

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.matter.prefix, first.state, second.state) == ("D", "waiting", "waiting")
    assert "H001 chờ lại ở cuối hàng" in page


def test_windows_are_for_the_officers_of_the_office(at: datetime) -> None:
    desk = make_desk(at=at)
    stranger = sign_in(make_applicant(at=at))

    for path in ("", f"{desk.body.pk}/1/", f"{desk.body.pk}/so-lieu/"):
        assert Client().get(f"/mot-cua/quay/{path}").status_code == 302
        assert stranger.get(f"/mot-cua/quay/{path}").status_code == 403
    clerk = sign_in(desk.clerk)
    assert clerk.get(f"/mot-cua/quay/{desk.body.pk}/thiet-lap/").status_code == 403
    assert clerk.get("/mot-cua/quay/999/1/").status_code == 403
    assert clerk.get(f"/mot-cua/quay/{desk.body.pk}/77/").status_code == 404
    assert clerk.post(f"/mot-cua/quay/{desk.body.pk}/2/goi/", follow=True).status_code == 200
    assert not Ticket.objects.exclude(state="waiting").exists()


def test_a_leader_sets_an_office_up_from_nothing(at: datetime) -> None:
    commune = make_office(at=at)
    client, page = sign_in(commune.leader), f"/mot-cua/quay/{commune.body.pk}/thiet-lap/"
    assert "Lập hàng chờ" in words(client.get(page))

    def save(what: str, **fields: object) -> HttpResponse:
        return client.post(page, {"lam": what, **fields})

    assert save("co-so", phut="25", **{"phat-so": "on"}).status_code == 302
    assert save("them-viec", chu="h", ten="Hộ tịch").status_code == 302
    matter = Matter.objects.get()
    assert "Chưa quầy nào nhận" in words(client.get(page))
    assert save("them-quay", so="1", ten="Quầy chung", viec=[matter.pk]).status_code == 302
    assert save("sua-quay", so="1", ten="Quầy hộ tịch", viec=[matter.pk]).status_code == 302
    assert save("sua-viec", viec=matter.pk, ten="Việc hộ tịch").status_code == 302
    key = find_office(commune.body.pk).hall_key
    assert save("dia-chi").status_code == 302

    office = find_office(commune.body.pk)
    matter.refresh_from_db()
    assert (office.promised_minutes, office.hall_key == key) == (25, False)
    assert (matter.name, matter.is_open) == ("Việc hộ tịch", False)
    assert Window.objects.get().name == "Quầy hộ tịch"
    refused = save("co-so", phut="9999")
    assert refused.status_code == 422
    assert "từ 1 đến 480 phút" in words(refused)
    assert save("gì đó").status_code == 422


def test_the_leader_reads_the_day_and_takes_it_as_json(at: datetime) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    window = opened(desk, at=at)
    for act in (actions.call_next, actions.start_ticket, actions.finish_ticket):
        act(window_id=window, actor=desk.clerk, at=at + 7 * MINUTE)
    client = sign_in(desk.leader)
    page = words(client.get(f"/mot-cua/quay/{desk.body.pk}/so-lieu/"))

    assert "7 phút" in page
    assert "100" in page
    for odd in ("hôm qua", "2020-12-06", "9999-12-31", "0001-01-01"):
        shown = client.get(f"/mot-cua/quay/{desk.body.pk}/so-lieu/", {"ngay": odd})
        assert shown.status_code == 200
    answer = client.get(f"/api/v1/queues/{desk.body.pk}/days/2020-12-07")
    assert answer.json()["whole"] == {
        "tickets": 1,
        "served": 1,
        "missed": 0,
        "left": 0,
        "median_wait": 7.0,
        "longest_wait": 7,
        "within_promise": 1.0,
    }
    assert [each["name"] for each in answer.json()["windows"]] == ["1. Tổng hợp", "2. Hộ tịch"]


def test_the_figures_are_for_those_who_lead(at: datetime) -> None:
    desk = make_desk(at=at)
    path = f"/api/v1/queues/{desk.body.pk}/days/2020-12-07"

    def status(actor: Actor) -> int:
        headers = bearer(account_id=actor.account_id or 0, at=at)
        return Client().get(path, headers=headers).status_code

    assert Client().get(path).status_code == 401
    assert status(desk.clerk) == 403
    assert status(desk.leader) == 200


def test_everybody_sees_the_call_screen_and_no_code_on_it(at: datetime) -> None:
    desk = make_desk(at=at)
    ticket, window = take(desk, "H", at=at), opened(desk, at=at)
    actions.call_next(window_id=window, actor=desk.clerk, at=at)

    screen = words(Client().get(f"/man-hinh/{desk.body.pk}/"))
    part = words(Client().get(f"/man-hinh/{desk.body.pk}/bang/"))
    board = Client().get(f"/api/v1/queues/{desk.body.pk}")

    assert 'data-say="Mời số H 0 0 1, đến quầy số 1."' in screen
    assert '<noscript><meta http-equiv="refresh"' in screen
    assert "<html" not in part
    assert board.json()["calls"][0]["number"] == "H001"
    assert ticket.code not in screen + part + board.content.decode()


@pytest.mark.parametrize("number", ["0", "99999", "9" * 30])
def test_addresses_of_nothing_are_not_found(at: datetime, number: str) -> None:
    desk = make_desk(at=at)
    leader, clerk = sign_in(desk.leader), sign_in(desk.clerk)

    assert Client().get(f"/man-hinh/{number}/").status_code == 404
    assert leader.get(f"/lay-so/{number}/").status_code == 404
    assert leader.get(f"/mot-cua/quay/{number}/so-lieu/").status_code == 403
    assert clerk.get(f"/mot-cua/quay/{desk.body.pk}/{number}/").status_code == 404
    assert clerk.post(f"/mot-cua/quay/{desk.body.pk}/{number}/goi/").status_code == 404


def test_the_hall_is_not_flooded(at: datetime) -> None:
    desk = make_desk(at=at)
    address = f"/sanh/{desk.office.hall_key}/"
    statuses = {
        Client().post(address, {"viec": desk.matters["H"].pk}).status_code for _ in range(61)
    }

    assert statuses == {302, 429}
    assert Ticket.objects.count() == 60
    assert (
        actions.leave_queue(code=Ticket.objects.latest("pk").code, actor=ANONYMOUS, at=at).number
        == "H060"
    )
