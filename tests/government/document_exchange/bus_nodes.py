"""Three nodes of a bus on this machine: a cluster with TLS, accounts and everything on disk, as in production."""

import asyncio
import os
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import LazySettings

from nentang.config.axis.bus_ground import OPERATOR, accounts, open_streams
from nentang.government.document_exchange.adapters.bus import configured_bus, connect
from nentang.government.document_exchange.errors import OtherSideAway
from nentang.government.document_exchange.rules.bus import stream_of

NAMES = ("ben-a", "ben-b")
PASSWORDS = {OPERATOR: "operator-of-the-bus", "ben-a": "password-of-a", "ben-b": "password-of-b"}
NODES = 3
SECONDS_TO_TAKE = 3  # what was not confirmed comes again
MOST_BYTES = 256 * 1024**2


class Nodes:
    """Begun at once; each can be killed and begun again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authorities, self.pem = _certificates(folder)
        ports = _free_ports(2 * NODES)
        self.ports, self._routes = ports[:NODES], ports[NODES:]
        self._running: list[subprocess.Popen[bytes] | None] = [None] * NODES
        (folder / "accounts.conf").write_text(accounts(PASSWORDS))
        for number in range(NODES):
            (folder / f"{number}.conf").write_text(self._configuration(number))
            self.begin(number)
        for number in range(NODES):
            self._wait(number)

    @property
    def servers(self) -> str:
        """As the setting names them."""
        return ",".join(f"tls://127.0.0.1:{port}" for port in self.ports)

    def settings(self, name: str, servers: str = "") -> dict[str, str]:
        """Of an installation, or of the operator."""
        return {
            "NENTANG_AXIS_BUS": servers or self.servers,
            "NENTANG_AXIS_BUS_NAME": name,
            "NENTANG_AXIS_BUS_PASSWORD": PASSWORDS[name],
            "NENTANG_AXIS_BUS_AUTHORITIES": str(self.authorities),
        }

    def begin(self, number: int) -> None:
        """The node, with what it had on disk."""
        with (self.folder / f"{number}.log").open("ab") as log:
            self._running[number] = subprocess.Popen(
                ["nats-server", "-c", str(self.folder / f"{number}.conf")],
                stdout=log,
                stderr=log,
            )

    def kill(self, number: int) -> None:
        """SIGKILL, in the middle of whatever it does."""
        running = self._running[number]
        assert running
        running.kill()
        running.wait()
        self._running[number] = None

    def end(self) -> None:
        """All of them."""
        for number, running in enumerate(self._running):
            if running:
                self.kill(number)

    def open_streams(self, names: Sequence[str], most_bytes: int = MOST_BYTES) -> None:
        """As the operator, as soon as the nodes have found one another."""
        for _try in range(120):
            with suppress(OtherSideAway):
                open_streams(names, most_bytes=most_bytes, seconds_to_take=SECONDS_TO_TAKE)
                return
            time.sleep(0.5)
        raise AssertionError((self.folder / "0.log").read_text())

    def _wait(self, number: int) -> None:
        for _try in range(300):
            running = self._running[number]
            assert running
            assert running.poll() is None, (self.folder / f"{number}.log").read_text()
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", self.ports[number])) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError((self.folder / f"{number}.log").read_text())

    def _configuration(self, number: int) -> str:
        tls = f'cert_file: "{self.pem}", key_file: "{self.pem}", ca_file: "{self.authorities}"'
        routes = ", ".join(f'"nats-route://127.0.0.1:{port}"' for port in self._routes)
        return f"""server_name: node-{number}
listen: "127.0.0.1:{self.ports[number]}"
tls {{ {tls} }}
jetstream {{ store_dir: "{self.folder / str(number)}" }}
cluster {{
  name: axis
  listen: "127.0.0.1:{self._routes[number]}"
  routes: [{routes}]
  tls {{ {tls}, verify: true }}
}}
include "accounts.conf"
"""


def speak_as(nodes: Nodes, name: str, settings: LazySettings) -> None:
    """The settings of whoever is called so on the bus."""
    theirs = nodes.settings(name)
    settings.AXIS_BUS = theirs["NENTANG_AXIS_BUS"].split(",")
    settings.AXIS_BUS_NAME = name
    settings.AXIS_BUS_PASSWORD = theirs["NENTANG_AXIS_BUS_PASSWORD"]
    settings.AXIS_BUS_AUTHORITIES = theirs["NENTANG_AXIS_BUS_AUTHORITIES"]


def messages_on(names: Sequence[str]) -> int:
    """How many wait on the bus for these installations; asked by its operator."""

    async def count() -> int:
        bus = configured_bus()
        assert bus
        client = await connect(bus)
        try:
            manager = client.jetstream(timeout=10)
            infos = [await manager.stream_info(stream_of(name)) for name in names]
            return sum(info.state.messages for info in infos)
        finally:
            await client.close()

    return asyncio.run(count())


def _free_ports(count: int) -> list[int]:
    asked: list[Any] = [socket.socket() for _ in range(count)]
    for each in asked:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in asked]
    for each in asked:
        each.close()
    return ports


def _certificates(folder: Path) -> tuple[Path, Path]:
    """An authority, and a key with the certificate that the nodes share."""
    now = datetime.now(UTC)  # what speaks TLS reads the real clock
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name, name = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)]) for text in ("bus", "node")
    )

    def made(subject: x509.Name, public: Any, *, is_root: bool) -> x509.Certificate:
        alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(root_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=2))
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        )
        if not is_root:
            builder = builder.add_extension(alternative, critical=False)
        return builder.sign(root_key, hashes.SHA256())

    pem = serialization.Encoding.PEM
    authorities, own = folder / "authorities.pem", folder / "node.pem"
    root = made(root_name, root_key.public_key(), is_root=True)
    authorities.write_bytes(root.public_bytes(pem))
    own.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made(name, key.public_key(), is_root=False).public_bytes(pem)
    )
    os.chmod(own, 0o600)
    return authorities, own
