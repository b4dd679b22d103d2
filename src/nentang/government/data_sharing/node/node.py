"""The node as a whole: its listeners, and what it does every second beside them."""

import asyncio
import contextlib
import logging
import urllib.request
from collections.abc import Callable
from pathlib import Path

from nentang.kernel import clock

from .calling import Calling
from .configuration import Configuration, address, server_context
from .descriptors import room_for, too_few
from .desk import Desk
from .incoming import Connection, Handler, Request
from .refusals import SERVICE_UNKNOWN, Refused
from .serving import Serving
from .snapshot import Snapshot, SnapshotNotGenuine, read_snapshot, write_whole
from .stamps import StampRefused, add_stamp, ask_stamp, load_roots, read_stamps
from .watching import Health

log = logging.getLogger("nentang.exchange")
TICK_SECONDS = 1.0
WARN_AFTER_MS = 15 * 60 * 1000
STAMPS_LATE_MS = 60 * 60 * 1000
FETCH_SECONDS = 10.0
BACKLOG = 1024


def now_ms() -> int:
    """Unix milliseconds of the house's clock."""
    return int(clock.now().timestamp() * 1000)


class Node:
    """Starts, serves until it is stopped, and leaves nothing unwritten."""

    def __init__(self, configuration: Configuration, now: Callable[[], int] = now_ms) -> None:
        self.configuration = configuration
        self.desk = Desk(configuration, now)
        self._now = now
        self._servers: list[asyncio.Server] = []
        self._open: set[Connection] = set()
        self._most = configuration.most_connections
        self._ticking: asyncio.Task[None] | None = None
        self._seen: tuple[int, int] | None = None
        self._stamped_seq = max((each.seq for each in read_stamps(configuration.log)), default=0)
        self._stamp_due_ms = 0
        self._unstamped_since_ms = 0
        self._faults: dict[str, str] = {}

    async def start(self) -> None:
        """Listen. Without a genuine snapshot every call is refused until there is one."""
        await self._refresh()
        conf = self.configuration
        self._most = room_for(conf.most_connections)
        if self._most < conf.most_connections:
            log.warning(too_few(conf.most_connections, self._most))
        await self._listen(conf.listen, Serving(self.desk), is_secure=True)
        if conf.local:
            await self._listen(conf.local, Calling(self.desk))
        if conf.watch:
            await self._listen(conf.watch, self._tell)
        self._ticking = asyncio.create_task(self._tick())

    async def stop(self) -> None:
        """Take no more calls, end those in hand, write what is left."""
        for server in self._servers:
            server.close()
        if self._ticking:
            self._ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._ticking
        for connection in list(self._open):
            connection.close()
        for pool in self.desk.pools.values():
            pool.close()
        await self.desk.chain.close()

    def ports(self) -> list[int]:
        """Where it listens, in the order of the configuration."""
        return [each.sockets[0].getsockname()[1] for each in self._servers]

    def health(self) -> Health:
        """What is wrong now, if anything."""
        snapshot, now = self.desk.snapshot, self._now()
        age = now - snapshot.content.made_at_ms if snapshot else 0
        faults = dict(self._faults)
        if snapshot is None:
            faults["snapshot"] = "no genuine snapshot of members and grants"
        elif age > WARN_AFTER_MS:
            faults["snapshot"] = f"the snapshot is {age // 60_000} minutes old"
        if self.desk.chain.failed:
            faults["log"] = f"the log cannot be written: {self.desk.chain.failed}"
        unstamped = self.desk.chain.seq - self._stamped_seq if self.configuration.stamping else 0
        if unstamped and now - self._unstamped_since_ms > STAMPS_LATE_MS:
            faults.setdefault("stamps", "the log was not stamped for an hour")
        return Health(
            faults=tuple(faults.values()),
            exchanges=self.desk.chain.seq,
            snapshot=snapshot.content.number if snapshot else 0,
            snapshot_age_seconds=age // 1000,
            unstamped=unstamped,
            connections=len(self._open),
        )

    async def _listen(self, where: str, handler: Handler, *, is_secure: bool = False) -> None:
        host, port = address(where)
        server = await asyncio.get_running_loop().create_server(
            lambda: Connection(handler, self._open, self._most),
            host,
            port,
            ssl=server_context(self.configuration) if is_secure else None,
            backlog=BACKLOG,
        )
        self._servers.append(server)

    async def _tell(self, request: Request) -> None:
        """`/health` and `/metrics`."""
        health, connection = self.health(), request.connection
        if request.target == "/health":
            status = 200 if health.is_healthy else 503
            connection.respond(status, "content-type: application/json\r\n", health.as_json())
        elif request.target == "/metrics":
            text = self.desk.counters.as_text(health)
            connection.respond(200, "content-type: text/plain; version=0.0.4\r\n", text)
        else:
            connection.refuse(Refused(SERVICE_UNKNOWN))

    async def _tick(self) -> None:
        """Every second: a newer snapshot, the worker's share of the log; every so often a stamp."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            await self._refresh()
            await self.desk.chain.hand_over()
            await self._stamp()

    async def _refresh(self) -> None:
        """Take a newer snapshot; a bad one changes nothing, and is told."""
        try:
            data = await asyncio.get_running_loop().run_in_executor(None, self._newer)
            if data is not None:
                self._take(await asyncio.to_thread(read_snapshot, data, self.desk.authority))
            self._faults.pop("refresh", None)
        except (OSError, SnapshotNotGenuine) as fault:
            self._note("refresh", f"the snapshot cannot be refreshed: {fault}")

    def _take(self, snapshot: Snapshot) -> None:
        """Never an older one: who was struck off must not come back."""
        present = self.desk.snapshot
        if present is None or snapshot.content.made_at_ms >= present.content.made_at_ms:
            self.desk.snapshot = snapshot

    def _newer(self) -> bytes | None:
        """In a thread: the file, where it changed; from an address first into a file of our own."""
        source = self.configuration.snapshot
        file = Path(source)
        if source.startswith("https://"):
            file = self.configuration.log / "snapshot"
            self._fetch(source, file)
        state = file.stat()
        seen = state.st_mtime_ns, state.st_size
        if seen == self._seen:
            return None
        data = file.read_bytes()
        self._seen = seen
        return data

    def _fetch(self, url: str, file: Path) -> None:
        """At most every ten seconds; what was fetched before stays where the other side is down."""
        if file.exists() and self._now() - file.stat().st_mtime_ns // 1_000_000 < 10_000:
            return
        try:
            with urllib.request.urlopen(url, timeout=FETCH_SECONDS) as answer:  # noqa: S310 - https
                data = answer.read(256 * 1024 * 1024)
            read_snapshot(data, self.desk.authority)
        except (OSError, SnapshotNotGenuine) as fault:
            if not file.exists():
                raise
            self._note("refresh", f"the snapshot cannot be fetched: {fault}")
            return
        write_whole(file, data)

    async def _stamp(self) -> None:
        stamping, chain, now = self.configuration.stamping, self.desk.chain, self._now()
        if stamping is None or chain.seq == self._stamped_seq or now < self._stamp_due_ms:
            self._unstamped_since_ms = self._unstamped_since_ms or now
            return
        self._stamp_due_ms = now + int(stamping.every * 1000)
        seq, head = chain.seq, chain.head
        roots = load_roots(stamping.roots)
        try:
            stamp = await asyncio.to_thread(ask_stamp, seq, head, url=stamping.url, roots=roots)
            add_stamp(self.configuration.log, stamp)
        except (OSError, StampRefused) as fault:
            self._note("stamps", f"the log cannot be stamped: {fault}")
            return
        self._stamped_seq, self._unstamped_since_ms = seq, now
        self._faults.pop("stamps", None)

    def _note(self, what: str, fault: str) -> None:
        if self._faults.get(what) != fault:
            log.warning(fault)
        self._faults[what] = fault
