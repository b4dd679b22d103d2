"""What serving and calling share: the present snapshot, keys, the log, and how an exchange is written down."""

import hashlib
from collections.abc import AsyncIterator, Callable
from time import perf_counter

from . import statements as say
from .bodies import Body
from .chain import Chain, Entry, Person, Side
from .configuration import Configuration, authority_of, identity_of
from .gate import Gate
from .incoming import Request
from .outgoing import Pool
from .refusals import BODY_TOO_LARGE, DIGEST_WRONG, LOG_FAILED, SNAPSHOT_TOO_OLD, Refused
from .signing import Signer
from .snapshot import Snapshot
from .watching import Counters

Now = Callable[[], int]


class Desk:
    """One node's tools. `now` gives Unix milliseconds."""

    def __init__(self, configuration: Configuration, now: Now) -> None:
        self.configuration, self.now = configuration, now
        self.authority = authority_of(configuration.authority)
        self.signers = {
            name: Signer(
                identity_of(each.certificate, each.key), in_batches=configuration.signs_in_batches
            )
            for name, each in configuration.systems.items()
        }
        self.snapshot: Snapshot | None = None
        self.chain = Chain(configuration.log)
        self.gate = Gate()
        for entry in self.chain.recent:
            if entry.side == "serve":
                self.gate.remember(entry.request.key, entry.nonce)
        self.counters = Counters()
        self.pools: dict[str, Pool] = {}

    def present(self) -> Snapshot:
        """The snapshot; SNAPSHOT_TOO_OLD where there is none, or it is more than a day old."""
        if self.snapshot is None or self.now() > self.snapshot.good_until_ms:
            raise Refused(SNAPSHOT_TOO_OLD, 60)
        return self.snapshot

    async def write_down(self, entry: Entry, people: tuple[Person, ...] = ()) -> None:
        """The entry on the disk; LOG_FAILED, and then nothing leaves."""
        self.chain.append(entry, people)
        try:
            await self.chain.durable()
        except OSError as fault:
            raise Refused(LOG_FAILED, 30) from fault


class Exchange:
    """One call while it goes on: what its entry will say."""

    def __init__(self, desk: Desk, side: str, request: Request) -> None:
        self.desk, self.request = desk, request
        self.side = side
        self.begun = perf_counter()
        self.service = self.grant = ""
        self.people: tuple[Person, ...] = ()
        self.asked = Side("", "", "", "")
        self.headers = request.headers

    @property
    def seconds(self) -> float:
        """Since it began."""
        return perf_counter() - self.begun

    def entry(
        self, outcome: str, *, status: int = 0, content_type: str = "", answer: Side | None = None
    ) -> Entry:
        """Its line in the log."""
        said = self.headers.get
        return Entry(
            0,
            "",
            self.desk.now(),
            self.side,
            outcome,
            self.request.method,
            self._target(),
            said(say.CLIENT, ""),
            said(say.PURPOSE, ""),
            said(say.MATTER, ""),
            said(say.USER, ""),
            said(say.NONCE, ""),
            self.service,
            self.grant,
            self.asked,
            status,
            content_type,
            answer,
            tuple([each.hashed for each in self.people]),
            int(self.seconds * 1000),
        )

    def _target(self) -> str:
        """As it was signed, where it names nobody; else its hash, for the log holds no personal data."""
        target = self.request.target
        for each in self.people:
            if each.number in target:
                return say.hashed_target(target)
        return target


async def checked(body: Body, digest: str, most: int) -> AsyncIterator[bytes]:
    """The pieces of a body; the last only once the digest of all fits. BODY_TOO_LARGE, DIGEST_WRONG."""
    hasher, size, held = hashlib.sha256(), 0, b""
    async for piece in body:
        size += len(piece)
        if size > most:
            raise Refused(BODY_TOO_LARGE)
        hasher.update(piece)
        if held:
            yield held
        held = piece
    if say.digest_of_hash(hasher.digest()) != digest:
        raise Refused(DIGEST_WRONG)
    if held:
        yield held
