"""The pages and the interface of the registers: everybody's, the sender's, the desk's."""

import csv
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.agreements.actor import Actor
from nentang.kernel import clock
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.queries import find_entry, registers
from tests.government.services.factories import PIXEL, make_officer, sign_in

from .factories import DOMAIN, STORY, Keepers, entered, make_citizen, make_keepers, published

pytestmark = pytest.mark.django_db
ROOT = "/so-dang-ky/"


@pytest.fixture
def owner(at: datetime, settings: Settings) -> Keepers:
    settings.DEMO = True
    clock.use(lambda: at)
    return make_keepers(at=at)


@pytest.fixture
def citizen(owner: Keepers, at: datetime) -> Actor:
    return make_citizen(at=at)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_every_register_has_its_page_and_file_before_it_has_entries(
    owner: Keepers, client: Client
) -> None:
    listed = page(client, ROOT)
    for register in registers():
        assert f'href="{ROOT}{register.path}/"' in listed
        assert "Sổ chưa có mục nào." in page(client, f"{ROOT}{register.path}/")
        assert client.get(f"{ROOT}{register.path}/bang.csv").status_code == 200


def test_an_officer_enters_an_entry_a_leader_publishes_it_and_everybody_reads_it(
    owner: Keepers, client: Client, at: datetime
) -> None:
    desk = sign_in(owner.specialist)
    assert "Tên miền .vn và IPv6" in page(desk, f"{ROOT}co-quan/")
    answer = desk.post(f"{ROOT}co-quan/ten-mien/them/", {**DOMAIN, "body": str(owner.body.pk)})
    assert answer.status_code == 302
    code = Entry.objects.get().code
    assert client.get(f"{ROOT}ten-mien/{code}/").status_code == 404

    for actor, step in ((owner.specialist, "submit"), (owner.leader, "publish")):
        browser = sign_in(actor)
        assert "dichvucong.mau.gov.vn" in page(browser, "/viec/")
        version = find_entry(code).case.version
        sent = {"step": step, "version": str(version)}
        assert browser.post(f"{ROOT}muc/{code}/buoc/", sent).status_code == 302

    text = page(client, f"{ROOT}ten-mien/{code}/")
    assert "Chạy cả IPv4 và IPv6" in text
    assert "lần tới trước 07/12/2021" in text
    assert "Bản 1, công bố" in page(client, f"{ROOT}ten-mien/{code}/ban/1/")


def test_a_citizen_sends_a_story_with_a_file_and_sees_what_became_of_it(
    owner: Keepers, citizen: Actor
) -> None:
    browser = sign_in(citizen)
    form = f"{ROOT}cau-chuyen/gui/"
    assert "đừng ghi tên hay điện thoại" in page(browser, form)
    wrong = browser.post(form, {**STORY, "changed": "Gọi 0912 345 678", "where": ""})
    text = wrong.content.decode()
    assert wrong.status_code == 422
    assert "Chợ không tiền mặt" in text  # what was typed is never lost
    assert "có số điện thoại" in text
    assert "Ô này còn trống." in text

    upload = SimpleUploadedFile("anh.png", PIXEL, "image/png")
    answer = browser.post(form, {**STORY, "statement": "Cảm ơn", "tep": upload})

    code = Entry.objects.get().code
    assert answer.url == f"{ROOT}cua-toi/{code}/"
    own = page(browser, answer.url)
    assert "anh.png" in own
    assert "Cảm ơn" in own
    assert "Chờ xem xét" in page(browser, f"{ROOT}cua-toi/")
    version = str(find_entry(code).case.version)
    browser.post(f"{answer.url}buoc/", {"step": "withdraw", "version": version})
    assert find_entry(code).case.state == "withdrawn"


def test_whoever_may_not_send_is_told_how_to(owner: Keepers, citizen: Actor) -> None:
    browser = sign_in(citizen)

    assert "Chọn thay mặt tổ chức" in page(browser, f"{ROOT}bai-toan/gui/")
    assert browser.get(f"{ROOT}phu-mang/gui/").status_code == 403
    assert browser.post(f"{ROOT}bai-toan/gui/", {"name": "A"}).status_code == 403
    assert Client().get(f"{ROOT}cau-chuyen/gui/").status_code == 302


def test_nobody_else_opens_an_entry_that_is_not_public(
    owner: Keepers, citizen: Actor, at: datetime
) -> None:
    entry = entered(owner, "domains", DOMAIN, at=at)
    elsewhere = make_keepers(at=at, code="G15")

    for actor in (citizen, elsewhere.leader):
        browser = sign_in(actor)
        for address in (f"muc/{entry.code}/", f"cua-toi/{entry.code}/", f"ten-mien/{entry.code}/"):
            assert browser.get(ROOT + address).status_code in (403, 404)


def test_an_old_form_is_shown_again_beside_what_is_saved(owner: Keepers, at: datetime) -> None:
    entry = entered(owner, "domains", DOMAIN, at=at)
    browser, address = sign_in(owner.specialist), f"{ROOT}muc/{entry.code}/"
    browser.post(address, {**DOMAIN, "system": "Cổng mới", "values_version": "1"})

    answer = browser.post(address, {**DOMAIN, "system": "Cổng khác", "values_version": "1"})

    assert answer.status_code == 422
    assert "Cổng khác" in answer.content.decode()
    assert find_entry(entry.code).values["system"] == "Cổng mới"


def test_a_stale_entry_is_marked_until_it_is_confirmed(
    owner: Keepers, client: Client, at: datetime
) -> None:
    entry = published(owner, "domains", DOMAIN, at=at)
    clock.use(lambda: at + timedelta(days=400))
    address = f"{ROOT}ten-mien/{entry.code}/"
    assert "Quá hạn xác nhận" in page(client, address)
    assert "1 mục quá hạn xác nhận" in page(client, f"{ROOT}ten-mien/")

    sent = {"step": "xac-nhan", "version": str(find_entry(entry.code).case.version)}
    sign_in(owner.specialist).post(f"{ROOT}muc/{entry.code}/buoc/", sent)

    assert "Quá hạn xác nhận" not in page(client, address)


def test_search_paging_file_and_interface_show_the_same_entries(
    owner: Keepers, client: Client, at: datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(35):
        typed = {**DOMAIN, "domain": f"so{number}.gov.vn", "system": "Hệ thống văn bản"}
        published(owner, "domains", typed, at=at)
    published(owner, "domains", {**DOMAIN, "system": "Cổng đất đai"}, at=at)

    found = page(client, f"{ROOT}ten-mien/?tu=dat+dai")
    assert found.count("/so-dang-ky/ten-mien/000.00.00.G14-TM20-") == 1
    first = page(client, f"{ROOT}ten-mien/")
    assert "Cũ hơn" in first
    assert "Mới hơn" not in first
    rows = list(csv.reader(_csv(client).splitlines()))
    assert len(rows) == 37
    assert rows[0][3:5] == ["Tên miền", "Hệ thống"]
    seen, before = [], ""
    while True:
        answer = client.get(f"/api/v1/small-registers/domains/entries?limit=20{before}").json()
        seen += [each["code"] for each in answer["items"]]
        if answer["next"] is None:
            break
        before = f"&before={answer['next']}"
    assert len(set(seen)) == len(seen) == 36
    detail = client.get(f"/api/v1/small-registers/domains/entries/{seen[0]}").json()
    assert detail["versions"][0]["number"] == 1
    with django_assert_max_num_queries(5):
        client.get(f"{ROOT}ten-mien/")


def _csv(client: Client) -> str:
    answer = client.get(f"{ROOT}ten-mien/bang.csv")
    return answer.content.decode("utf-8-sig")


def test_the_index_costs_the_same_for_many_entries(
    owner: Keepers, client: Client, at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(ROOT)
    published(owner, "domains", DOMAIN, at=at)
    with django_assert_num_queries(1):
        client.get(ROOT)


def test_the_pages_speak_english(owner: Keepers, client: Client, at: datetime) -> None:
    entry = published(owner, "domains", DOMAIN, at=at)
    client.cookies["ngon_ngu"] = "en"

    text = page(client, f"{ROOT}ten-mien/{entry.code}/")

    assert "IPv4 and IPv6" in text
    assert "Who keeps this entry" in text
    assert "Registers of the Programme" in page(client, ROOT)


def test_a_desk_without_a_register_of_its_own_is_told_so(owner: Keepers, at: datetime) -> None:
    inspector = sign_in(make_officer(owner.body, "inspector", at=at))

    assert "không giữ sổ nào" in page(inspector, f"{ROOT}co-quan/")
    assert inspector.get(f"{ROOT}co-quan/ten-mien/them/").status_code == 403
