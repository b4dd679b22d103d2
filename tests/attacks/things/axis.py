"""The axis of documents: one that the body here has sent, one that came to it, another installation."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.government.document_exchange.actions import (
    connect_installation,
    exchange_waiting,
    join_axis,
    send_document,
)
from nentang.government.document_exchange.enums import StatusCode
from nentang.government.document_exchange.models import Consignment, Delivery, ReceivedDocument
from tests.attacks.world import World
from tests.government.catalogue.factories import make_ministry
from tests.government.document_exchange.envelopes import make_signer
from tests.government.document_exchange.factories import letter

from .lot import Lot

THERE = "khac"


def axis(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """Between the body here and a ministry."""
    here, ministry = world.here.body, make_ministry(at=at, code="G31").body
    for body in (here, ministry):
        join_axis(organization_id=body.pk, actor=SYSTEM, at=at)
    sent = _sent(here.pk, "G31", "12", at)
    came = _sent(ministry.pk, here.code_qd20, "13", at)
    exchange_waiting(at=at)
    received = ReceivedDocument.objects.get(document_id=came.document_id)
    connect_installation(
        code=THERE,
        name="Nơi khác",
        url="https://khac.example.vn",
        certificate=make_signer().pem,
        actor=masters["here"],
        at=at,
    )
    delivery = Delivery.objects.get(consignment=sent)
    values: dict[str, list[Any]] = {
        "consignment_id": [sent.pk],
        "received_id": [received.pk],
        "document_exchange.delivery_id": [delivery.pk],
        "document": [letter(here.pk, "G31", number="14")],
        "document_exchange.status": [StatusCode.REGISTERED],
        **_beyond(),
    }
    places = {
        "": {"consignment_id": sent.pk, "received_id": received.pk},
        "truc-van-ban/khong-gui-duoc/": {"delivery_id": delivery.pk},
    }
    return Lot(values, places=places)


def _beyond() -> dict[str, list[Any]]:
    """The other installation and one more."""
    return {
        "document_exchange.code": [THERE],
        "document_exchange.connect_installation.code": ["nua"],
        "document_exchange.list_participant.code": ["G32"],
        "installation_code": [THERE],
        "url": ["https://nua.example.vn"],
        "certificate": [make_signer("further").pem],
        "kinds": [()],
        "takes_parts": [True],
    }


def _sent(organization_id: int, to: str, number: str, at: datetime) -> Consignment:
    return send_document(
        document=letter(organization_id, to, number=number),
        idempotency_key=f"key-{number}",
        actor=SYSTEM,
        at=at,
    )
