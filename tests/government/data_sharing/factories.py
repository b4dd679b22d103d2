"""Two bodies in the network: a ministry that holds a register, a province that asks; all by real actions."""

from datetime import date, datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.models import (
    AccessRequest,
    Certificate,
    SharedService,
    Subsystem,
)
from nentang.government.data_sharing.rules.descriptions import Description
from nentang.government.data_sharing.rules.wishes import Field, Wish
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from tests.foundation.organizations.factories import make_unit
from tests.government.services.factories import make_officer

OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Xác nhận", "version": "1"},
    "paths": {"/": {"get": {"responses": {"200": {"description": "Có"}}}}},
}
FIELDS = (
    Field("name", "họ và tên", True),
    Field("born_on", "ngày sinh", True),
    Field("address.province", "tỉnh cư trú", True),
)


class Network(Frozen):
    """The two bodies with their people and systems."""

    holder: Organization
    asker: Organization
    holder_admin: Actor
    holder_leader: Actor
    asker_admin: Actor
    register: Subsystem
    one_stop: Subsystem
    service: SharedService


def make_network(*, at: datetime, sharing: Sharing = Sharing.SPECIAL) -> Network:
    """Both have joined, with a system each; the ministry offers one service."""
    holder = _body("Bộ Mẫu", "G30", OrganizationLevel.MINISTRY, OrganizationKind.MINISTRY, "", at)
    make_unit("96", "Tỉnh Thử Mẫu")
    asker = _body(
        "Ủy ban nhân dân tỉnh Mẫu",
        "H98",
        OrganizationLevel.PROVINCE,
        OrganizationKind.PEOPLES_COMMITTEE,
        "96",
        at,
    )
    admins = [make_officer(each, "administrator", at=at) for each in (holder, asker)]
    systems = [
        _system(body, code, title, admin, at)
        for body, code, title, admin in (
            (holder, "population", "Cơ sở dữ liệu dân cư mẫu", admins[0]),
            (asker, "one-stop", "Hệ thống một cửa tỉnh Mẫu", admins[1]),
        )
    ]
    return Network(
        holder=holder,
        asker=asker,
        holder_admin=admins[0],
        holder_leader=make_officer(holder, "leader", at=at),
        asker_admin=admins[1],
        register=systems[0],
        one_stop=systems[1],
        service=make_service(systems[0], admins[0], at=at, sharing=sharing),
    )


def make_service(
    system: Subsystem,
    actor: Actor,
    *,
    at: datetime,
    sharing: Sharing = Sharing.SPECIAL,
    code: str = "confirm.v1",
    title: str = "Xác nhận thông tin theo số định danh",
) -> SharedService:
    """A service that answers about one person."""
    return actions.publish_service(
        system=system,
        code=code,
        sharing=sharing,
        description=Description(
            title,
            "Cho biết họ tên của người có số định danh.",
            ("address.province",),
            subject="query:number",
        ),
        openapi=OPENAPI,
        fields=FIELDS,
        actor=actor,
        at=at,
    )


def wish(at: datetime, **changed: object) -> Wish:
    """What a careful officer asks for."""
    said: dict[str, object] = {
        "purpose": "dossier",
        "reason": "Điền sẵn họ tên vào tờ khai một cửa.",
        "legal_basis": "Nghị định 61/2018/NĐ-CP",
        "fields": ("name",),
        "rows": {},
        "valid_from": legal_day(at),
        "valid_to": date(at.year + 1, 12, 31),
    }
    return Wish(**(said | changed))  # type: ignore[arg-type]


def ask(network: Network, at: datetime, **changed: object) -> AccessRequest:
    """The province asks the ministry."""
    return actions.ask_access(
        service_id=network.service.pk,
        client=network.one_stop,
        wish=wish(at, **changed),
        actor=network.asker_admin,
        at=at,
    )


def request_pem(key: Ed25519PrivateKey) -> str:
    """A PKCS#10 request as openssl makes it."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, None)
    return request.public_bytes(Encoding.PEM).decode()


def certified(
    body: Organization, system: str, actor: Actor, at: datetime
) -> tuple[Certificate, Ed25519PrivateKey]:
    """A certificate for a fresh key."""
    key = Ed25519PrivateKey.generate()
    made = actions.issue_certificate(
        organization_id=body.pk,
        system_code=system,
        request_pem=request_pem(key),
        actor=actor,
        at=at,
    )
    return made, key


def _system(body: Organization, code: str, title: str, admin: Actor, at: datetime) -> Subsystem:
    actions.join_network(organization_id=body.pk, node_url="", actor=admin, at=at)
    return actions.add_system(organization_id=body.pk, code=code, title=title, actor=admin, at=at)


def _body(
    name: str,
    code: str,
    level: OrganizationLevel,
    kind: OrganizationKind,
    unit: str,
    at: datetime,
) -> Organization:
    return create_organization(
        name=name,
        code=code,
        kind=kind,
        level=level,
        unit_code=unit,
        parent_id=None,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
