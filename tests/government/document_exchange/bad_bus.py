"""A way to the nodes of a bus on which frames are lost, doubled, late, reordered and damaged.

It stands between an installation and the nodes, ends the TLS of both, and reads the protocol of NATS. Damaged are
only messages, answers and questions of the axis; what the bus itself says is lost, doubled or late like the rest.
"""

import asyncio
import json
import logging
import ssl
import threading
from collections import Counter
from collections.abc import Callable
from random import Random

from .bus_nodes import Nodes

FAULTS = ("lost", "doubled", "late", "damaged")
CARRIES = (b"PUB", b"HPUB", b"MSG", b"HMSG")


class BadBus:
    """One door for each node; of a share of the frames it makes a mess."""

    def __init__(self, nodes: Nodes, *, share: float, seed: int) -> None:
        self.share = share
        self.happened: Counter[str] = Counter()
        self._then: dict[int, Callable[[], None]] = {}
        self._seen = 0
        self._dice = Random(seed)
        self._nodes = nodes
        self._ports: list[int] = []
        self._to_client = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._to_client.load_cert_chain(nodes.pem)
        self._to_node = ssl.create_default_context(cafile=str(nodes.authorities))
        self._loop = asyncio.new_event_loop()
        is_open = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(is_open,), daemon=True)
        self._thread.start()
        is_open.wait()

    @property
    def servers(self) -> str:
        """As the setting names them."""
        return ",".join(f"tls://127.0.0.1:{port}" for port in self._ports)

    def after(self, frames: int, then: Callable[[], None]) -> None:
        """Do that when so many more have passed."""
        self._then[self._seen + frames] = then

    def close(self) -> None:
        """No more."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self, is_open: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        logging.getLogger("asyncio").setLevel(logging.ERROR)  # it warns of every end of TLS
        doors: list[asyncio.Server] = []
        for port in self._nodes.ports:
            server = self._loop.run_until_complete(self._door(port))
            doors.append(server)
            self._ports.append(server.sockets[0].getsockname()[1])
        is_open.set()
        self._loop.run_forever()
        for door in doors:
            door.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0.1))
        self._loop.close()

    async def _door(self, node: int) -> asyncio.Server:
        async def enter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await self._pass_on(node, reader, writer)
            except (OSError, asyncio.IncompleteReadError, ValueError):
                pass
            finally:
                writer.close()

        return await asyncio.start_server(enter, "127.0.0.1", 0, limit=16 * 1024**2)

    async def _pass_on(
        self, node: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        there = await asyncio.open_connection("127.0.0.1", node, limit=16 * 1024**2)
        try:
            said = json.loads((await there[0].readline()).removeprefix(b"INFO "))
            said.pop("connect_urls", None)  # nobody goes round the bad way
            writer.write(b"INFO " + json.dumps(said).encode() + b"\r\n")
            await writer.drain()
            await writer.start_tls(self._to_client)
            await there[1].start_tls(self._to_node, server_hostname="127.0.0.1")
            ways = [
                asyncio.create_task(self._flow(reader, there[1])),
                asyncio.create_task(self._flow(there[0], writer)),
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
        finally:
            there[1].close()

    async def _flow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held: list[bytes] = []
        while line := await reader.readline():
            if line.startswith(b"INFO "):
                continue
            words = line.split()
            if not words or words[0] not in CARRIES:
                writer.write(line)
            else:
                content = await reader.readexactly(int(words[-1]) + 2)
                for frame in self._suffered(words, line, content, held):
                    writer.write(frame)
            await writer.drain()

    def _suffered(
        self, words: list[bytes], line: bytes, content: bytes, held: list[bytes]
    ) -> list[bytes]:
        self._seen += 1
        if then := self._then.pop(self._seen, None):
            then()
        fault = self._dice.choice(FAULTS) if self._dice.random() < self.share else ""
        self.happened[fault or "well"] += 1
        if fault == "lost":
            return []
        if fault == "doubled":
            return [line + content] * 2
        if fault == "late":
            held.append(line + content)
            return []
        if fault == "damaged" and words[1].startswith(b"axis."):
            content = self._damaged(words, content)
        late = [held.pop(0)] if held and self._dice.random() < 0.3 else []
        return [line + content, *late]

    def _damaged(self, words: list[bytes], content: bytes) -> bytes:
        begin = int(words[-2]) if words[0].startswith(b"H") else 0
        if len(content) - 2 <= begin:
            return content
        changed = bytearray(content)
        changed[self._dice.randrange(begin, len(content) - 2)] ^= 1 << self._dice.randrange(8)
        return bytes(changed)
