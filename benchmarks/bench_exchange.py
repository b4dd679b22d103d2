"""A signed, authorised, logged exchange against nginx proxy_pass, and against bare forwarding with bare cryptography.

All over mutual TLS with connections kept alive, to the same upstream (nginx that returns 150 bytes of JSON), each
served by one process whose CPU is counted; the caller's is not. The bare peer is one process, too: on the node's own
loop it forwards each call, checks one signature and makes one. Calls are signed, and connections open on both sides,
before a slice begins. Needs nginx (apt-get install nginx-light).
"""

import asyncio
import multiprocessing
import os
import shutil
import signal
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_urlsafe

import uvloop
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from msgspec.structs import replace

from benchmarks.harness import FULL, ROUNDS, conclude
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.configuration import Upstream, server_context
from nentang.government.data_sharing.node.incoming import Connection, Request
from nentang.government.data_sharing.node.keys import (
    checker_of,
    is_signed,
    sign,
    sign_batch,
    sign_one,
)
from nentang.government.data_sharing.node.node import Node, now_ms
from nentang.government.data_sharing.node.outgoing import Pool
from nentang.government.data_sharing.node.program import collect_seldom
from nentang.government.data_sharing.node.snapshot import GrantInfo
from tests.government.data_sharing.node.network import ASKER, CONFIRM, HOLDER, NUMBER, Network

CALLS = 20_000 if FULL else 3_000
CONNECTIONS = 1_000 if FULL else 64
BATCH = 64
JSON = '{"name":"Le Thi Mau","born_on":"1990-01-02","address":{"province":"01","line":"12 pho Mau"},"personal_number":"001190000017"}'
TARGET = f"/r1/{CONFIRM}?number={NUMBER}"
SETTLED_SECONDS = 0.3
NGINX = """
worker_processes 1; daemon off; pid {folder}/{name}.pid; error_log {folder}/{name}.err crit;
events {{ worker_connections 4096; }}
http {{
  access_log off; keepalive_requests 10000000; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {content}
}}
"""


class Served:
    """A process that listens, and what it has used."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid, self.port = pid, port

    def cpu(self) -> float:
        """Seconds of CPU so far, of the process that does the work: by its clock, for ticks of 10 ms are too coarse."""
        return time.clock_gettime(
            (~self.pid << 3) | 2
        )  # as clock_getcpuclockid(3) names it on Linux


def nginx(
    folder: Path, name: str, content: str, port: int
) -> tuple[subprocess.Popen[bytes], Served]:
    """One worker with that configuration."""
    file = folder / f"{name}.conf"
    file.write_text(NGINX.format(folder=folder, name=name, content=content))
    process = subprocess.Popen(
        ["nginx", "-c", str(file), "-p", str(folder)], stderr=subprocess.DEVNULL
    )
    for _ in range(100):
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        if children:
            return process, Served(int(children[0]), port)
        time.sleep(0.05)
    raise SystemExit("nginx does not start")


def in_process(
    main: Callable[[multiprocessing.Queue], None],
) -> tuple[multiprocessing.Process, Served]:
    """A process of ours; it says where it listens."""
    told: multiprocessing.Queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=main, args=(told,), daemon=True)
    process.start()
    return process, Served(process.pid or 0, told.get(timeout=20))


def node_main(
    network: Network, upstream: int, *, batches: bool, most: int = 4000
) -> Callable[..., None]:
    """The whole node."""

    def main(told: multiprocessing.Queue) -> None:
        async def run() -> None:
            services = {CONFIRM: Upstream(f"http://127.0.0.1:{upstream}")}
            folder = network.folder / f"log-{token_urlsafe(6)}"
            configuration = replace(
                network.configuration("G01", HOLDER, services=services),
                log=folder,
                signs_in_batches=batches,
                most_connections=most,
            )
            node = Node(configuration)
            await node.start()
            collect_seldom()
            told.put(node.ports()[0])
            await asyncio.Event().wait()

        uvloop.run(run())

    return main


def forward_main(
    network: Network, upstream: int, work: Callable[[], object]
) -> Callable[..., None]:
    """The same reading and writing of HTTP and TLS, that work for each call, and nothing else."""

    def main(told: multiprocessing.Queue) -> None:
        async def run() -> None:
            pool = Pool(f"http://127.0.0.1:{upstream}")

            async def handle(request: Request) -> None:
                work()
                answer = await pool.call(request.method, request.target, "", b"")
                request.connection.respond(answer.status, "", answer.body.taken())

            context = server_context(network.configuration("G01", HOLDER))
            open_now: set[Connection] = set()
            server = await asyncio.get_running_loop().create_server(
                lambda: Connection(handle, open_now, 4000),
                "127.0.0.1",
                0,
                ssl=context,
                backlog=1024,
            )
            collect_seldom()
            told.put(server.sockets[0].getsockname()[1])
            await asyncio.Event().wait()

        uvloop.run(run())

    return main


class Caller:
    """Connections kept open; each sends its next call when the answer is there."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.context = ssl.create_default_context(cafile=str(network.folder / "ca.pem"))
        self.context.check_hostname = False
        self.context.load_cert_chain(*network.holders[ASKER].files)

    def run(self, served: Served, calls: list[bytes], connections: int) -> float:
        """Microseconds of CPU of the serving process for each call; every answer must be 200."""
        return uvloop.run(self._run(served, calls, connections))

    async def _run(self, served: Served, calls: list[bytes], connections: int) -> float:
        wires = []
        for _ in range(connections):
            wires.append(await asyncio.open_connection("127.0.0.1", served.port, ssl=self.context))
        await asyncio.sleep(SETTLED_SECONDS)  # the other side looks at certificates after this one
        begun = served.cpu()
        left = iter(calls)

        async def work(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            for call in left:
                writer.write(call)
                head = await reader.readuntil(b"\r\n\r\n")
                assert head.startswith(b"HTTP/1.1 200"), head
                size = head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]
                await reader.readexactly(int(size))

        await asyncio.gather(*(work(*each) for each in wires))
        used = served.cpu() - begun
        for _, writer in wires:
            writer.close()
        await asyncio.sleep(0.05)
        return 1e6 * used / len(calls)

    def plain(self) -> list[bytes]:
        """Unsigned calls, with headers of the same size."""
        return [self._bytes(self._headers(), "x" * 88)] * CALLS

    def signed(self, calls: int = CALLS) -> list[bytes]:
        """Fresh calls, each with a signature of its own."""
        key = self.network.holders[ASKER].key
        made = []
        for _ in range(calls):
            headers = self._headers()
            made.append(self._bytes(headers, sign_one(key, self._statement(headers))))
        return made

    def batched(self) -> list[bytes]:
        """Fresh calls, signed sixty-four together."""
        key = self.network.holders[ASKER].key
        made: list[bytes] = []
        while len(made) < CALLS:
            headers = [self._headers() for _ in range(BATCH)]
            values = sign_batch(key, [self._statement(each) for each in headers])
            made += [self._bytes(*each) for each in zip(headers, values, strict=True)]
        return made[:CALLS]

    def _headers(self) -> dict[str, str]:
        return {
            say.CLIENT: ASKER,
            say.PURPOSE: "dossier",
            say.TIME: str(now_ms()),
            say.NONCE: token_urlsafe(18),
            say.DIGEST: say.digest_of(b""),
        }

    def _statement(self, headers: dict[str, str]) -> bytes:
        return say.request_statement("GET", TARGET, headers)

    def _bytes(self, headers: dict[str, str], signature: str) -> bytes:
        sent = headers | {
            say.KEY: self.network.holders[ASKER].fingerprint,
            say.SIGNATURE: signature,
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        return f"GET {TARGET} HTTP/1.1\r\nhost: x\r\n{lines}\r\n".encode()


def bare_crypto(network: Network) -> Callable[[], object]:
    """One verification and one signature with the keys of both sides."""
    asker, holder = network.holders[ASKER].key, network.holders[HOLDER].key
    message = os.urandom(400)
    signature, check = sign(asker, message), checker_of(asker.public_key())
    return lambda: is_signed(check, signature, message) and sign(holder, message)


def nothing() -> None:
    """Beside forwarding."""


def network_with(folder: Path, kind: str) -> Network:
    """Keys of that kind on both sides; a grant of two fields without a limit of calls."""
    folder.mkdir()
    network = Network(folder, at=datetime.now(UTC))
    if kind == "rsa":
        network.enrol(ASKER, key=rsa.generate_private_key(65537, 2048))
        network.enrol(HOLDER, key=ec.generate_private_key(ec.SECP256R1()))
    fields = ("name", "address.province")
    grant = GrantInfo("GR-1", ASKER, CONFIRM, "dossier", fields=fields, rate_per_minute=10**9)
    certificates = tuple(network.info(name) for name in network.holders)
    network.publish(grants=(grant,), certificates=certificates)
    return network


def measure(kind: str, upstream: int, proxy: Served, folder: Path) -> dict[str, list[float]]:
    """CPU of each way, in turns."""
    network = network_with(folder / kind, kind)
    caller = Caller(network)
    processes = [
        in_process(node_main(network, upstream, batches=False)),
        in_process(node_main(network, upstream, batches=True)),
        in_process(forward_main(network, upstream, nothing)),
        in_process(forward_main(network, upstream, bare_crypto(network))),
    ]
    one, many, forward, bare = (served for _, served in processes)
    known_to_nginx = Caller(NGINX_NETWORK[0])
    found: dict[str, list[float]] = {
        name: [] for name in ("nginx", "forward", "bare", "one", "batch")
    }
    for number in range(ROUNDS + 1):
        slices = {
            "nginx": known_to_nginx.run(proxy, known_to_nginx.plain(), CONNECTIONS),
            "forward": caller.run(forward, caller.plain(), CONNECTIONS),
            "bare": caller.run(bare, caller.plain(), CONNECTIONS),
            "one": caller.run(one, caller.signed(), CONNECTIONS),
            "batch": caller.run(many, caller.batched(), CONNECTIONS),
        }
        if number:  # the first warms up
            for name, value in slices.items():
                found[name].append(value)
    for process, _ in processes:
        process.kill()
    return found


NGINX_NETWORK: list[Network] = []


def main() -> None:
    """Both kinds of keys; the goals are held by the better one, the other is told."""
    if not shutil.which("nginx"):
        sys.exit("nginx is missing: apt-get install nginx-light")
    folder = Path(tempfile.mkdtemp(prefix="bench-exchange-"))
    os.chmod(folder, 0o755)
    network = network_with(folder / "front", "rsa")
    NGINX_NETWORK.append(network)
    certificate, key = network.holders["G01"].files
    upstream = "server {{ listen 127.0.0.1:18090 backlog=4096; location / {{ default_type application/json; return 200 '{0}'; }} }}"
    front = f"""
      upstream data {{ server 127.0.0.1:18090; keepalive 512; }}
      server {{ listen 127.0.0.1:18443 ssl backlog=4096; ssl_certificate {certificate}; ssl_certificate_key {key};
        ssl_client_certificate {folder}/front/ca.pem; ssl_verify_client on; ssl_protocols TLSv1.3;
        location / {{ proxy_pass http://data; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}"""
    servers = [
        nginx(folder, "upstream", upstream.format(JSON), 18090),
        nginx(folder, "front", front, 18443),
    ]
    try:
        for kind in ("ed25519", "rsa"):
            report(kind, measure(kind, 18090, servers[1][1], folder))
    finally:
        for process, _ in servers:
            process.send_signal(signal.SIGTERM)
        shutil.rmtree(folder, ignore_errors=True)


def report(kind: str, found: dict[str, list[float]]) -> None:
    """Medians of ratios of the same round."""
    middle = {name: statistics.median(values) for name, values in found.items()}
    keys = "Ed25519 both" if kind == "ed25519" else "caller RSA-2048, node P-256"
    print(
        f"{keys}, {CONNECTIONS} connections, {CALLS} calls a slice, {ROUNDS} rounds; µs of CPU each:"
    )
    print("  " + ", ".join(f"{name} {value:.0f}" for name, value in middle.items()))
    for name, top, below, goal in (
        ("nginx", "nginx", "one", 0.12),
        ("bare", "bare", "one", 0.8),
        ("batch", "nginx", "batch", 0.25),
    ):
        ratios = [above / of for above, of in zip(found[top], found[below], strict=True)]
        print(f"  {top} to {below}: {min(ratios):.3f} … {max(ratios):.3f}")
        conclude(f"exchange_{name}_{kind}", statistics.median(ratios), goal, better="higher")


if __name__ == "__main__":
    main()
