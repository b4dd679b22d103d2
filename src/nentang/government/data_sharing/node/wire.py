"""One connection of HTTP/1.1 to another side: a call at a time, bodies streamed both ways."""

import asyncio
from collections.abc import AsyncIterable
from typing import TYPE_CHECKING, Any

import httptools

from .bodies import INLINE, Body
from .deadlines import Deadline
from .refusals import ANSWER_UNREADABLE, UPSTREAM_DOWN, UPSTREAM_LATE, Refused

if TYPE_CHECKING:  # each knows the other
    from .outgoing import Pool

IDLE_SECONDS = 50.0
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
        self._is_head = False
        self._is_done = False
        self._body: Body | None = None
        self.is_busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport
        self._loop = asyncio.get_running_loop()
        self._deadline = Deadline(self._loop, self._overdue)
        self._parser = httptools.HttpResponseParser(self)

    def begin(self, head: bytes, method: str, *, seconds: float) -> "asyncio.Future[Answer]":
        """Write the head of a call; the answer comes as soon as it is whole, or long. UPSTREAM_LATE."""
        self._deadline.set(seconds)
        self._headers: dict[str, str] = {}
        self._body = None
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

    def on_message_begin(self) -> None:
        if self._is_done:
            raise ValueError  # an answer behind the answer: nobody asked for it

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
            self._deadline.set(IDLE_SECONDS)
            self._pool.give_back(self)
        else:
            self.drop()

    def _tell(self) -> None:
        if self._answer and not self._answer.done() and self._body is not None:
            answer = Answer(self._parser.get_status_code(), self._headers, self._body)
            self._answer.set_result(answer)
            self._deadline.clear()

    def connection_lost(self, fault: Exception | None) -> None:
        self.is_open = False
        self._deadline.close()
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

    def _overdue(self) -> None:
        """No answer, or no call for long."""
        self._fail(Refused(UPSTREAM_LATE))

    def drop(self) -> None:
        """No more of this connection."""
        self.is_open = False
        self.transport.abort()

    def _fail(self, refused: Refused) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(refused)
        self.drop()
