"""A call over the network is seen by the person it was about: node, log, worker, audit, page."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvloop
from django.conf import settings
from msgspec.structs import replace
from pytest_django import Settings

from nentang.foundation.audit.public import looks_at_person, verify
from nentang.foundation.facts.public import fact_rows
from nentang.foundation.identity.public import Person
from nentang.government.data_sharing import actions, tasks
from nentang.government.data_sharing.adapters.network_keys import authority, snapshot_file
from nentang.government.data_sharing.errors import ExchangeLogBroken
from nentang.government.data_sharing.models import NodeLog, Traffic
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.authority import key_pem_of, pem_of, write_secret
from nentang.government.data_sharing.node.chain import handed_files, read_lines
from nentang.government.data_sharing.node.configuration import Configuration, OwnSystem, Upstream
from nentang.government.data_sharing.node.node import Node
from nentang.kernel import clock
from tests.foundation.identity.factories import make_person
from tests.government.data_sharing.factories import Network, ask, certified, make_network
from tests.government.data_sharing.node.network import call

pytestmark = pytest.mark.django_db


@pytest.fixture
def now(settings: Settings, tmp_path: Path) -> datetime:
    """Nodes live in real time."""
    clock.use(None)
    settings.EXCHANGE_FOLDER = tmp_path / "exchange"
    settings.EXCHANGE_LOGS = [str(tmp_path / "log-holder"), str(tmp_path / "log-asker")]
    return datetime.now(UTC) - timedelta(seconds=1)


@pytest.fixture
def network(now: datetime) -> Network:
    return make_network(at=now)


def configured(network: Network, folder: Path, at: datetime) -> tuple[Configuration, Configuration]:
    """Both nodes with certificates from the network's authority."""
    holder = _node(network, folder, at, name="holder")
    asker = _node(network, folder, at, name="asker")
    actions.refresh_snapshot(at=at)
    return Configuration(**holder), Configuration(**asker)


def _node(network: Network, folder: Path, at: datetime, *, name: str) -> dict[str, object]:
    body, admin, system = (
        (network.holder, network.holder_admin, network.register)
        if name == "holder"
        else (network.asker, network.asker_admin, network.one_stop)
    )
    files = {}
    for what, code in (("node", ""), ("system", system.code)):
        made, key = certified(body, code, admin, at)
        pem, secret = folder / f"{name}-{what}.pem", folder / f"{name}-{what}.key"
        pem.write_text(made.pem)
        write_secret(secret, key_pem_of(key))
        files[what] = (pem, secret)
    ca = folder / "ca.pem"
    ca.write_bytes(pem_of(authority(at=at).certificate))
    return {
        "member": system.member.code,
        "listen": "127.0.0.1:0",
        "local": "127.0.0.1:0",
        "snapshot": str(snapshot_file()),
        "authority": settings.EXCHANGE_FOLDER / "keys" / "snapshot.pub.pem",
        "ca": ca,
        "certificate": files["node"][0],
        "key": files["node"][1],
        "log": folder / f"log-{name}",
        "systems": {system.address: OwnSystem(*files["system"], token="secret")},
    }


def exchanged(network: Network, folder: Path, at: datetime, numbers: list[str]) -> list[int]:
    """One call for each number through both nodes; the statuses."""
    statuses: list[int] = []
    for_holder, for_asker = configured(network, folder, at)

    async def run() -> None:
        async def register(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            while not reader.at_eof() and await reader.readuntil(b"\r\n\r\n"):
                body = json.dumps({"name": "Lê Thị Mẫu", "born_on": "1990-01-01"}).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
                    b"content-length: %d\r\n\r\n%b" % (len(body), body)
                )

        server = await asyncio.start_server(register, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        services = {network.service.address: Upstream(url)}
        holder, asker = Node(replace(for_holder, services=services)), Node(for_asker)
        await holder.start()
        await asker.start()
        port = holder.ports()[0]
        asker.desk.present().nodes = {network.register.member.code: f"https://127.0.0.1:{port}"}
        for number in numbers:
            reply = await call(
                asker.ports()[1],
                target=f"/r1/{network.service.address}?number={number}",
                headers={
                    "authorization": "Bearer secret",
                    say.CLIENT: network.one_stop.address,
                    say.PURPOSE: "dossier",
                },
            )
            statuses.append(reply.status)
        await asker.stop()
        await holder.stop()
        server.close()

    uvloop.run(run())
    return statuses


@pytest.fixture
def granted(network: Network, now: datetime) -> Network:
    request = ask(network, now)
    actions.grant_access(code=request.code, answer="", actor=network.holder_leader, at=now)
    return network


def taken(folder: Path, at: datetime) -> int:
    return sum(
        actions.take_exchanges(folder=folder / name, at=at) for name in ("log-holder", "log-asker")
    )


def test_the_person_sees_who_asked_why_and_by_which_act(
    granted: Network, now: datetime, tmp_path: Path
) -> None:
    person: Person = make_person(at=now)

    assert exchanged(granted, tmp_path, now, [person.personal_number, "001187999999"]) == [200, 200]
    assert taken(tmp_path, now) == 4

    (look,) = looks_at_person(person.pk)
    assert look.name == "Hệ thống một cửa tỉnh Mẫu"
    assert look.organization == "Ủy ban nhân dân tỉnh Mẫu"
    assert look.fields == ("họ và tên",)
    assert look.purpose == "Giải quyết thủ tục hành chính"
    assert look.legal_basis == "Nghị định 61/2018/NĐ-CP"
    assert verify().holds
    assert not handed_files(tmp_path / "log-holder")  # and with them the numbers


def test_exchanges_are_taken_once_and_counted(
    granted: Network, now: datetime, tmp_path: Path
) -> None:
    person = make_person(at=now)
    exchanged(granted, tmp_path, now, [person.personal_number, "123"])
    copies = {file: file.read_bytes() for file in handed_files(tmp_path / "log-holder")}

    taken(tmp_path, now)
    for file, data in copies.items():
        file.write_bytes(data)  # as if the worker had died before it removed the file
    assert taken(tmp_path, now) == 0

    assert len(looks_at_person(person.pk)) == 1
    traffic = Traffic.objects.get()
    assert (traffic.calls, traffic.refused) == (1, 0)  # the other was refused by its own node
    assert [fact.payload["succeeded"] for fact in fact_rows("data_sharing.exchange_made")] == [True]


def test_the_worker_takes_what_nodes_handed_over(
    granted: Network, now: datetime, tmp_path: Path
) -> None:
    person = make_person(at=now)
    exchanged(granted, tmp_path, now, [person.personal_number])
    (tmp_path / "log-holder").rename(tmp_path / "moved")
    settings.EXCHANGE_LOGS = [str(tmp_path / "moved"), str(tmp_path / "none")]

    tasks._take(at=now)

    assert len(looks_at_person(person.pk)) == 1


def test_a_log_with_a_gap_is_not_taken(granted: Network, now: datetime, tmp_path: Path) -> None:
    person = make_person(at=now)
    exchanged(granted, tmp_path, now, [person.personal_number] * 2)
    (file,) = handed_files(tmp_path / "log-holder")
    file.write_bytes(b"\n".join(file.read_bytes().splitlines()[1:]))

    with pytest.raises(ExchangeLogBroken):
        actions.take_exchanges(folder=tmp_path / "log-holder", at=now)

    assert not looks_at_person(person.pk)
    assert not NodeLog.objects.exists()


def test_a_grant_that_ended_ends_with_the_next_snapshot(
    granted: Network, now: datetime, tmp_path: Path
) -> None:
    actions.refresh_snapshot(at=now)
    assert not actions.refresh_snapshot(at=now + timedelta(seconds=2))
    actions.end_access(
        code=granted.one_stop.grants.get().code,
        reason="Hết nhu cầu",
        actor=granted.asker_admin,
        at=now,
    )

    assert actions.refresh_snapshot(at=now + timedelta(seconds=2))
    assert actions.refresh_snapshot(at=now + timedelta(minutes=6))
    assert exchanged(granted, tmp_path, now, ["001187000001"]) == [403]


def test_without_a_network_nothing_is_written(now: datetime) -> None:
    assert not actions.refresh_snapshot(at=now)
    assert not settings.EXCHANGE_FOLDER.exists()


def test_every_line_of_the_log_holds(granted: Network, now: datetime, tmp_path: Path) -> None:
    exchanged(granted, tmp_path, now, ["001187000001"] * 3)

    assert len(list(read_lines(tmp_path / "log-holder"))) == 3
