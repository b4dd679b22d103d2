"""HTTP/1.1 as a node takes it in: bounded heads, streamed bodies, one request of a connection at a time."""

import asyncio
import hashlib
from collections import deque
from collections.abc import Awaitable, Callable
from email.utils import format_datetime
from http import HTTPStatus
from typing import Any

import httptools
import msgspec

from nentang.kernel import clock

from .bodies import INLINE, Body
from .deadlines import Deadline
from .refusals import BUSY, HEAD_TOO_LARGE, HTTP_BROKEN, Refusal, Refused

HEAD_BYTES = 16 * 1024
HEAD_FIELDS = 64
HEAD_SECONDS = 15.0
IDLE_SECONDS = 75.0
EXCHANGE_SECONDS = 600.0
PIPELINED = 16
REASONS = {each.value: each.phrase for each in HTTPStatus}
SINGLE = ("host", "content-length", "authorization")


class Request:
    """A request whose head is read. Headers that came twice are refused where they decide something."""

    __slots__ = ("body", "connection", "headers", "method", "target")

    def __init__(
        self, connection: "Connection", method: str, target: str, headers: dict[str, str]
    ) -> None:
        self.connection = connection
        self.method, self.target, self.headers = method, target, headers
        self.body = Body(connection.pause, connection.resume)


Handler = Callable[[Request], Awaitable[None]]


class Connection(asyncio.Protocol):
    """One connection: reads requests, hands each to the handler, writes its answer."""

    def __init__(self, handler: Handler, open_now: "set[Connection]", most: int) -> None:
        self._handler, self._open_now, self._most = handler, open_now, most
        self._parser = httptools.HttpRequestParser(self)
        self._waiting: deque[Request] = deque()
        self._now: Request | None = None
        self._task: asyncio.Task[None] | None = None
        self._refused: Refusal | None = None
        self._closing = False
        self._can_write: asyncio.Future[None] | None = None
        self.is_late = False
        self._begin()

    def _begin(self) -> None:
        self._target = b""
        self._headers: dict[str, str] = {}
        self._fields = 0
        self._head_bytes = 0
        self._in_head = True
        self._reading: Request | None = None

    # what the transport tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport
        self._loop = asyncio.get_running_loop()
        self._deadline = Deadline(self._loop, self._overdue)
        self._open_now.add(self)
        secure = transport.get_extra_info("ssl_object")
        certificate = secure.getpeercert(True) if secure else None
        self.peer = hashlib.sha256(certificate).hexdigest() if certificate else ""
        self._deadline.set(HEAD_SECONDS)
        if len(self._open_now) > self._most:
            self.refuse(Refused(BUSY, 2))

    def data_received(self, data: bytes) -> None:
        if self._closing:
            return
        if self._in_head:
            self._head_bytes += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._refused = HTTP_BROKEN
        except httptools.HttpParserError:
            self._refused = self._refused or HTTP_BROKEN
        if self._in_head and self._head_bytes > 4 * HEAD_BYTES:
            self._refused = self._refused or HEAD_TOO_LARGE
        if self._refused and not self._closing:
            self._stop_reading()

    def connection_lost(self, fault: Exception | None) -> None:
        self._open_now.discard(self)
        self._closing = True
        self._deadline.close()
        if self._reading:
            self._reading.body.lose()
        if self._can_write and not self._can_write.done():
            self._can_write.set_exception(ConnectionResetError())
        if self._task and not self._task.done():
            self._task.cancel()

    def pause_writing(self) -> None:
        self._can_write = self._loop.create_future()

    def resume_writing(self) -> None:
        if self._can_write and not self._can_write.done():
            self._can_write.set_result(None)
        self._can_write = None

    # what the parser tells

    def on_message_begin(self) -> None:
        self._begin()

    def on_url(self, part: bytes) -> None:
        self._target += part
        if len(self._target) > HEAD_BYTES // 2:
            self._refuse_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        key = name.decode("latin-1").lower()
        self._fields += 1
        self._head_bytes += 1
        if self._fields > HEAD_FIELDS or len(name) + len(value) > HEAD_BYTES // 2:
            self._refuse_head()
        if key in self._headers and (key in SINGLE or key.startswith("exchange-")):
            self._refused = HTTP_BROKEN
            raise ValueError(key)
        self._headers[key] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        self._in_head, self._head_bytes = False, 0
        try:
            target = self._target.decode("ascii")
        except UnicodeDecodeError:
            self._refused = HTTP_BROKEN
            raise
        method = self._parser.get_method().decode()
        self._reading = Request(self, method, target, self._headers)
        if self._headers.get("expect", "").lower() == "100-continue":
            self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        length = self._headers.get("content-length", "")
        if "transfer-encoding" in self._headers or (length.isdigit() and int(length) > INLINE):
            self._dispatch(self._reading)

    def on_body(self, piece: bytes) -> None:
        if self._reading:
            self._reading.body.feed(piece)

    def on_message_complete(self) -> None:
        request, self._reading = self._reading, None
        if request is None:
            return
        request.body.end()
        if request is not self._now and request not in self._waiting:
            self._dispatch(request)
        self._in_head = True

    def _refuse_head(self) -> None:
        self._refused = HEAD_TOO_LARGE
        raise ValueError

    # one after the other

    def _dispatch(self, request: Request) -> None:
        if self._now is not None:
            self._waiting.append(request)
            if len(self._waiting) > PIPELINED:
                self._refused = HTTP_BROKEN
            return
        self._now = request
        self._deadline.set(EXCHANGE_SECONDS)
        self._task = self._loop.create_task(self._serve(request))

    async def _serve(self, request: Request) -> None:
        try:
            await self._handler(request)
        finally:
            self._now = None
        if not request.body.is_whole:
            self.close()  # what was not read would be taken for the next request
        if self._closing:
            return
        if request.headers.get("connection", "").lower() == "close" or not (
            self._parser.should_keep_alive() or self._waiting
        ):
            self.close()
        elif self._waiting:
            self._dispatch(self._waiting.popleft())
        elif self._refused:
            self._stop_reading()
        else:
            self._deadline.set(IDLE_SECONDS)

    def _stop_reading(self) -> None:
        """Refuse what cannot be read, after the answer to what came before it."""
        if self._reading is not None:
            self._reading.body.lose()
        if self._now is None and self._refused:
            self.refuse(Refused(self._refused))

    def _overdue(self) -> None:
        """Nothing came, or the request in hand took too long: whoever works on it is cancelled."""
        if self._task and not self._task.done():
            self.is_late = True
            self._task.cancel()
        else:
            self.close()

    # what the handler says

    def pause(self) -> None:
        """Take no more from the sender for now."""
        if not self._closing:
            self.transport.pause_reading()

    def resume(self) -> None:
        """Go on."""
        if not self._closing:
            self.transport.resume_reading()

    def respond(self, status: int, headers: str, body: bytes) -> None:
        """The whole answer; `headers` are lines that end in CR LF."""
        self.transport.write(
            f"HTTP/1.1 {status} {REASONS.get(status, '')}\r\n{headers}"
            f"content-length: {len(body)}\r\n\r\n".encode("latin-1")
            + body
        )

    def begin(self, status: int, headers: str) -> None:
        """The head of an answer in pieces."""
        self.transport.write(
            f"HTTP/1.1 {status} {REASONS.get(status, '')}\r\n{headers}"
            "transfer-encoding: chunked\r\n\r\n".encode("latin-1")
        )

    async def send(self, piece: bytes) -> None:
        """One piece; waits while the reader is slow. ConnectionResetError where it has gone."""
        if self._closing:
            raise ConnectionResetError
        if piece:
            self.transport.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        if self._can_write:
            await self._can_write

    def end(self, trailers: str = "") -> None:
        """The last piece, with what stands behind the body."""
        self.transport.write(f"0\r\n{trailers}\r\n".encode("latin-1"))

    def refuse(self, refused: Refused, *, is_last: bool = True) -> None:
        """A problem+json answer (RFC 9457)."""
        if self._closing:
            return
        english = ""
        for request in (self._now, self._reading):
            english = english or (request.headers.get("accept-language", "") if request else "")
        body = problem(refused.refusal, in_english=english.startswith("en"))
        headers = "content-type: application/problem+json\r\ncache-control: no-store\r\n"
        headers += f"date: {format_datetime(clock.now(), usegmt=True)}\r\n"
        if refused.retry_after:
            headers += f"retry-after: {refused.retry_after}\r\n"
        if is_last:
            headers += "connection: close\r\n"
        self.respond(refused.refusal.status, headers, body)
        if is_last:
            self.close()

    def close(self) -> None:
        """No more of this connection, once what was written is sent."""
        if not self._closing:
            self._closing = True
            self.transport.close()

    def abort(self) -> None:
        """Break off, so that nobody takes half an answer for a whole one."""
        self._closing = True
        self.transport.abort()


def problem(refusal: Refusal, *, in_english: bool = False) -> bytes:
    """The JSON of a refusal."""
    return msgspec.json.encode(
        {
            "type": "about:blank",
            "title": REASONS[refusal.status],
            "status": refusal.status,
            "code": refusal.code,
            "detail": refusal.en if in_english else refusal.vi,
        }
    )
