"""HTTP/1.1 as a node asks others: connections kept alive, bounded, with time-outs, bodies streamed both ways."""

import asyncio
import hashlib
import ssl
from collections import deque
from collections.abc import AsyncIterable, Callable
from typing import Any
from urllib.parse import urlsplit

import httptools

from .bodies import INLINE, Body, BodyLost
from .refusals import (
    ANSWER_UNREADABLE,
    BUSY,
    PEER_NOT_GENUINE,
    UPSTREAM_DOWN,
    UPSTREAM_LATE,
    Refused,
)

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 30.0
IDLE_SECONDS = 50.0
MOST = 256
AT_ONCE = 16  # more than that knocking together overflow the queue of whoever listens
WAITING = 2048
HEAD_BYTES = 32 * 1024


class Answer:
    """Status and headers; the body may still be on its way."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, status: int, headers: dict[str, str], body: Body) -> None:
        self.status, self.headers, self.body = status, headers, body


class Wire(asyncio.Protocol):
    """One connection to the other side, one call at a time."""

    def __init__(self, pool: "Pool") -> None:
        self._pool = pool
        self.is_open = True
        self._answer: asyncio.Future[Answer] | None = None
        self._can_write: asyncio.Future[None] | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._is_head = False
        self.is_busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport
        self._loop = asyncio.get_running_loop()

    def begin(self, head: bytes, method: str) -> "asyncio.Future[Answer]":
        """Write the head of a call; the answer comes as soon as it is whole, or long."""
        if self._idle:
            self._idle.cancel()
            self._idle = None
        self._parser = httptools.HttpResponseParser(self)
        self._headers: dict[str, str] = {}
        self._body: Body | None = None
        self._head_bytes = 0
        self._is_done = False
        self._is_head = method == "HEAD"
        self.is_busy = True
        self._answer = self._loop.create_future()
        self.transport.write(head)
        return self._answer

    async def send(self, pieces: AsyncIterable[bytes]) -> None:
        """The body of the call in chunks."""
        async for piece in pieces:
            if not self.is_open:
                raise ConnectionResetError
            if piece:
                self.transport.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            if self._can_write:
                await self._can_write
        self.transport.write(b"0\r\n\r\n")

    def data_received(self, data: bytes) -> None:
        if self._answer is None or (self._is_done and not self.is_busy):
            self.drop()  # nobody asked
            return
        if self._body is None:
            self._head_bytes += len(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._fail(Refused(ANSWER_UNREADABLE))
            return
        if self._body is None and self._head_bytes > HEAD_BYTES:
            self._fail(Refused(ANSWER_UNREADABLE))

    def on_header(self, name: bytes, value: bytes) -> None:
        into = self._headers if self._body is None else self._body.trailers
        into[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        if 100 <= self._parser.get_status_code() < 200:
            return
        self._body = Body(self.transport.pause_reading, self.transport.resume_reading)
        if self._is_head:
            self._done()

    def on_body(self, piece: bytes) -> None:
        if self._body is None:
            return
        self._body.feed(piece)
        if self._body.held > INLINE:
            self._tell()

    def on_message_complete(self) -> None:
        if self._body is None:  # 100 Continue
            self._headers = {}
        else:
            self._done()

    def _done(self) -> None:
        if self._body is None or self._is_done:
            return
        self._is_done = True
        self._body.end()
        self._tell()
        self.is_busy = False
        if self._parser.should_keep_alive() and not self._is_head:
            self._idle = self._loop.call_later(IDLE_SECONDS, self.drop)
            self._pool.give_back(self)
        else:
            self.drop()

    def _tell(self) -> None:
        if self._answer and not self._answer.done() and self._body is not None:
            answer = Answer(self._parser.get_status_code(), self._headers, self._body)
            self._answer.set_result(answer)

    def connection_lost(self, fault: Exception | None) -> None:
        self.is_open = False
        if self._can_write and not self._can_write.done():
            self._can_write.set_exception(ConnectionResetError())
        if self._answer and not self._answer.done():
            self._answer.set_exception(Refused(UPSTREAM_DOWN))
        if self.is_busy and self._body is not None:
            if fault is None and not {"content-length", "transfer-encoding"} & set(self._headers):
                self._done()  # an answer may end with its connection
            else:
                self._body.lose()
        self.is_busy = False
        self._pool.forget(self)

    def pause_writing(self) -> None:
        self._can_write = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._can_write and not self._can_write.done():
            self._can_write.set_result(None)
        self._can_write = None

    def drop(self) -> None:
        """No more of this connection."""
        self.is_open = False
        self.transport.abort()

    def _fail(self, refused: Refused) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(refused)
        self.drop()


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
        answer = wire.begin(block.encode("latin-1") + (body if is_whole else b""), method)
        timer = asyncio.get_running_loop().call_later(self.seconds, _late, wire, answer)
        try:
            if not is_whole:
                await self._send(wire, body, answer)
            return await answer
        except asyncio.CancelledError:
            wire.drop()
            raise
        finally:
            timer.cancel()

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


def _late(wire: Wire, answer: "asyncio.Future[Answer]") -> None:
    if not answer.done():
        answer.set_exception(Refused(UPSTREAM_LATE))
    wire.drop()
