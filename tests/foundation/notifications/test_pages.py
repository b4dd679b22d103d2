"""Pages: one's own messages only, preferences, what went out."""

import json
from datetime import datetime, time

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.agreements.actor import ANONYMOUS
from nentang.foundation.notifications.actions import deliver_messages, read_messages
from nentang.foundation.notifications.adapters import signature_of
from nentang.foundation.notifications.enums import Channel
from nentang.foundation.notifications.errors import MessageNotFound
from nentang.foundation.notifications.models import (
    Delivery,
    Message,
    Preference,
    PushSubscription,
)
from nentang.foundation.notifications.queries import PAGE, unread_count
from tests.foundation.identity.factories import make_person

from .factories import actor_of, make_message, signed_in

pytestmark = pytest.mark.django_db


def test_a_person_reads_their_own_messages_only(at: datetime, client: Client) -> None:
    person, other = make_person(at=at), make_person(at=at, full_name="Bùi Văn Thử")
    own = make_message(at=at, person=person)
    foreign = make_message(at=at, person=other)
    signed_in(client, person, at=at)

    page = client.get("/thong-bao/").text
    opened = client.post(f"/thong-bao/{own.pk}/da-doc/", {"tiep": own.link})
    stolen = client.post(f"/thong-bao/{foreign.pk}/da-doc/")

    assert "Mời Lê Thị Mẫu mở xem" in page
    assert "Bùi Văn Thử" not in page
    assert opened["Location"] == "/ho-so/1/"
    assert stolen.status_code == 404
    assert Message.objects.get(pk=own.pk).read_at
    assert Message.objects.get(pk=foreign.pk).read_at is None


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example/", "javascript:x"])
def test_reading_leads_nowhere_else(at: datetime, client: Client, onward: str) -> None:
    person = make_person(at=at)
    message = make_message(at=at, person=person)
    signed_in(client, person, at=at)

    answer = client.post(f"/thong-bao/{message.pk}/da-doc/", {"tiep": onward})

    assert answer["Location"] == "/thong-bao/"


def test_all_messages_are_marked_read_at_once(at: datetime) -> None:
    person, other = make_person(at=at), make_person(at=at)
    for number in range(3):
        make_message(at=at, person=person, code=str(number))
    foreign = make_message(at=at, person=other)

    assert read_messages(actor=actor_of(person), at=at) == 3
    assert read_messages(actor=actor_of(person), at=at) == 0
    assert Message.objects.unread(other.pk).get() == foreign
    with pytest.raises(MessageNotFound):
        read_messages(actor=ANONYMOUS, at=at, message_id=foreign.pk)


def test_the_count_of_unread_messages_costs_one_query(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_person(at=at)
    make_message(at=at, person=person)

    with django_assert_num_queries(1):
        assert unread_count(actor_of(person)) == 1
    with django_assert_num_queries(0):
        assert unread_count(ANONYMOUS) == 0


def test_the_menu_says_how_many_messages_are_new(at: datetime, client: Client) -> None:
    person = make_person(at=at)
    make_message(at=at, person=person)
    signed_in(client, person, at=at)

    assert '<span class="count">1<' in client.get("/").text


def test_the_list_costs_the_same_however_long_it_is(
    at: datetime, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_person(at=at)
    for number in range(PAGE + 1):
        make_message(at=at, person=person, channels=(Channel.SMS,), code=str(number))
    signed_in(client, person, at=at)
    client.get("/thong-bao/")

    with django_assert_max_num_queries(10):
        page = client.get("/thong-bao/").text
    oldest = Message.objects.order_by("pk")[1]

    assert page.count("Mời Lê Thị Mẫu") == PAGE
    assert client.get("/thong-bao/", {"truoc": oldest.pk}).text.count("Mời Lê Thị Mẫu") == 1


def test_preferences_are_chosen_on_their_page(at: datetime, client: Client) -> None:
    person = make_person(at=at)
    signed_in(client, person, at=at)
    assert "21:00" in client.get("/thong-bao/tuy-chon/").text

    entered = {"language": "en", "takes_email": "on", "quiet_from": "20:30", "quiet_to": "06:00"}
    saved = client.post("/thong-bao/tuy-chon/", entered)
    wrong = client.post("/thong-bao/tuy-chon/", {**entered, "quiet_from": "khuya"})

    preference = Preference.objects.get(person=person)
    assert saved.status_code == 302
    assert (preference.language, preference.takes_email, preference.takes_sms) == (
        "en",
        True,
        False,
    )
    assert (preference.quiet_from, preference.quiet_to) == (time(20, 30), time(6))
    assert "mistake" in wrong.text


def test_a_browser_is_taken_and_dropped(at: datetime, client: Client) -> None:
    signed_in(client, make_person(at=at), at=at)
    asked = {
        "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "keys": {"p256dh": "k", "auth": "a"},
    }

    def post(body: object, query: str = "") -> int:
        address = f"/thong-bao/trinh-duyet/{query}"
        return client.post(address, json.dumps(body), content_type="application/json").status_code

    assert post(asked) == 204
    assert PushSubscription.objects.count() == 1
    assert post({"endpoint": 5}) == 422
    assert post({**asked, "endpoint": "https://evil.example/"}) == 422
    assert post(asked, "?thoi") == 204
    assert PushSubscription.objects.count() == 0


def test_what_went_out_is_shown_in_a_demo_and_to_nobody_else(
    at: datetime, client: Client, settings: Settings
) -> None:
    make_message(at=at, person=make_person(at=at))
    deliver_messages(at=at)
    settings.DEMO = False
    hidden = client.get("/thong-bao/hop-thu-di/")
    settings.DEMO = True
    shown = client.get("/thong-bao/hop-thu-di/").text
    texts = client.get("/thong-bao/hop-thu-di/", {"kenh": "sms"}).text

    assert hidden.status_code == 404
    assert "mau@example.vn" in shown
    assert "+84912345678" in shown
    assert "Hồ sơ 1 đã có kết quả" in shown
    assert "mau@example.vn" not in texts


def test_only_the_gateway_may_send_receipts(
    at: datetime, client: Client, settings: Settings
) -> None:
    make_message(at=at, person=make_person(at=at), channels=(Channel.SMS,))
    Delivery.objects.update(state="sent", gateway="sms", receipt="ref-1")
    body = json.dumps({"reference": "ref-1", "arrived": True}).encode()

    def post(signature: str) -> int:
        return client.post(
            "/thong-bao/bien-nhan/tin-nhan/",
            body,
            content_type="application/json",
            headers={"X-Signature": signature},
        ).status_code

    assert post(signature_of(body, "")) == 403
    settings.NOTIFICATIONS_SMS_SECRET = "shared"
    assert post("sha256=0") == 403
    assert post(signature_of(body, "shared")) == 204
    assert Delivery.objects.get().state == "delivered"
