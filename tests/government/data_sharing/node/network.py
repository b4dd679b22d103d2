"""A small network over real TLS: two bodies with a node each, a register behind one, a system that signs by itself."""

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

import uvloop
from cryptography import x509
from msgspec.structs import replace

from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.authority import (
    Authority,
    issue_certificate,
    key_pem_of,
    new_authority,
    new_key,
    pem_of,
    public_pem_of,
    write_secret,
)
from nentang.government.data_sharing.node.configuration import Configuration, OwnSystem, Upstream
from nentang.government.data_sharing.node.keys import PrivateKey, fingerprint_of, sign_one
from nentang.government.data_sharing.node.node import Node, now_ms
from nentang.government.data_sharing.node.snapshot import (
    CertificateInfo,
    Content,
    GrantInfo,
    ServiceInfo,
    seal_snapshot,
    write_whole,
)

ASKER, HOLDER = "H29/one-stop", "G01/population"
CONFIRM, PEOPLE, FILES = f"{HOLDER}/confirm.v1", f"{HOLDER}/people.v1", f"{HOLDER}/files.v1"
NUMBER = "001190000017"
PERSON = {
    "personal_number": NUMBER,
    "name": "Lê Thị Mẫu",
    "born_on": "1990-01-02",
    "address": {"province": "01", "line": "12 phố Mẫu"},
}
LONG = 3 * 1024 * 1024


@dataclass
class Holder:
    """A certificate with its key, and where their files are."""

    certificate: x509.Certificate
    key: PrivateKey
    files: tuple[Path, Path]

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.certificate)


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        return str(json.loads(self.body).get("code", ""))


@dataclass
class Network:
    """Everything in one folder; change `content` and `publish()` to change who may what."""

    folder: Path
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    asked: list[dict[str, Any]] = field(default_factory=list)
    overrides: dict[str, Any] = field(default_factory=dict)
    seconds: float = 60.0

    def __post_init__(self) -> None:
        self.root: Authority = new_authority("Test root", at=self.at - timedelta(days=30))
        self.signer = new_key()
        self.file("ca.pem", pem_of(self.root.certificate))
        self.file("authority.pem", public_pem_of(self.signer.public_key()))
        self.holders: dict[str, Holder] = {}
        for name in (ASKER, HOLDER, "H29", "G01"):
            self.enrol(name)
        self.content = Content(
            number=1,
            made_at_ms=now_ms(),
            nodes={},
            clients=(ASKER, HOLDER),
            certificates=tuple(self.info(name) for name in self.holders),
            services=(
                ServiceInfo(CONFIRM, "G01", subject="query:number"),
                ServiceInfo(
                    PEOPLE,
                    "G01",
                    methods=("POST",),
                    rows_at="items",
                    envelope=("next",),
                    subject="body:numbers",
                ),
                ServiceInfo(FILES, "G01", methods=("GET", "POST")),
            ),
            grants=(
                GrantInfo("GR-1", ASKER, CONFIRM, "dossier", fields=("name", "address.province")),
                GrantInfo(
                    "GR-2",
                    ASKER,
                    PEOPLE,
                    "dossier",
                    fields=("name",),
                    rows={"address.province": ("01",)},
                ),
                GrantInfo("GR-3", ASKER, FILES, "dossier"),
            ),
        )

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        write_secret(path, data)
        return path

    def enrol(self, name: str, *, key: PrivateKey | None = None, **days: int) -> Holder:
        key = key or new_key()
        certificate = issue_certificate(
            self.root,
            name,
            key.public_key(),
            at=self.at + timedelta(days=days.get("from_days", -1)),
            until=self.at + timedelta(days=days.get("to_days", 365)),
        )
        stem = name.replace("/", "-")
        files = (
            self.file(f"{stem}.pem", pem_of(certificate)),
            self.file(f"{stem}.key", key_pem_of(key)),
        )
        self.holders[name] = Holder(certificate, key, files)
        return self.holders[name]

    def info(self, name: str, *, revoked: bool = False) -> CertificateInfo:
        certificate = self.holders[name].certificate
        return CertificateInfo(
            fingerprint=fingerprint_of(certificate),
            member=name.partition("/")[0],
            subsystem=name if "/" in name else "",
            pem=pem_of(certificate).decode(),
            not_before_ms=int(certificate.not_valid_before_utc.timestamp() * 1000),
            not_after_ms=int(certificate.not_valid_after_utc.timestamp() * 1000),
            is_revoked=revoked,
        )

    def publish(self, **changes: Any) -> None:
        changes.setdefault("made_at_ms", now_ms())
        self.content = replace(self.content, number=self.content.number + 1, **changes)
        write_whole(self.folder / "snapshot", seal_snapshot(self.content, self.signer))

    def configuration(self, member: str, system: str, **more: Any) -> Configuration:
        certificate, key = self.holders[member].files
        own = self.holders[system].files
        return Configuration(
            member=member,
            listen="127.0.0.1:0",
            local="127.0.0.1:0",
            watch="127.0.0.1:0",
            snapshot=str(self.folder / "snapshot"),
            authority=self.folder / "authority.pem",
            ca=self.folder / "ca.pem",
            certificate=certificate,
            key=key,
            log=self.folder / f"log-{member}",
            systems={system: OwnSystem(*own, token=f"token-{member}")},
            **{**more, **self.overrides},
        )

    def run(self, test: "Callable[[Running], Awaitable[None]]") -> None:
        """Start everything, run the test, stop everything: what was logged is on the disk then."""

        async def run() -> None:
            running = await self.open()
            try:
                await test(running)
            finally:
                await running.close()

        uvloop.run(run())

    async def open(self) -> "Running":
        register = await asyncio.start_server(self._register, "127.0.0.1", 0)
        port = register.sockets[0].getsockname()[1]
        services = {
            name: Upstream(
                f"http://127.0.0.1:{port}/{name.split('/')[-1].split('.')[0]}", seconds=5
            )
            for name in (CONFIRM, PEOPLE, FILES)
        }
        self.publish()
        holder = Node(self.configuration("G01", HOLDER, services=services))
        await holder.start()
        self.publish(nodes={"G01": f"https://127.0.0.1:{holder.ports()[0]}"})
        asker = Node(self.configuration("H29", ASKER))
        await asker.start()
        return Running(self, holder, asker, register)

    async def _register(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The system that holds the data: HTTP by hand, so that odd answers can be given too."""
        try:
            while (head := await _head_of(reader)) is not None:
                method, target, headers = head
                body = await _body_of(reader, headers)
                self.asked.append({"method": method, "target": target, "body": body} | headers)
                if "/slow" in target:
                    await asyncio.sleep(5)
                writer.write(_answered(target, body))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


@dataclass
class Running:
    """The network while it is up."""

    network: Network
    holder: Node
    asker: Node
    register: asyncio.Server

    async def close(self) -> None:
        await self.asker.stop()
        await self.holder.stop()
        self.register.close()

    async def ask(self, service: str, rest: str = "", **more: Any) -> Reply:
        """As a system of H29 asks through its own node."""
        port = self.asker.ports()[1]
        headers = {
            "authorization": "Bearer token-H29",
            say.CLIENT: ASKER,
            say.PURPOSE: "dossier",
            say.MATTER: "H29.1-201207-0001",
        } | more.pop("headers", {})
        return await call(port, target=f"/r1/{service}{rest}", headers=headers, **more)

    def signed(
        self,
        target: str,
        *,
        method: str = "GET",
        body: bytes = b"",
        by: str = ASKER,
        **changed: str,
    ) -> dict[str, str]:
        """Headers of a call that its system signs by itself; `changed` before signing."""
        holder = self.network.holders[by]
        headers = {
            say.CLIENT: ASKER,
            say.PURPOSE: "dossier",
            say.TIME: str(now_ms()),
            say.NONCE: token_urlsafe(18),
            say.DIGEST: say.digest_of(body),
        } | {f"exchange-{name}": value for name, value in changed.items()}
        statement = say.request_statement(method, target, headers)
        return headers | {
            say.KEY: holder.fingerprint,
            say.SIGNATURE: sign_one(holder.key, statement),
        }

    async def direct(
        self, target: str, headers: dict[str, str], *, connected_as: str = ASKER, **more: Any
    ) -> Reply:
        """Straight to the provider's node over mutual TLS."""
        context = self.tls(connected_as)
        return await call(
            self.holder.ports()[0], target=target, headers=headers, context=context, **more
        )

    def tls(self, name: str) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=str(self.network.folder / "ca.pem"))
        context.check_hostname = False
        if name:
            context.load_cert_chain(*self.network.holders[name].files)
        return context


def with_network(
    folder: Path, test: Callable[[Running], Awaitable[None]], **overrides: Any
) -> Network:
    """Run the test in a network of its own; what was logged is on the disk afterwards."""
    network = Network(folder, overrides=overrides)
    network.run(test)
    return network


async def call(
    port: int,
    *,
    target: str,
    headers: dict[str, str],
    method: str = "GET",
    body: bytes = b"",
    context: ssl.SSLContext | None = None,
) -> Reply:
    """One request on a connection of its own."""
    head = f"{method} {target} HTTP/1.1\r\nhost: 127.0.0.1\r\n"
    sent = {"content-length": str(len(body))} if body else {}
    sent |= headers
    head += "".join(f"{name}: {value}\r\n" for name, value in sent.items())
    return await raw(port, head.encode() + b"\r\n" + body, context=context)


async def raw(port: int, data: bytes, *, context: ssl.SSLContext | None = None) -> Reply:
    """Bytes as they are, and what comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    try:
        writer.write(data)
        await writer.drain()
        return await read_reply(reader)
    finally:
        writer.close()


async def read_reply(reader: asyncio.StreamReader) -> Reply:
    """The next answer on a connection."""
    first = (await asyncio.wait_for(reader.readuntil(b"\r\n"), 20)).decode("latin-1")
    headers: dict[str, str] = {}
    await _read_headers(reader, headers)
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await _read_headers(reader, headers)
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Reply(int(first.split()[1]), headers, body)


async def _read_headers(reader: asyncio.StreamReader, into: dict[str, str]) -> None:
    while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
        name, _, value = line.decode("latin-1").partition(":")
        into[name.strip().lower()] = value.strip()


async def _head_of(
    reader: asyncio.StreamReader,
) -> tuple[str, str, dict[str, str]] | None:
    try:
        first = (await reader.readuntil(b"\r\n")).decode().split()
    except asyncio.IncompleteReadError:
        return None
    headers: dict[str, str] = {}
    await _read_headers(reader, headers)
    return first[0], first[1], headers


async def _body_of(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
        return body
    return await reader.readexactly(int(headers.get("content-length", "0")))


def _answered(target: str, body: bytes) -> bytes:
    if target.startswith("/files"):
        data = b"x" * LONG if "/long" in target else str(len(body)).encode()
        return _response(data, "application/octet-stream")
    if target.startswith("/people"):
        there = {**PERSON, "address": {"province": "79"}, "name": "Bùi Văn Thử"}
        page = {"items": [PERSON, there], "next": None, "note": "nội bộ"}
        return _response(json.dumps(page).encode(), "application/json")
    if "/broken" in target:
        return _response(b"{not json", "application/json")
    return _response(json.dumps(PERSON).encode(), "application/json")


def _response(body: bytes, kind: str) -> bytes:
    return (
        f"HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n".encode()
        + body
    )
