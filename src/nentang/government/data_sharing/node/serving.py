"""The providing side: let a call pass, ask the system that holds the data, reduce, sign, log, answer."""

import asyncio
from collections.abc import AsyncIterable

from . import refusals as no
from . import statements as say
from .bodies import BodyLost
from .chain import Side
from .desk import Desk, Exchange, checked
from .filters import granted_part
from .gate import Passed
from .incoming import Request
from .outgoing import Pool
from .refusals import Refused
from .subjects import people_of
from .wire import Answer

FILTERED_BYTES = 8 * 1024 * 1024
PROBLEM_BYTES = 64 * 1024
LOGGED = frozenset(
    each.code
    for each in (
        *(no.GRANT_MISSING, no.GRANT_OVER, no.PURPOSE_WRONG, no.METHOD_NOT_GRANTED),
        *(no.UPSTREAM_DOWN, no.UPSTREAM_LATE, no.ANSWER_UNREADABLE, no.ANSWER_TOO_LARGE),
        *(no.ROW_NOT_GRANTED, no.SUBJECT_MISSING),
    )
)


class Serving:
    """Handles what comes in over TLS."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pools = {name: Pool(each.url) for name, each in desk.configuration.services.items()}
        for name, each in desk.configuration.services.items():
            self._pools[name].seconds = each.seconds
        desk.pools |= self._pools
        self._own_lines = {
            service: "".join(f"{name}: {value}\r\n" for name, value in each.headers.items())
            for service, each in desk.configuration.services.items()
        }

    async def __call__(self, request: Request) -> None:
        exchange = Exchange(self._desk, "serve", request)
        try:
            await self._exchange(exchange)
            outcome = "ok"
        except Refused as refused:
            outcome = await self._refuse(exchange, refused)
        except BodyLost:
            outcome = await self._refuse(exchange, Refused(no.HTTP_BROKEN))
        except ConnectionResetError:
            outcome = "gone"
            request.connection.close()
        except asyncio.CancelledError:
            outcome = "late" if request.connection.is_late else "gone"
            request.connection.abort()
        self._desk.counters.count("serve", exchange.service, outcome, exchange.seconds)

    async def _exchange(self, exchange: Exchange) -> None:
        request, headers = exchange.request, exchange.request.headers
        said = headers.get
        exchange.asked = Side(
            said(say.TIME, ""), said(say.DIGEST, ""), said(say.KEY, ""), said(say.SIGNATURE, "")
        )
        passed = self._desk.gate.pass_request(
            peer=request.connection.peer,
            method=request.method,
            target=request.target,
            headers=headers,
            snapshot=self._desk.snapshot,
            now_ms=self._desk.now(),
        )
        exchange.service, exchange.grant = passed.service.id, passed.grant.code
        body = await self._body(exchange, passed)
        answer = await self._pool(passed).call(
            request.method,
            passed.rest + (f"?{passed.query}" if passed.query else ""),
            self._upstream_headers(exchange, passed),
            body,
        )
        if passed.grant.fields or passed.grant.rows or answer.body.is_whole:
            await self._whole(exchange, passed, answer)
        else:
            await self._in_pieces(exchange, passed, answer)

    async def _body(self, exchange: Exchange, passed: Passed) -> bytes | AsyncIterable[bytes]:
        """What the caller sent: checked at once where it is all there, on its way where it is long."""
        request, digest = exchange.request, exchange.asked.digest
        subject = passed.service.subject
        if request.body.is_whole or subject.startswith("body:"):
            body = await request.body.read(FILTERED_BYTES)
            if body is None:
                raise Refused(no.BODY_TOO_LARGE)
            if say.digest_of(body) != digest:
                raise Refused(no.DIGEST_WRONG)
            exchange.people = people_of(subject, rest=passed.rest, query=passed.query, body=body)
            return body
        exchange.people = people_of(subject, rest=passed.rest, query=passed.query, body=b"")
        return checked(request.body, digest, self._desk.configuration.most_body)

    def _pool(self, passed: Passed) -> Pool:
        found = self._pools.get(passed.service.id)
        if found is None:
            raise Refused(no.SERVICE_UNKNOWN)
        return found

    def _upstream_headers(self, exchange: Exchange, passed: Passed) -> str:
        headers = exchange.request.headers
        lines = "accept-encoding: identity\r\n"
        for name in ("content-type", "accept", "accept-language", say.CLIENT, say.PURPOSE):
            if name in headers:
                lines += f"{name}: {headers[name]}\r\n"
        for name in (say.MATTER, say.USER):
            if headers.get(name):
                lines += f"{name}: {headers[name]}\r\n"
        return f"{lines}{self._own_lines[passed.service.id]}{say.GRANT}: {passed.grant.code}\r\n"

    async def _whole(self, exchange: Exchange, passed: Passed, answer: Answer) -> None:
        body = await answer.body.read(FILTERED_BYTES)
        if body is None:
            raise Refused(no.ANSWER_TOO_LARGE)
        content_type = answer.headers.get("content-type", "")
        if passed.grant.fields or passed.grant.rows:
            body = _reduced(body, content_type, passed, answer)
        digest = say.digest_of(body)
        signed = await self._sign(exchange, passed, answer.status, content_type, digest)
        entry = exchange.entry("ok", status=answer.status, content_type=content_type, answer=signed)
        await self._desk.write_down(entry, exchange.people)
        head = _head(content_type, passed.grant.code)
        exchange.request.connection.respond(answer.status, head + _signed_lines(signed), body)

    async def _in_pieces(self, exchange: Exchange, passed: Passed, answer: Answer) -> None:
        """A long answer goes on while it comes; what it was is signed and logged behind it.

        The last piece leaves only once the entry is on the disk.
        """
        content_type = answer.headers.get("content-type", "")
        connection = exchange.request.connection
        trailers = f"trailer: {say.TIME}, {say.DIGEST}, {say.KEY}, {say.SIGNATURE}\r\n"
        connection.begin(answer.status, _head(content_type, passed.grant.code) + trailers)
        hasher, held = say.new_hash(), b""
        try:
            async for piece in answer.body:
                hasher.update(piece)
                await connection.send(held)
                held = piece
            digest = say.digest_of_hash(hasher.digest())
            signed = await self._sign(exchange, passed, answer.status, content_type, digest)
            entry = exchange.entry(
                "ok", status=answer.status, content_type=content_type, answer=signed
            )
            await self._desk.write_down(entry, exchange.people)
            await connection.send(held)
        except (Refused, BodyLost, ConnectionResetError):
            connection.abort()  # half an answer is none
            await self._desk.write_down(exchange.entry("exchange.broken_off"), exchange.people)
            raise ConnectionResetError from None
        connection.end(_signed_lines(signed))

    async def _sign(
        self, exchange: Exchange, passed: Passed, status: int, content_type: str, digest: str
    ) -> Side:
        signer = self._desk.signers.get(passed.service.id.rpartition("/")[0])
        if signer is None:
            raise Refused(no.SERVICE_UNKNOWN)
        time = str(self._desk.now())
        statement = say.answer_statement(
            status=status,
            content_type=content_type,
            grant=passed.grant.code,
            time=time,
            digest=digest,
            request=passed.statement,
        )
        return Side(time, digest, signer.fingerprint, await signer.sign(statement))

    async def _refuse(self, exchange: Exchange, refused: Refused) -> str:
        """Tell the caller; what was signed and refused is logged too."""
        code = refused.refusal.code
        if code in LOGGED:
            try:
                await self._desk.write_down(exchange.entry(code), exchange.people)
            except Refused as failed:
                refused = failed
        exchange.request.connection.refuse(refused, is_last=not exchange.request.body.is_whole)
        return code


def _reduced(body: bytes, content_type: str, passed: Passed, answer: Answer) -> bytes:
    """What was granted of an answer; of a failure only its problem."""
    if 200 <= answer.status < 300:
        if answer.status == 204 or not body:
            return b""
        if "json" not in content_type or answer.headers.get("content-encoding"):
            raise Refused(no.ANSWER_UNREADABLE)
        return granted_part(body, passed.service, passed.grant)
    is_problem = "problem+json" in content_type and len(body) <= PROBLEM_BYTES
    return body if is_problem else b""


def _head(content_type: str, grant: str) -> str:
    kind = f"content-type: {content_type}\r\n" if content_type else ""
    return f"{kind}{say.GRANT}: {grant}\r\ncache-control: no-store\r\n"


def _signed_lines(signed: Side) -> str:
    return (
        f"{say.TIME}: {signed.time}\r\n{say.DIGEST}: {signed.digest}\r\n"
        f"{say.KEY}: {signed.key}\r\n{say.SIGNATURE}: {signed.signature}\r\n"
    )
