"""The interface between installations: every message is answered with a signed receipt or a problem, nothing is lost."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.document_exchange.actions import (
    connect_installation,
    list_participant,
)
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.models import (
    Arrival,
    ReceivedDocument,
    RefusedInput,
)
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message
from nentang.government.document_exchange.rules.edxml.signing import message_id
from nentang.government.document_exchange.rules.edxml.values import (
    AxisStatus,
)
from nentang.government.document_exchange.rules.edxml.verify import (
    TrustedCertificate,
    check_signature,
)
from nentang.government.document_exchange.rules.receipts import ReadReceipt, read_receipt
from nentang.kernel import clock

from .envelopes import AT, document, make_signer, signed
from .factories import PROVINCE, Axis, make_axis, pdf

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/document-exchange"


@pytest.fixture
def axis(at: datetime, settings: Settings) -> Axis:
    """H42 is ours; H43 is spoken for by another installation."""
    settings.DEBUG = True
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
        code="H43", name="Tỉnh Thử", installation_code="tinh-thu", actor=SYSTEM, at=at
    )
    return made


def put(content: bytes, to: str = PROVINCE, *, name: str = "") -> Any:
    """The answer to a message."""
    address = f"{ROOT}/messages/{name or message_id(content)}?to={to}"
    return Client().put(address, content, content_type="application/xml")


def receipt(answer: Any, content: bytes) -> ReadReceipt:
    """What the receipt says, signed by this installation for this message."""
    assert answer.status_code == 200, answer.content
    root = parse(answer.content)
    own = own_credential()
    trusted = TrustedCertificate(own.der, AT - timedelta(days=1), AT + timedelta(days=1))
    check_signature(root, (trusted,), at=AT)
    said = read_message(root)
    assert isinstance(said, AxisStatus)
    read = read_receipt(said, message_id(content))
    assert read is not None
    return read


def test_a_message_from_elsewhere_is_taken_and_the_same_again_gets_the_same_receipt(
    axis: Axis,
) -> None:
    content = signed(document(pdf()))

    first, again = put(content), put(content, "000.00.00.H42")

    assert receipt(first, content).is_taken
    assert again.content == first.content
    received = ReceivedDocument.objects.get()
    assert received.document_id == "000.00.00.H43,2020/12/07,7/QĐ-UBND"
    assert received.files.get().file.size == len(pdf())
    assert Arrival.objects.count() == 1
    assert not RefusedInput.objects.exists()
