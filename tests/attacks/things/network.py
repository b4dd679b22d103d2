"""The data network: a system, a service and a certificate of the body here, and a ministry that asks for its data."""

from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nentang.agreements.actor import Actor
from nentang.government.data_sharing.actions import add_system, grant_access, join_network
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.models import Subsystem
from nentang.government.data_sharing.rules.descriptions import Description
from tests.attacks.world import World
from tests.government.catalogue.factories import make_ministry, officer
from tests.government.data_sharing.factories import (
    FIELDS,
    OPENAPI,
    Network,
    ask,
    certified,
    make_service,
    request_pem,
    wish,
)

from .lot import Lot


def network(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """One request that waits, one that was granted; the ministry's administrator may ask."""
    net = _network(world, masters["here"], at)
    waiting = ask(net, at)
    asked = ask(net, at, purpose="statistics")
    granted = grant_access(code=asked.code, answer="", actor=net.holder_leader, at=at)
    certificate, _key = certified(net.holder, "population", net.holder_admin, at)
    values: dict[str, list[Any]] = {
        "data_sharing.code": [waiting.code],
        "data_sharing.end_access.code": [granted.code],
        "data_sharing.add_system.code": ["one-stop"],
        "data_sharing.publish_service.code": ["confirm.v2"],
        "node_url": ["https://nut.mau.gov.vn:8443"],
        "system_code": ["", "population"],
        "request_pem": [request_pem(Ed25519PrivateKey.generate())],
        "fingerprint": [certificate.fingerprint],
        "service_id": [net.service.pk],
        "client": [net.one_stop],
        "wish": [wish(at, purpose="inspection")],
        "system": [net.register],
        "data_sharing.offer_register.register": ["population"],
        "data_sharing.offer_register.service": ["confirm.v1"],
        **_offered(),
    }
    places = {
        "chia-se-du-lieu/": {"service_id": net.service.pk, "step": "he-thong"},
        "chia-se-du-lieu/de-nghi/": {"code": waiting.code, "step": "cap-quyen"},
        "chia-se-du-lieu/quyen/": {"code": granted.code},
    }
    return Lot(values, (net.asker_admin,), places)


def _offered() -> dict[str, list[Any]]:
    return {
        "sharing": [Sharing.SPECIAL],
        "description": [Description("Xác nhận", "Cho biết họ tên.", (), subject="query:number")],
        "openapi": [OPENAPI],
        "fields": [FIELDS],
    }


def _network(world: World, admin: Actor, at: datetime) -> Network:
    body, ministry = world.here.body, make_ministry(at=at, code="G30").body
    asker = officer(ministry, "administrator", at=at)
    register = _system(body.pk, "population", "Cơ sở dữ liệu mẫu", admin, at)
    return Network(
        holder=body,
        asker=ministry,
        holder_admin=admin,
        holder_leader=world.here.leader,
        asker_admin=asker,
        register=register,
        one_stop=_system(ministry.pk, "one-stop", "Hệ thống một cửa mẫu", asker, at),
        service=make_service(register, admin, at=at),
    )


def _system(organization_id: int, code: str, title: str, admin: Actor, at: datetime) -> Subsystem:
    join_network(organization_id=organization_id, node_url="", actor=admin, at=at)
    return add_system(organization_id=organization_id, code=code, title=title, actor=admin, at=at)
