"""Messages: written once, carried by every way the person takes, in time, never lost."""

import base64
import json
import os
from datetime import datetime, time, timedelta
from smtplib import SMTPServerDisconnected

import http_ece
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.foundation.facts.models import Fact
from nentang.foundation.notifications.actions import (
    choose_preferences,
    deliver_messages,
    note_receipt,
    notify,
    subscribe_push,
    unsubscribe_push,
)
from nentang.foundation.notifications.adapters import is_push_service, signature_of, web_push
from nentang.foundation.notifications.enums import Channel, DeliveryState
from nentang.foundation.notifications.errors import SubscriptionRefused
from nentang.foundation.notifications.models import Delivery, Message, PushSubscription
from nentang.foundation.notifications.registry import MessageTemplate, declare_template
from nentang.foundation.notifications.rules import (
    LONGEST_WAIT,
    after_quiet_hours,
    filled,
    wait_before_attempt,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel.clock import VIETNAM, at_local
from tests.foundation.identity.factories import make_person

from .factories import actor_of, gateway, make_message, make_template, states

NIGHT = time(21, 0), time(7, 0)


@pytest.mark.django_db
def test_by_default_everything_is_written_to_the_base(at: datetime) -> None:
    message = make_message(at=at, person=make_person(at=at))
    assert message.title == "Hồ sơ 1 đã có kết quả"
    assert message.body == "Mời Lê Thị Mẫu mở xem kết quả."
    assert message.link == "/ho-so/1/"

    run_until_quiet(at=at)

    assert states(message) == {"email": "sent", "sms": "sent", "push": "skipped"}
    assert not mail.outbox
    assert set(Delivery.objects.filter(state="sent").values_list("gateway", flat=True)) == {"kept"}
    fact = Fact.objects.filter(kind="notifications.message_sent").order_by("id")[0]
    assert fact.payload["channel"] in ("email", "sms")


@pytest.mark.django_db
def test_telling_somebody_costs_three_statements(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    person = make_person(at=at)
    make_template()

    with django_assert_num_queries(3):
        notify(
            template="test.ready", person_id=person.pk, context={"code": "1", "name": "x"}, at=at
        )


@pytest.mark.django_db
def test_language_and_switched_off_ways_are_respected(at: datetime) -> None:
    person = make_person(at=at)
    prefer(person, at, language="en", takes_sms=False)

    message = make_message(at=at, person=person)

    assert message.title == "Dossier 1 is decided"
    assert set(states(message)) == {"email", "push"}


def prefer(person, at: datetime, **chosen: object) -> None:  # type: ignore[no-untyped-def]
    defaults = {
        "language": "vi",
        "takes_email": True,
        "takes_sms": True,
        "takes_push": True,
        "quiet_from": NIGHT[0],
        "quiet_to": NIGHT[1],
    }
    choose_preferences(actor=actor_of(person), at=at, **{**defaults, **chosen})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_at_night_letters_go_and_text_messages_wait_for_the_morning(at: datetime) -> None:
    night = at_local(at.date(), time(22, 30))
    message = make_message(at=night, person=make_person(at=at))
    channels = (Channel.SMS,)
    urgent = make_message(at=night, person=make_person(at=at), channels=channels, urgent=True)

    deliver_messages(at=night)
    assert states(message) == {"email": "sent", "sms": "queued", "push": "queued"}
    assert states(urgent) == {"sms": "sent"}

    deliver_messages(at=night + timedelta(hours=8, minutes=29))
    assert states(message)["sms"] == "queued"
    deliver_messages(at=night + timedelta(hours=8, minutes=30))
    assert states(message)["sms"] == "sent"


@pytest.mark.django_db
def test_quiet_hours_chosen_later_hold_when_the_message_is_sent(at: datetime) -> None:
    person = make_person(at=at)
    message = make_message(at=at, person=person, channels=(Channel.SMS,))
    prefer(person, at, quiet_from=time(8), quiet_to=time(12))

    deliver_messages(at=at)

    delivery = Delivery.objects.get(message=message)
    assert delivery.state == DeliveryState.QUEUED
    assert delivery.next_at == at_local(at.date(), time(12))


@pytest.mark.django_db
def test_letters_go_through_smtp_with_a_lasting_number(at: datetime, settings: Settings) -> None:
    settings.NOTIFICATIONS_EMAIL_FROM = "Nền Tảng <tin@nentang.example>"
    make_message(at=at, person=make_person(at=at), channels=(Channel.EMAIL,))

    deliver_messages(at=at)

    (letter,) = mail.outbox
    delivery = Delivery.objects.get()
    assert letter.to == ["mau@example.vn"]
    assert letter.subject == "Hồ sơ 1 đã có kết quả"
    assert letter.body.endswith("http://127.0.0.1:8000/ho-so/1/")
    assert letter.extra_headers["Message-ID"] == f"<nentang-{delivery.pk}@nentang.example>"
    assert delivery.receipt == letter.extra_headers["Message-ID"]


class BrokenServer:
    """A mail server that hangs up."""

    def __init__(self, **ignored: object) -> None:
        """Whatever Django passes."""

    def send_messages(self, messages: object) -> int:
        raise SMTPServerDisconnected("gone")


@pytest.mark.django_db
def test_a_server_that_is_down_is_tried_again_and_given_up_after_three_days(
    at: datetime, settings: Settings
) -> None:
    settings.NOTIFICATIONS_EMAIL_FROM = "tin@nentang.example"
    settings.EMAIL_BACKEND = f"{__name__}.BrokenServer"
    make_message(at=at, person=make_person(at=at), channels=(Channel.EMAIL,))

    deliver_messages(at=at)
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts) == ("queued", 1)
    assert delivery.next_at == at + timedelta(minutes=1)
    assert deliver_messages(at=at + timedelta(seconds=59)) == 0

    deliver_messages(at=at + timedelta(hours=73))
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.FAILED
    assert delivery.error == "notifications.gateway_unavailable"


@pytest.mark.django_db
def test_what_a_dead_worker_held_is_sent_after_its_lease(at: datetime) -> None:
    from nentang.foundation.notifications.actions.deliver_messages import LEASE, _claim

    make_message(at=at, person=make_person(at=at), channels=(Channel.SMS,))

    assert len(_claim(at)) == 1
    assert deliver_messages(at=at + LEASE / 2) == 0
    assert deliver_messages(at=at + LEASE) == 1


@pytest.mark.django_db
def test_a_text_message_is_signed_and_its_receipt_noted(at: datetime, settings: Settings) -> None:
    make_message(at=at, person=make_person(at=at), channels=(Channel.SMS,))
    with gateway() as heard:
        settings.NOTIFICATIONS_SMS_URL = heard.url
        settings.NOTIFICATIONS_SMS_SECRET = "shared"
        heard.status = 503
        deliver_messages(at=at)
        heard.status = 200
        deliver_messages(at=at + timedelta(minutes=1))

    (_, first), (headers, body) = heard.requests
    delivery = Delivery.objects.get()
    assert first == body
    assert json.loads(body) == {
        "id": f"nentang-{delivery.pk}",
        "to": "+84912345678",
        "text": "Hồ sơ 1 đã có kết quả. Mời Lê Thị Mẫu mở xem kết quả.",
    }
    assert headers["x-signature"] == signature_of(body, "shared")
    assert (delivery.state, delivery.receipt, delivery.attempts) == ("sent", "ref-1", 2)

    assert note_receipt(gateway="sms", reference="ref-1", arrived=True, at=at)
    assert not note_receipt(gateway="sms", reference="ref-2", arrived=True, at=at)
    assert not note_receipt(gateway="sms", reference="", arrived=True, at=at)
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.DELIVERED


@pytest.mark.django_db
def test_a_number_the_gateway_refuses_is_not_tried_again(at: datetime, settings: Settings) -> None:
    make_message(at=at, person=make_person(at=at), channels=(Channel.SMS,))
    with gateway() as heard:
        settings.NOTIFICATIONS_SMS_URL = heard.url
        heard.status = 400
        deliver_messages(at=at)
        deliver_messages(at=at + timedelta(days=1))

    assert len(heard.requests) == 1
    assert Delivery.objects.get().error == "HTTP 400"


@pytest.mark.django_db
def test_a_browser_can_read_what_was_pushed_and_a_gone_one_is_forgotten(
    at: datetime, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NOTIFICATIONS_PUSH_CONTACT = "tin@nentang.example"
    person = make_person(at=at)
    browser, secret = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
    with gateway() as heard:
        PushSubscription.objects.create(
            person=person,
            endpoint=heard.url,
            p256dh=encoded(point(browser)),
            auth=encoded(secret),
            subscribed_at=at,
        )
        message = make_message(at=at, person=person, channels=(Channel.PUSH,))
        deliver_messages(at=at)
        heard.status = 410
        make_message(at=at, person=person, channels=(Channel.PUSH,), code="2")
        deliver_messages(at=at + timedelta(minutes=1))

    headers, body = heard.requests[0]
    told = json.loads(http_ece.decrypt(body, private_key=browser, auth_secret=secret))
    assert told["title"] == message.title
    assert told["url"] == "http://127.0.0.1:8000/ho-so/1/"
    assert web_push.application_server_key() in headers["authorization"]
    assert not PushSubscription.objects.exists()
    assert states(message) == {"push": "sent"}


def point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@pytest.mark.django_db
def test_only_known_push_services_are_taken_and_only_own_browsers_dropped(at: datetime) -> None:
    person, other = make_person(at=at), make_person(at=at)
    endpoint = "https://fcm.googleapis.com/fcm/send/abc"
    subscribe_push(endpoint=endpoint, p256dh="k", auth="a", actor=actor_of(person), at=at)

    for wrong in ("https://evil.example/x", "http://fcm.googleapis.com/x", "https://127.0.0.1/"):
        assert not is_push_service(wrong)
        with pytest.raises(SubscriptionRefused):
            subscribe_push(endpoint=wrong, p256dh="k", auth="a", actor=actor_of(person), at=at)
    unsubscribe_push(endpoint=endpoint, actor=actor_of(other), at=at)
    assert PushSubscription.objects.count() == 1
    unsubscribe_push(endpoint=endpoint, actor=actor_of(person), at=at)
    assert not PushSubscription.objects.exists()


@pytest.mark.django_db
def test_a_rolled_back_act_tells_nobody(at: datetime) -> None:
    make_template()

    with pytest.raises(LookupError, match="name"):
        notify(
            template="test.ready",
            person_id=make_person(at=at).pk,
            context={"code": "1"},
            at=at,
        )
    with pytest.raises(LookupError, match=r"test\.ready"):
        notify(template="test.none", person_id=1, context={}, at=at)

    assert not Message.objects.exists()


def test_a_template_names_the_same_facts_in_both_languages() -> None:
    with pytest.raises(ValueError, match="differ"):
        declare_template(MessageTemplate("test.x", "{a}", "{b}", "", ""))
    with pytest.raises(ValueError, match="plain names"):
        declare_template(MessageTemplate("test.y", "{a.__class__}", "{a.__class__}", "", ""))


@given(st.text(), st.text())
def test_what_people_typed_is_never_read_as_a_template(name: str, code: str) -> None:
    assert filled("{name}: {code}", {"name": name, "code": code}) == f"{name}: {code}"


@given(st.datetimes(timezones=st.just(VIETNAM)), st.times(), st.times())
def test_a_message_waits_at_most_until_the_quiet_hours_end(
    at: datetime, quiet_from: time, quiet_to: time
) -> None:
    allowed = after_quiet_hours(at, quiet_from, quiet_to)

    assert at <= allowed <= at + timedelta(days=1)
    assert after_quiet_hours(allowed, quiet_from, quiet_to) == allowed
    assert allowed == at or allowed.astimezone(VIETNAM).time() == quiet_to


@given(st.integers(min_value=1, max_value=1000))
def test_waits_grow_to_six_hours(attempts: int) -> None:
    assert wait_before_attempt(attempts) <= wait_before_attempt(attempts + 1) <= LONGEST_WAIT
