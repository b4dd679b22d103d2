"""The asking side: this body's own systems call their node, which signs, calls the provider's node and checks."""

import asyncio
import hmac
import secrets
import ssl
import tempfile
from collections.abc import AsyncIterator
from typing import IO

from . import refusals as no
from . import statements as say
from .bodies import INLINE, BodyLost
from .chain import Side
from .configuration import client_context
from .desk import Desk, Exchange
from .gate import NOTE, WORD, address_of
from .incoming import Request
from .keys import Verifier
from .outgoing import Pool
from .refusals import Refused
from .snapshot import Snapshot
from .subjects import people_of
from .wire import Answer

IN_MEMORY = 1024 * 1024
PIECE = 64 * 1024


class Calling:
    """Handles what this body's own systems ask over the local address."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._context: ssl.SSLContext = client_context(desk.configuration)
        self._verifier = Verifier()

    async def __call__(self, request: Request) -> None:
        exchange = Exchange(self._desk, "call", request)
        try:
            outcome = await self._exchange(exchange)
        except Refused as refused:
            outcome = refused.refusal.code
            request.connection.refuse(refused, is_last=not request.body.is_whole)
        except (BodyLost, ConnectionResetError):
            outcome = "gone"
            request.connection.abort()
        except asyncio.CancelledError:
            outcome = "late" if request.connection.is_late else "gone"
            request.connection.abort()
        self._desk.counters.count("call", exchange.service, outcome, exchange.seconds)

    async def _exchange(self, exchange: Exchange) -> str:
        request = exchange.request
        client = self._client(request)
        address = address_of(request.target)
        snapshot = self._desk.present()
        service = snapshot.services.get(address.service)
        if service is None:
            raise Refused(no.SERVICE_UNKNOWN)
        exchange.service = service.id
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as spool:
            size, digest = await self._take_in(request, spool)
            beginning = spool.read(size) if size <= IN_MEMORY else b""
            exchange.people = people_of(
                service.subject, rest=address.rest, query=address.query, body=beginning
            )
            statement, lines = await self._signed(exchange, client, digest)
            pool = self._pool(address.member, snapshot)
            body = beginning if size <= INLINE else _pieces(spool)
            answer = await pool.call(request.method, request.target, lines, body)
        return await self._hand_on(exchange, statement, answer)

    def _client(self, request: Request) -> str:
        """The calling system, by its token; TOKEN_WRONG, HEADER_MISSING."""
        client = request.headers.get(say.CLIENT, "")
        system = self._desk.configuration.systems.get(client)
        shown = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not (system and system.token and hmac.compare_digest(system.token, shown)):
            raise Refused(no.TOKEN_WRONG)
        notes = (request.headers.get(name, "") for name in (say.MATTER, say.USER))
        purpose = request.headers.get(say.PURPOSE, "")
        if not WORD.fullmatch(purpose) or not all(NOTE.fullmatch(note) for note in notes):
            raise Refused(no.HEADER_MISSING)
        return client

    async def _take_in(self, request: Request, spool: IO[bytes]) -> tuple[int, str]:
        """Length and digest of the body, which now stands in the spool."""
        hasher, size = say.new_hash(), 0
        async for piece in request.body:
            size += len(piece)
            if size > self._desk.configuration.most_body:
                raise Refused(no.BODY_TOO_LARGE)
            hasher.update(piece)
            spool.write(piece)
        spool.seek(0)
        return size, say.digest_of_hash(hasher.digest())

    async def _signed(self, exchange: Exchange, client: str, digest: str) -> tuple[bytes, str]:
        """The statement, and the header lines of the call."""
        request, signer = exchange.request, self._desk.signers[client]
        own = {name: request.headers.get(name, "") for name in (say.PURPOSE, say.MATTER, say.USER)}
        time = str(self._desk.now())
        signing = {
            say.CLIENT: client,
            **own,
            say.TIME: time,
            say.NONCE: secrets.token_urlsafe(18),
            say.DIGEST: digest,
        }
        statement = say.request_statement(request.method, request.target, signing)
        signature = await signer.sign(statement)
        exchange.headers = signing
        exchange.asked = Side(time, digest, signer.fingerprint, signature)
        sent = {**signing, say.KEY: signer.fingerprint, say.SIGNATURE: signature}
        for name in ("content-type", "accept", "accept-language"):
            if name in request.headers:
                sent[name] = request.headers[name]
        return statement, "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value)

    def _pool(self, member: str, snapshot: Snapshot) -> Pool:
        url = snapshot.nodes.get(member)
        if not url:
            raise Refused(no.PEER_UNKNOWN)
        name = f"{member} {url}"
        if name not in self._desk.pools:
            self._desk.pools[name] = Pool(
                url, self._context, lambda shown: self._is_node_of(member, shown)
            )
        return self._desk.pools[name]

    def _is_node_of(self, member: str, fingerprint: str) -> bool:
        """Whether the certificate at the other end is registered for that body and in force."""
        known = self._desk.present().certificates.get(fingerprint)
        return bool(
            known
            and known.member == member
            and not known.is_revoked
            and known.not_before_ms <= self._desk.now() < known.not_after_ms
        )

    async def _hand_on(self, exchange: Exchange, statement: bytes, answer: Answer) -> str:
        """Give the answer to the system once its signature fits; a long one piece by piece, its end last."""
        is_refusal = say.GRANT not in answer.headers
        exchange.grant = answer.headers.get(say.GRANT, "")
        content_type = answer.headers.get("content-type", "")
        head = f"content-type: {content_type}\r\n" if content_type else ""
        head += f"{say.GRANT}: {exchange.grant}\r\n" if exchange.grant else ""
        connection = exchange.request.connection
        if answer.body.is_whole or is_refusal:
            body = await answer.body.read(IN_MEMORY * 8)
            if body is None:
                raise Refused(no.ANSWER_TOO_LARGE)
            if is_refusal:
                outcome = await self._note_refusal(exchange, answer)
            else:
                signed = answer.headers if say.SIGNATURE in answer.headers else answer.body.trailers
                digest = say.digest_of(body)
                outcome = await self._conclude(exchange, statement, answer, digest, signed)
            connection.respond(answer.status, head, body)
            return outcome
        connection.begin(answer.status, head)
        try:
            outcome = await self._pass_on(exchange, statement, answer)
        except (Refused, BodyLost):
            connection.abort()
            raise ConnectionResetError from None
        connection.end()
        return outcome

    async def _pass_on(self, exchange: Exchange, statement: bytes, answer: Answer) -> str:
        hasher, held = say.new_hash(), b""
        async for piece in answer.body:
            hasher.update(piece)
            await exchange.request.connection.send(held)
            held = piece
        digest = say.digest_of_hash(hasher.digest())
        outcome = await self._conclude(
            exchange, statement, answer, digest, answer.body.trailers or answer.headers
        )
        await exchange.request.connection.send(held)
        return outcome

    async def _conclude(
        self,
        exchange: Exchange,
        statement: bytes,
        answer: Answer,
        digest: str,
        signed: dict[str, str],
    ) -> str:
        """Check the provider's signature over what came, and write the exchange down."""
        side = Side(
            signed.get(say.TIME, ""), digest, signed.get(say.KEY, ""), signed.get(say.SIGNATURE, "")
        )
        content_type = answer.headers.get("content-type", "")
        said = say.answer_statement(
            status=answer.status,
            content_type=content_type,
            grant=exchange.grant,
            time=side.time,
            digest=digest,
            request=statement,
        )
        is_genuine = self._is_genuine(exchange.service, side, said)
        outcome = "ok" if is_genuine else no.ANSWER_NOT_GENUINE.code
        entry = exchange.entry(
            outcome, status=answer.status, content_type=content_type, answer=side
        )
        await self._desk.write_down(entry, exchange.people)
        if not is_genuine:
            raise Refused(no.ANSWER_NOT_GENUINE)
        return outcome

    def _is_genuine(self, service: str, side: Side, statement: bytes) -> bool:
        snapshot = self._desk.present()
        known = snapshot.certificates.get(side.key)
        if known is None or known.is_revoked or known.subsystem != service.rpartition("/")[0]:
            return False
        key = snapshot.keys[side.key]
        return self._verifier.fits(side.key, key, side.signature, statement)

    async def _note_refusal(self, exchange: Exchange, answer: Answer) -> str:
        outcome = f"refused.{answer.status}"
        await self._desk.write_down(exchange.entry(outcome, status=answer.status), exchange.people)
        return outcome


async def _pieces(spool: IO[bytes]) -> AsyncIterator[bytes]:
    while piece := spool.read(PIECE):
        yield piece
