"""Officers see what was sent and received by their body, and nothing of others."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.models import Record
from nentang.foundation.identity.models import Account
from nentang.foundation.organizations.public import Organization
from nentang.government.document_exchange.actions import (
    connect_installation,
    exchange_waiting,
    list_participant,
    prove_days,
)
from nentang.government.document_exchange.models import (
    Arrival,
    Consignment,
    Delivery,
    Installation,
    ReceivedDocument,
)
from nentang.government.document_exchange.rules.outgoing import Attached
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.foundation.identity.factories import make_account, make_appointment

from .envelopes import make_signer
from .factories import MINISTRY, Axis, make_axis, make_file, send

ADDRESSES = ("", "di/", "khong-gui-duoc/", "doi-soat/", "danh-ba/", "ket-noi/", "bi-tu-choi/")


@pytest.fixture
def axis(at: datetime, settings: Settings) -> Axis:
    """Documents in every state: arrived, on the way to somebody away, given up, lost over there."""
    settings.DEMO = True
    clock.use(lambda: at)
    made = make_axis(at)
    connect_installation(
        code="tinh-thu",
        name="Tỉnh Thử",
        url="http://127.0.0.1:9",
        certificate=make_signer().pem,
        actor=SYSTEM,
        at=at,
    )
    list_participant(
        code="H43",
        name="Uỷ ban nhân dân tỉnh Thử",
        installation_code="tinh-thu",
        actor=SYSTEM,
        at=at,
    )
    send(made, at, attachments=(Attached(make_file(at).pk, "Toàn văn"),), reason="")
    send(made, at, MINISTRY, "H43", number="13")
    send(made, at, "H43", number="14")
    exchange_waiting(at=at)
    late = at + timedelta(days=8)
    Delivery.objects.filter(consignment__document_id__contains=",14/").update(
        state="failed", problem="http.502", next_try_at=late
    )
    lost = Arrival.objects.get(document_id__contains=",13/")
    ReceivedDocument.objects.filter(arrival=lost).delete()
    lost.delete()
    prove_days(at=at)
    return made


def signed_in(body: Organization, role: str, at: datetime) -> tuple[Client, int]:
    """A browser of somebody with that role there."""
    account = make_account(at=at)
    make_appointment(at=at, account=account, organization_id=body.pk, role=role)
    client = Client()
    client.post("/dang-nhap/thu/", {"account": account.pk})
    return client, account.pk


@pytest.mark.django_db
def test_an_officer_sees_what_the_body_sent_and_where_it_stands(axis: Axis, at: datetime) -> None:
    client, _account = signed_in(axis.province, "clerk", at)

    page = client.get("/truc-van-ban/di/").content.decode()
    dead = client.get("/truc-van-ban/khong-gui-duoc/").content.decode()

    assert "12/QĐ-UBND" in page
    assert "Uỷ ban nhân dân tỉnh Thử" in page
    assert "http.502" in dead
    delivery = Delivery.objects.get(state="failed")
    client.post(f"/truc-van-ban/khong-gui-duoc/{delivery.pk}/")
    delivery.refresh_from_db()
    assert delivery.state == "waiting"


@pytest.mark.django_db
def test_a_document_is_opened_with_a_trace_and_its_status_told_from_its_page(
    axis: Axis, at: datetime
) -> None:
    client, _account = signed_in(axis.ministry, "clerk", at)
    received = ReceivedDocument.objects.get()
    address = f"/truc-van-ban/den/{received.pk}/"

    page = client.get(address).content.decode()
    wrong = client.post(address, {"status": "77"})
    told = client.post(address, {"status": "03", "note": "Số đến 5"})

    assert "Lê Thị Mẫu" in page
    assert wrong.status_code == 422
    assert told.status_code == 302
    received.refresh_from_db()
    assert received.status_code == "03"
    assert Record.objects.filter(action="document_exchange.open_received").exists()
    file = received.files.get().file
    assert client.get(f"/tep/{file.public_id}/").status_code == 200


@pytest.mark.django_db
def test_others_know_of_nothing(axis: Axis, at: datetime) -> None:
    client, _account = signed_in(axis.province, "administrator", at)
    received, consignment = ReceivedDocument.objects.get(), Consignment.objects.earliest("pk")
    stranger, _account = signed_in(axis.ministry, "administrator", at)

    assert client.get(f"/truc-van-ban/den/{received.pk}/").status_code == 404
    assert client.get(f"/tep/{received.files.get().file.public_id}/").status_code == 404
    assert stranger.get(f"/truc-van-ban/di/{consignment.pk}/").status_code == 404
    assert stranger.post(f"/truc-van-ban/di/{consignment.pk}/lay-lai/").status_code == 404
    assert Client().get("/truc-van-ban/").status_code in (302, 403)
    assert "QĐ-UBND" not in stranger.get("/truc-van-ban/di/").content.decode()


@pytest.mark.django_db
def test_a_document_is_asked_back_once_from_its_page(axis: Axis, at: datetime) -> None:
    client, _account = signed_in(axis.province, "clerk", at)
    sent = Consignment.objects.earliest("pk")

    for _ in range(2):
        client.post(f"/truc-van-ban/di/{sent.pk}/lay-lai/", {"reason": "Nhầm"})

    assert Consignment.objects.filter(status_code="13").count() == 1


@pytest.mark.django_db
def test_a_difference_of_the_day_is_named(axis: Axis, at: datetime) -> None:
    client, _account = signed_in(axis.province, "leader", at)

    page = client.get("/truc-van-ban/doi-soat/").content.decode()

    assert "Có chênh lệch" in page
    assert "13/QĐ-UBND" in page
    assert client.get("/truc-van-ban/doi-soat/?ngay=2020-12-01").status_code == 200
    assert client.post("/truc-van-ban/doi-soat/ngay/").status_code == 302


@pytest.mark.django_db
def test_an_administrator_connects_and_stops_installations(axis: Axis, at: datetime) -> None:
    client, _account = signed_in(axis.province, "administrator", at)
    clerk, _account = signed_in(axis.province, "clerk", at)
    typed = {"ten": "Bộ khác", "ma": "bo-khac", "dia-chi": "https://khac.vn"}

    wrong = client.post("/truc-van-ban/ket-noi/", {**typed, "chung-thu": "x"})
    made = client.post("/truc-van-ban/ket-noi/", {**typed, "chung-thu": make_signer("khac").pem})
    client.post("/truc-van-ban/ket-noi/bo-khac/", {"dia-chi": "https://noi-moi.vn"})
    client.post("/truc-van-ban/ket-noi/bo-khac/", {"dia-chi": "ftp://noi-moi.vn"})
    client.post("/truc-van-ban/ket-noi/bo-khac/", {"mo": "khong"})

    assert Installation.objects.get(code="bo-khac").url == "https://noi-moi.vn"
    assert wrong.status_code == 422
    assert "Bộ khác" in wrong.content.decode()
    assert made.status_code == 302
    assert not Installation.objects.get(code="bo-khac").is_open
    assert clerk.get("/truc-van-ban/ket-noi/").status_code == 403


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_every_page_is_accessible_and_narrow(
    live_server: LiveServer, axis: Axis, at: datetime
) -> None:
    _client, account_id = signed_in(axis.province, "administrator", at)
    make_appointment(
        at=at,
        account=Account.objects.get(pk=account_id),
        organization_id=axis.ministry.pk,
        role="administrator",
    )
    sent, received = Consignment.objects.all()[1], ReceivedDocument.objects.get()
    addresses = [*ADDRESSES, f"di/{sent.pk}/", f"den/{received.pk}/"]

    with open_page(live_server.url + "/dang-nhap/") as page:
        page.locator(f'button[name=account][value="{account_id}"]').click()
        page.wait_for_load_state()
        for address in addresses:
            page.goto(f"{live_server.url}/truc-van-ban/{address}")
            assert_accessible(page)
            for width in (320, 360):
                assert_no_sideways_scroll(page, width)
            page.set_viewport_size({"width": 1280, "height": 800})
