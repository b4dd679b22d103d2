"""A document goes by the axis where both bodies are on it, and what the other body does is seen at home."""

from datetime import datetime

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import OrganizationLevel
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.document_exchange.actions import connect_installation, list_participant
from nentang.government.document_exchange.public import exchange_waiting, join_axis
from nentang.government.office import actions
from nentang.government.office.enums import Channel, Delivery
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.rules.draft import Line
from tests.government.document_exchange.envelopes import make_signer

from .factories import Staff, issued, make_body, make_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(at: datetime) -> tuple[Staff, Staff]:
    """Commune and district, both on the axis."""
    commune, district = make_places(at=at)
    for staff in (commune, district):
        join_axis(organization_id=staff.body.pk, actor=SYSTEM, at=at)
    return commune, district


def _exchange(at: datetime) -> None:
    for _ in range(3):
        run_until_quiet(at=at)
        exchange_waiting(at=at)
    run_until_quiet(at=at)


def _sent(commune: Staff, district: Staff, at: datetime) -> OutgoingDocument:
    document = issued(commune, at, recipients=(Line(district.body.name, district.body.pk),))
    _exchange(at)
    document.refresh_from_db()
    return document


def test_it_arrives_once_with_its_signed_paper(places: tuple[Staff, Staff], at: datetime) -> None:
    commune, district = places
    document = _sent(commune, district, at)
    actions.send_outgoing(document_id=document.pk, at=at)
    _exchange(at)

    came = IncomingDocument.objects.get(organization=district.body)
    assert came.channel == Channel.AXIS
    assert (came.origin or "").startswith("axis:")
    assert (came.number, came.summary) == (document.number, document.summary)
    assert came.sender_id == commune.body.pk
    assert came.files.get().file.media_type == "application/pdf"
    assert document.recipients.get().delivery == Delivery.SENT


@pytest.mark.parametrize("is_returned", [False, True])
def test_what_the_other_body_does_is_seen_at_home(
    is_returned: bool, places: tuple[Staff, Staff], at: datetime
) -> None:
    commune, district = places
    document = _sent(commune, district, at)
    came = IncomingDocument.objects.get(organization=district.body)
    by = {"code": came.code, "actor": district.document_clerk, "at": at}
    if is_returned:
        actions.refuse_document(reason="Gửi nhầm nơi", **by)  # type: ignore[arg-type]
    else:
        actions.register_document(**by)  # type: ignore[arg-type]
    _exchange(at)

    expected = Delivery.RETURNED if is_returned else Delivery.REGISTERED
    assert document.recipients.get().delivery == expected


def test_without_the_axis_it_is_found_in_the_book(at: datetime) -> None:
    commune, district = make_places(at=at)
    _sent(commune, district, at)

    came = IncomingDocument.objects.get(organization=district.body)
    assert (came.origin or "").startswith("office:")


def test_a_body_of_another_installation_is_reached_by_its_code(
    places: tuple[Staff, Staff], at: datetime, settings: Settings
) -> None:
    settings.DEBUG = True  # plain http to nowhere
    commune, _district = places
    ministry = make_body("Trung ương", OrganizationLevel.MINISTRY, "G14", "", None, at)
    connect_installation(
        code="bo",
        name="Bộ",
        url="http://127.0.0.1:9",
        certificate=make_signer().pem,
        actor=SYSTEM,
        at=at,
    )
    list_participant(code="G14", name=ministry.name, installation_code="bo", actor=SYSTEM, at=at)

    document = issued(commune, at, recipients=(Line(ministry.name, ministry.pk),))
    _exchange(at)

    line = document.recipients.get()
    assert (line.delivery, line.carried_by.partition(":")[0]) == (Delivery.SENT, "axis")
