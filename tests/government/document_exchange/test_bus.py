"""What the bus keeps, whom it lets do what, and what becomes of answers that come over it."""

import asyncio
import os
import subprocess
import sys
from datetime import datetime, timedelta

import nats.errors
import pytest
from django.conf import LazySettings

from nentang.agreements.actor import SYSTEM
from nentang.config.axis.bus_listener import Came, take
from nentang.config.axis.within import Interface
from nentang.government.document_exchange.actions import (
    Heard,
    connect_installation,
    hear_answers,
    list_participant,
    sign_waiting,
)
from nentang.government.document_exchange.adapters.bus import configured_bus, connect
from nentang.government.document_exchange.adapters.bus_wire import bus_wire
from nentang.government.document_exchange.adapters.wire import ROOT, Answer, Letter
from nentang.government.document_exchange.enums import DeliveryState
from nentang.government.document_exchange.errors import InstallationUnreadable, OtherSideAway
from nentang.government.document_exchange.models import Arrival, Delivery
from nentang.government.document_exchange.rules.bus import (
    ANSWER,
    CONSUMER,
    MESSAGE,
    Place,
    ask_subject,
    stream_of,
)
from nentang.government.document_exchange.rules.edxml.signing import message_id
from nentang.kernel import clock

from .bus_nodes import NAMES, Nodes, messages_on, speak_as
from .envelopes import document, make_signer, signed, status
from .factories import Axis, make_axis, send

HERE = "000.00.00.H42"
THERE = "H43"
OUTSIDE_CLIENT = pytest.mark.django_db(transaction=True)  # requests begin and end as in a server
WITHOUT_CLIENT = """
import importlib.util
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "nats" else find(name, *more)
import nentang.config.settings.exchange
"""


def letter(number: int, tries: int = 0, size: int = 3000) -> Letter:
    return Letter(f"{number:064x}", HERE, b"x" * size, tries)


@pytest.mark.nats
def test_the_same_message_waits_only_once_however_often_it_is_handed_over(
    bus: Nodes, settings: LazySettings
) -> None:
    before = messages_on(NAMES)
    speak_as(bus, "ben-a", settings)
    with bus_wire("ben-b") as wire:
        for tries in (0, 0, 1, 2):
            assert wire.hand_over(letter(1, tries)) is None
        wire.hand_over(letter(2))
    speak_as(bus, "operator", settings)

    assert messages_on(NAMES) == before + 2


@pytest.mark.nats
def test_what_finds_no_room_on_the_bus_stays_with_its_sender(
    bus: Nodes, settings: LazySettings
) -> None:
    bus.open_streams(NAMES, most_bytes=200_000)
    speak_as(bus, "ben-a", settings)

    with bus_wire("ben-b") as wire:
        wire.hand_over(letter(10, size=150_000))
        with pytest.raises(OtherSideAway):
            wire.hand_over(letter(11, size=150_000))


@pytest.mark.nats
def test_nobody_speaks_in_anothers_name_or_takes_what_is_anothers(
    bus: Nodes, settings: LazySettings
) -> None:
    speak_as(bus, "ben-a", settings)
    asked = (
        Place(MESSAGE, "ben-a", "ben-b", "0" * 64, HERE).subject,
        Place(ANSWER, "ben-a", "ben-b", "0" * 64, HERE).subject,
        ask_subject("ben-a", "ben-b"),
        f"$JS.API.CONSUMER.MSG.NEXT.{stream_of('ben-b')}.{CONSUMER}",
        f"$JS.API.STREAM.PURGE.{stream_of('ben-b')}",
        f"$JS.API.STREAM.DELETE.{stream_of('ben-a')}",
        f"$JS.API.STREAM.INFO.{stream_of('ben-a')}",
    )

    async def refused(subject: str) -> None:
        own = configured_bus()
        assert own
        client = await connect(own)
        with pytest.raises(nats.errors.Error):
            await client.request(subject, b"", timeout=0.5)
        await client.close()

    for subject in asked:
        asyncio.run(refused(subject))


def test_an_address_on_the_bus_is_taken_only_where_there_is_one(
    db: None, at: datetime, settings: LazySettings
) -> None:
    settings.AXIS_BUS = []
    with pytest.raises(InstallationUnreadable):
        elsewhere(at)
    settings.AXIS_BUS = ["tls://127.0.0.1:4222"]
    assert elsewhere(at).url == "nats:ben-b"


def test_a_bus_without_its_client_is_told_at_the_start() -> None:
    begun = subprocess.run(
        [sys.executable, "-c", WITHOUT_CLIENT],
        env={**os.environ, "NENTANG_AXIS_BUS": "tls://127.0.0.1:4222"},
        capture_output=True,
        text=True,
    )

    assert begun.returncode == 1
    assert "uv sync --inexact --extra nats" in begun.stderr


def elsewhere(at: datetime) -> object:
    """An installation that is reached over the bus and speaks for H43."""
    made = connect_installation(
        code="tinh-thu",
        name="Tỉnh Thử",
        url="nats:ben-b",
        certificate=make_signer().pem,
        actor=SYSTEM,
        at=at,
    )
    list_participant(code=THERE, name="Tỉnh Thử", installation_code=made.code, actor=SYSTEM, at=at)
    return made


@pytest.fixture
def axis(db: None, at: datetime, settings: LazySettings) -> Axis:
    """H42 is ours; H43 is reached over the bus."""
    settings.AXIS_BUS = ["tls://127.0.0.1:4222"]
    clock.use(lambda: at)
    made = make_axis(at)
    elsewhere(at)
    return made


def under_way(axis: Axis, at: datetime) -> Delivery:
    """A document of ours to H43, signed."""
    send(axis, at, THERE)
    sign_waiting(at=at)
    return Delivery.objects.select_related("consignment__envelope", "receiver").get()


def heard(delivery: Delivery, content: bytes, code: int = 200) -> Heard:
    assert delivery.consignment.envelope
    name = delivery.consignment.envelope.message_id
    return Heard(name, delivery.receiver.code, Answer(code, content))


def receipt_of(delivery: Delivery, **more: str) -> bytes:
    assert delivery.consignment.envelope
    return signed(
        status(code="01", description=f"sha256:{delivery.consignment.envelope.message_id}", **more)
    )


def test_a_signed_receipt_ends_a_delivery_once(axis: Axis, at: datetime) -> None:
    delivery = under_way(axis, at)
    answer = heard(delivery, receipt_of(delivery))

    assert hear_answers(sender="ben-b", heard=[answer, answer], at=at) == 1
    assert hear_answers(sender="ben-b", heard=[answer], at=at) == 0

    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.DELIVERED


def test_an_answer_that_nobody_trusted_signed_or_another_installation_sent_ends_nothing(
    axis: Axis, at: datetime
) -> None:
    delivery = under_way(axis, at)
    foreign = signed(status(code="01"), make_signer("stranger"))

    assert hear_answers(sender="ben-b", heard=[heard(delivery, foreign)], at=at) == 0
    assert hear_answers(sender="ben-c", heard=[heard(delivery, receipt_of(delivery))], at=at) == 0

    delivery.refresh_from_db()
    assert (delivery.state, delivery.tries) == (DeliveryState.WAITING, 1)
    assert delivery.problem == "document_exchange.certificate_unknown"


def test_a_receipt_that_comes_after_we_gave_up_counts(axis: Axis, at: datetime) -> None:
    delivery = under_way(axis, at)
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.FAILED)

    late = at + timedelta(days=8)
    assert hear_answers(sender="ben-b", heard=[heard(delivery, receipt_of(delivery))], at=late) == 1

    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.DELIVERED


def came(content: bytes, name: str = "") -> Came:
    place = Place(MESSAGE, "ben-a", "ben-b", name or message_id(content), HERE)
    return Came(place, content, 0)


@OUTSIDE_CLIENT
def test_a_message_from_the_bus_is_taken_by_the_same_interface(axis: Axis) -> None:
    content = signed(document())

    first, again, damaged, nameless = take(
        [
            came(content),
            came(content),
            came(content + b" ", message_id(content)),
            Came(None, b"", 0),
        ],
        Interface(),
    )

    assert first is not None
    assert first == again
    assert first.status == 200
    assert Arrival.objects.get().receipt == first.content
    assert damaged is not None
    assert damaged.code == "document_exchange.digest_wrong"
    assert nameless == Answer(400, b"")


@OUTSIDE_CLIENT
def test_whoever_floods_with_what_is_not_authentic_waits_and_nobody_else_does(axis: Axis) -> None:
    content, interface = signed(document()), Interface()
    wrong = [came(b"junk", "0" * 64)] * 601

    answers = take(wrong, interface)
    place = Place(MESSAGE, "ben-a", "ben-c", message_id(content), HERE)

    assert answers[0] is not None
    assert answers[-1] is None  # it comes again later
    (taken,) = take([Came(place, content, 0)], interface)
    assert taken is not None
    assert taken.status == 200


@OUTSIDE_CLIENT
def test_the_bus_opens_nothing_but_the_document_exchange(axis: Axis) -> None:
    interface = Interface()

    def status_of(method: str, path: str) -> int:
        return interface.ask(method, path, b"", {}, sender="ben-b").status

    assert status_of("GET", "/") == 404
    assert status_of("GET", "/api/v1/openapi.json") == 404
    assert status_of("POST", f"{ROOT}/participants") == 404
    assert status_of("GET", f"{ROOT}/../openapi.json") == 404
    assert status_of("GET", f"{ROOT}/participants") == 401
