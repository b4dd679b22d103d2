"""HTTP/1.1 as a node asks others: connections kept alive, bounded, with time-outs."""

import asyncio
import hashlib
import ssl
from collections import deque
from collections.abc import AsyncIterable, Callable
from typing import Any
from urllib.parse import urlsplit

from .bodies import BodyLost
from .refusals import (
    BUSY,
    PEER_NOT_GENUINE,
    UPSTREAM_DOWN,
    UPSTREAM_LATE,
    Refused,
)
from .wire import Answer, Wire

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 30.0
MOST = 256
AT_ONCE = 16  # more than that knocking together overflow the queue of whoever listens
WAITING = 2048


class Pool:
    """Connections to one address. Whoever finds none free waits; too many who wait are told to come back."""

    def __init__(
        self,
        url: str,
        context: ssl.SSLContext | None = None,
        is_right_peer: Callable[[str], bool] | None = None,
    ) -> None:
        parts = urlsplit(url)
        self.prefix = parts.path.rstrip("/")
        self.host = parts.hostname or ""
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        self.authority = parts.netloc.rpartition("@")[2]
        self._context = context if parts.scheme == "https" else None
        self._is_right_peer = is_right_peer
        self._free: list[Wire] = []
        self._all: set[Wire] = set()
        self._opening = 0
        self._queue: deque[asyncio.Future[None]] = deque()
        self.seconds = ANSWER_SECONDS

    async def call(
        self, method: str, target: str, headers: str, body: bytes | AsyncIterable[bytes]
    ) -> Answer:
        """The answer; UPSTREAM_DOWN, UPSTREAM_LATE, ANSWER_UNREADABLE, BUSY.

        A connection that had been closed meanwhile is replaced once, where asking twice does no harm.
        """
        for is_last in (method not in ("GET", "HEAD"), True):
            wire, is_fresh = await self._wire()
            try:
                return await self._on(wire, method, target, headers, body)
            except Refused as refused:
                if is_last or is_fresh or refused.refusal is not UPSTREAM_DOWN:
                    raise
        raise Refused(UPSTREAM_DOWN)

    async def _on(self, wire: Wire, method: str, target: str, headers: str, body: Any) -> Answer:
        path = f"{self.prefix}{target}"
        path = path if path.startswith("/") else f"/{path}"  # the bare query of a root
        head = f"{method} {path} HTTP/1.1\r\nhost: {self.authority}\r\n{headers}"
        is_whole = isinstance(body, bytes)
        length = f"content-length: {len(body)}" if is_whole else "transfer-encoding: chunked"
        if is_whole and not body and method in ("GET", "HEAD", "DELETE"):
            length = ""
        block = head + (f"{length}\r\n\r\n" if length else "\r\n")
        data = block.encode("latin-1") + (body if is_whole else b"")
        answer = wire.begin(data, method, seconds=self.seconds)
        try:
            if not is_whole:
                await self._send(wire, body, answer)
            return await answer
        except asyncio.CancelledError:
            wire.drop()
            raise

    async def _send(
        self, wire: Wire, body: AsyncIterable[bytes], answer: "asyncio.Future[Answer]"
    ) -> None:
        try:
            await wire.send(body)
        except ConnectionResetError:
            return  # what is wrong, the answer tells
        except (Refused, BodyLost):
            if not answer.done():
                answer.cancel()
            wire.drop()
            raise

    async def _wire(self) -> tuple[Wire, bool]:
        while True:
            while self._free:
                wire = self._free.pop()
                if wire.is_open:
                    return wire, False
            if self._opening < AT_ONCE and len(self._all) + self._opening < MOST:
                return await self._open(), True
            if len(self._queue) >= WAITING:
                raise Refused(BUSY, 2)
            waiter = asyncio.get_running_loop().create_future()
            self._queue.append(waiter)
            await waiter

    async def _open(self) -> Wire:
        loop = asyncio.get_running_loop()
        self._opening += 1
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, wire = await loop.create_connection(
                    lambda: Wire(self),
                    self.host,
                    self.port,
                    ssl=self._context,
                    server_hostname=self.host if self._context else None,
                )
        except TimeoutError as fault:
            raise Refused(UPSTREAM_LATE) from fault
        except (OSError, ssl.SSLError) as fault:
            raise Refused(UPSTREAM_DOWN) from fault
        finally:
            self._opening -= 1
            self._wake()
        if self._is_right_peer and not self._is_right_peer(_peer_of(wire)):
            wire.drop()
            raise Refused(PEER_NOT_GENUINE)
        self._all.add(wire)
        return wire

    def give_back(self, wire: Wire) -> None:
        """The connection is free again."""
        self._free.append(wire)
        self._wake()

    def forget(self, wire: Wire) -> None:
        """The connection is gone."""
        self._all.discard(wire)
        if wire in self._free:
            self._free.remove(wire)
        self._wake()

    def close(self) -> None:
        """Drop them all."""
        for wire in list(self._all):
            wire.drop()

    def _wake(self) -> None:
        while self._queue:
            waiter = self._queue.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return


def _peer_of(wire: Wire) -> str:
    secure = wire.transport.get_extra_info("ssl_object")
    return hashlib.sha256(secure.getpeercert(True)).hexdigest() if secure else ""
