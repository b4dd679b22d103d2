"""Bodies share data: a partner calls a service about Lê Thị Mẫu through two real nodes, and a request waits for the visitor."""

import asyncio
import json
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import uvloop
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.casework.public import cases_of_person
from nentang.foundation.identity.public import Person
from nentang.foundation.organizations.public import organization_by_code, organization_for
from nentang.foundation.registers.public import RECORDS
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.adapters.network_keys import authority, snapshot_file
from nentang.government.data_sharing.adapters.node_tokens import node_token
from nentang.government.data_sharing.enums import Sharing
from nentang.government.data_sharing.models import SharedService, Subsystem
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.authority import key_pem_of, pem_of, write_secret
from nentang.government.data_sharing.node.configuration import Configuration, OwnSystem, Upstream
from nentang.government.data_sharing.node.node import Node
from nentang.government.data_sharing.rules.descriptions import Description
from nentang.government.data_sharing.rules.wishes import Field, Wish
from nentang.kernel.clock import legal_day

from .bodies import BEN_TRE, MINISTRY_OF_JUSTICE, NINH_BINH, NINH_BINH_CODE, office_code

INSURANCE = office_code(NINH_BINH_CODE, 52)
TOKEN = "demo"  # noqa: S105 - both nodes live for one call on this machine
SHOWN = 5
OPENAPI = {
    "openapi": "3.1.0",
    "info": {"title": "Trạng thái hồ sơ một cửa", "version": "1"},
    "paths": {
        "/": {
            "get": {
                "parameters": [{"name": "number", "in": "query", "schema": {"type": "string"}}],
                "responses": {"200": {"description": "Hồ sơ của người có số định danh"}},
            }
        }
    },
}
NODE_FILE = """member = "{member}"
listen = "127.0.0.1:8443"
watch = "127.0.0.1:8445"
snapshot = "../snapshot"
authority = "../keys/snapshot.pub.pem"
ca = "ca.pem"
certificate = "{member}-node.pem"
key = "{member}-node.key"
log = "../log"

[systems."{system}"]
certificate = "{member}-{code}.pem"
key = "{member}-{code}.key"

[services."{service}"]
url = "{base}/api/v1/register-answers/{service}"
headers = {{ authorization = "Bearer {token}" }}
"""
FIELDS = (
    Field("code", "mã hồ sơ", True),
    Field("title", "thủ tục", True),
    Field("state", "trạng thái", True),
)


def play_sharing(*, police_id: int, until: datetime) -> None:
    """Ninh Bình and the police of Yên Hoà answer the social insurance; the Ministry of Justice waits for Bến Tre."""
    at = until - timedelta(days=1)
    day = legal_day(at)
    holder, asker = organization_for(NINH_BINH, day).id, organization_by_code(INSURANCE, day).id
    one_stop = _joined(holder, "one-stop", "Hệ thống một cửa tỉnh Ninh Bình", "ninhbinh", at)
    insurance = _joined(asker, "insurance", "Hệ thống bảo hiểm xã hội", "baohiem", at)
    service = _offered(one_stop, Sharing.DEFAULT, at)
    actions.ask_access(
        service_id=service.pk,
        client=insurance,
        wish=_wish(("code", "state"), "Cấp thẻ bảo hiểm y tế cho trẻ.", day),
        actor=_administrator(asker),
        at=at,
    )
    _exchange(service, insurance, _mother(), until - timedelta(hours=1))
    _offer_registers(insurance, police_id, until)
    _wait_for_visitor(at)


def _offer_registers(client: Subsystem, police_id: int, until: datetime) -> None:
    """Who somebody is, asked once about the mother; the node of the police can be started from its file."""
    at = until - timedelta(days=1)
    system = _joined(police_id, "population", "Cơ sở dữ liệu dân cư xã Yên Hoà", "congan", at)
    service = actions.offer_register(
        system=system,
        register="population",
        service="confirm.v1",
        sharing=Sharing.DEFAULT,
        actor=_administrator(police_id),
        at=at,
    )
    fields = ("matches", "identity.full_name", "identity.sex", "life.state")
    actions.ask_access(
        service_id=service.pk,
        client=client,
        wish=_wish(fields, "Đối chiếu người được cấp thẻ bảo hiểm y tế.", legal_day(at)),
        actor=_administrator(client.member.organization_id),
        at=at,
    )
    _ask_register(service, client, _mother(), until - timedelta(minutes=30))
    _write_node_file(service)


def _write_node_file(service: SharedService) -> None:
    """`node.toml` beside the keys that the call was made with."""
    member, system = service.subsystem.member.code, service.subsystem
    text = NODE_FILE.format(
        member=member,
        system=system.address,
        code=system.code,
        service=service.address,
        base=settings.BASE_URL,
        token=node_token(system.address),
    )
    write_secret(settings.EXCHANGE_FOLDER / "demo" / "node.toml", text.encode())


def _wait_for_visitor(at: datetime) -> None:
    day = legal_day(at)
    ministry = organization_by_code(MINISTRY_OF_JUSTICE, day).id
    ben_tre = organization_for(BEN_TRE, day).id
    system = _joined(ben_tre, "one-stop", "Hệ thống một cửa tỉnh Bến Tre", "bentre", at)
    client = _joined(ministry, "civil-status", "Hệ thống hộ tịch điện tử", "botuphap", at)
    service = _offered(system, Sharing.SPECIAL, at)
    actions.ask_access(
        service_id=service.pk,
        client=client,
        wish=_wish(("code", "title", "state"), "Theo dõi hồ sơ hộ tịch trễ hẹn.", day),
        actor=_administrator(ministry),
        at=at,
    )


def _joined(body: int, code: str, title: str, node: str, at: datetime) -> Subsystem:
    admin = _administrator(body)
    actions.join_network(
        organization_id=body, node_url=f"https://nut.{node}.example.vn", actor=admin, at=at
    )
    return actions.add_system(organization_id=body, code=code, title=title, actor=admin, at=at)


def _offered(system: Subsystem, sharing: Sharing, at: datetime) -> SharedService:
    return actions.publish_service(
        system=system,
        code="states.v1",
        sharing=sharing,
        description=Description(
            "Trạng thái hồ sơ một cửa theo số định danh",
            "Hồ sơ của một người đang ở bước nào, cập nhật ngay khi chuyển bước.",
            subject="query:number",
        ),
        openapi=OPENAPI,
        fields=FIELDS,
        actor=_administrator(system.member.organization_id),
        at=at,
    )


def _wish(fields: tuple[str, ...], reason: str, day: date) -> Wish:
    return Wish(
        purpose="dossier",
        reason=reason,
        legal_basis="Nghị định 47/2020/NĐ-CP",
        fields=fields,
        rows={},
        valid_from=day,
        valid_to=date(day.year + 2, 1, 1),
    )


def _administrator(body: int) -> Actor:
    return Actor(
        kind=ActorKind.SYSTEM,
        name="Quản trị thử nghiệm",
        roles=(Role("administrator", body),),
    )


def _mother() -> Person:
    return Person.objects.filter(full_name="Lê Thị Mẫu").order_by("pk")[0]


def _exchange(service: SharedService, client: Subsystem, mother: Person, at: datetime) -> None:
    """One call through both nodes; what they logged is taken into the audit."""
    cases = cases_of_person(mother.pk)[:SHOWN]
    rows = [{"code": each.code, "title": each.title, "state": each.state} for each in cases]
    body = json.dumps(rows).encode()
    query = f"number={mother.personal_number}"
    _through_nodes(service, client, query, body, at)


def _ask_register(service: SharedService, client: Subsystem, mother: Person, at: datetime) -> None:
    """What the register says to the grant goes through the two nodes."""
    born = mother.birth_on.isoformat() if mother.birth_on else ""
    said = {"number": mother.personal_number or "", "full_name": mother.full_name, "birth_on": born}
    grant = service.grants.get(client=client)
    brought = actions.Brought(
        service=service.address,
        token=node_token(service.subsystem.address),
        client=client.address,
        purpose=grant.purpose,
        grant=grant.code,
        said={name: [value] for name, value in said.items()},
    )
    told = {RECORDS: actions.answer_for_register(brought=brought, at=at)}
    _through_nodes(service, client, urlencode(said), json.dumps(told).encode(), at)


def _through_nodes(
    service: SharedService, client: Subsystem, query: str, body: bytes, at: datetime
) -> None:
    folder: Path = settings.EXCHANGE_FOLDER / "demo"
    provider = _configuration(service.subsystem, folder, settings.EXCHANGE_FOLDER / "log", at)
    asking = _configuration(client, folder, folder / "log-partner", at)
    actions.refresh_snapshot(at=at)
    uvloop.run(_call(provider, asking, body, f"/r1/{service.address}?{query}", at))
    actions.take_exchanges(folder=settings.EXCHANGE_FOLDER / "log", at=at)


async def _call(
    provider: Configuration, asking: Configuration, body: bytes, target: str, at: datetime
) -> None:
    async def register(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
        writer.write(f"{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        writer.close()

    server = await asyncio.start_server(register, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    provider.services[target.partition("?")[0].removeprefix("/r1/")] = Upstream(url)
    nodes = [Node(each, now=lambda: int(at.timestamp() * 1000)) for each in (provider, asking)]
    for node in nodes:
        await node.start()
    nodes[1].desk.present().nodes = {provider.member: f"https://127.0.0.1:{nodes[0].ports()[0]}"}
    await asyncio.to_thread(_ask, nodes[1].ports()[1], next(iter(asking.systems)), target)
    for node in reversed(nodes):
        await node.stop()
    server.close()


def _ask(port: int, client: str, target: str) -> None:
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        say.CLIENT: client,
        say.PURPOSE: "dossier",
        say.MATTER: "BHYT-2020-0001",
    }
    asked = Request(f"http://127.0.0.1:{port}{target}", headers=headers)
    with urlopen(asked, timeout=20) as answer:  # noqa: S310 - ourselves
        answer.read()


def _configuration(system: Subsystem, folder: Path, log: Path, at: datetime) -> Configuration:
    member = system.member
    node, own = (
        _certified(member.organization_id, code, folder / f"{member.code}-{code or 'node'}", at)
        for code in ("", system.code)
    )
    ca = folder / "ca.pem"
    ca.write_bytes(pem_of(authority(at=at).certificate))
    return Configuration(
        member=member.code,
        listen="127.0.0.1:0",
        local="127.0.0.1:0",
        snapshot=str(snapshot_file()),
        authority=settings.EXCHANGE_FOLDER / "keys" / "snapshot.pub.pem",
        ca=ca,
        certificate=node[0],
        key=node[1],
        log=log,
        systems={system.address: OwnSystem(*own, token=TOKEN)},
        services={},
    )


def _certified(body: int, code: str, file: Path, at: datetime) -> tuple[Path, Path]:
    key = Ed25519PrivateKey.generate()
    request = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([])).sign(key, None)
    made = actions.issue_certificate(
        organization_id=body,
        system_code=code,
        request_pem=request.public_bytes(Encoding.PEM).decode(),
        actor=_administrator(body),
        at=at,
    )
    pem, secret = (file.with_name(f"{file.name}.{kind}") for kind in ("pem", "key"))
    write_secret(secret, key_pem_of(key))
    pem.write_text(made.pem)
    return pem, secret
