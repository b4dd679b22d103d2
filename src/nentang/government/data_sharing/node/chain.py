"""The log of exchanges: one JSON line each, chained by SHA-256, on the disk before any answer leaves.

The chain holds no personal data: of each person only a salted hash. The number itself stands for some
seconds in a file beside it, until the worker has taken it into the audit.
"""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import msgspec

from nentang.kernel.frozen import Frozen

GENESIS = "0" * 64
SEGMENT_BYTES = 64 * 1024 * 1024
OPEN, READY = ".open", ".ready"
IDENTITY = "identity"
TOGETHER_SECONDS = 0.005
APPENDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_DSYNC
TAIL_BYTES = 4 * 1024 * 1024


class Side(Frozen):
    """A signed message: what was signed is made again from the entry, see `evidence`."""

    time: str
    digest: str
    key: str
    signature: str


class Entry(msgspec.Struct, omit_defaults=True):
    """One exchange. `side` is `serve` (we gave) or `call` (we asked); `people` are salted hashes."""

    seq: int
    prev: str
    at_ms: int
    side: str
    outcome: str
    method: str
    target: str
    client: str
    purpose: str
    matter: str
    user: str
    nonce: str
    service: str
    grant: str
    request: Side
    status: int = 0
    content_type: str = ""
    answer: Side | None = None
    people: tuple[str, ...] = ()
    millis: int = 0


class Person(Frozen):
    """Whose data it was, and the salt of their hash in the entry."""

    number: str
    salt: str

    @property
    def hashed(self) -> str:
        """As the chain has it."""
        return hashlib.sha256(f"{self.salt}:{self.number}".encode()).hexdigest()


class Handed(Frozen):
    """What the worker takes over: an entry, its hash, and who was meant."""

    entry: Entry
    hash: str
    people: tuple[Person, ...] = ()


class Line(Frozen):
    """An entry as it stands in the chain."""

    hash: str
    raw: bytes
    entry: Entry


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Entry).decode


class ChainBroken(ValueError):
    """A line is altered, missing or slipped in; the text says where."""


class Chain:
    """Appends entries; `durable()` returns once all that was appended is on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (folder / IDENTITY).exists():
            (folder / IDENTITY).write_text(secrets.token_hex(8))
        self.seq, self.head, self.recent = _last_of(folder)
        for left in sorted(folder.glob(f"people-*{OPEN}")):
            _hand_over_what_holds(left, self.seq)
        self._lines: list[bytes] = []
        self._handed: list[bytes] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._writing: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(1, "chain")
        self._log: int | None = None
        self._log_bytes = 0
        self._people: tuple[int, Path] | None = None
        self._together = 0.0
        self.failed = ""

    def append(self, entry: Entry, people: tuple[Person, ...] = ()) -> None:
        """Put the entry at the end; its `seq` and `prev` are given here."""
        entry.seq, entry.prev = self.seq + 1, self.head
        raw = _encode(entry)
        self.seq, self.head = entry.seq, hashlib.sha256(raw).hexdigest()
        head = self.head.encode()
        self._lines.append(b"%b %b\n" % (head, raw))
        meant = _encode(people)  # as `Handed`, without saying the entry twice
        self._handed.append(b'{"entry":%b,"hash":"%b","people":%b}\n' % (raw, head, meant))

    def durable(self) -> "asyncio.Future[None]":
        """Done when it is on the disk; OSError where the disk refuses."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.ensure_future(self._write_all())
        return waiter

    async def _write_all(self) -> None:
        """While somebody waits: everything at once, then whatever came in meanwhile."""
        while self._waiting:
            await asyncio.sleep(self._together)
            lines, handed = b"".join(self._lines), b"".join(self._handed)
            waiting, self._waiting = self._waiting, []
            begun = perf_counter()
            self._lines, self._handed = [], []
            try:
                await asyncio.get_running_loop().run_in_executor(
                    self._thread, self._write, lines, handed
                )
                took = perf_counter() - begun
                self._together = min(took / 2, TOGETHER_SECONDS) if len(waiting) > 1 else 0.0
            except OSError as fault:
                self.failed = str(fault)
                for each in waiting:
                    if not each.done():
                        each.set_exception(OSError(str(fault)))
            else:
                for each in waiting:
                    if not each.done():
                        each.set_result(None)

    def _write(self, lines: bytes, handed: bytes) -> None:
        """In the writing thread."""
        if self.failed:
            raise OSError(self.failed)
        if self._people is None:
            path = self.folder / f"people-{_first_seq(lines):012d}{OPEN}"
            self._people = os.open(path, APPENDING, 0o600), path
        _put(self._people[0], handed)
        # the chain last: what a crash leaves only in the other file is cut off at the next start
        _put(self._segment(len(lines), lines), lines)

    def _segment(self, more: int, lines: bytes) -> int:
        if self._log is None or self._log_bytes + more > SEGMENT_BYTES:
            if self._log is not None:
                os.close(self._log)
            path = self.folder / f"exchange-{_first_seq(lines):012d}.log"
            self._log = os.open(path, APPENDING, 0o600)
            self._log_bytes = 0
        self._log_bytes += more
        return self._log

    async def hand_over(self) -> None:
        """Close the file beside the chain, so that the worker takes it."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._hand_over)

    def _hand_over(self) -> None:
        if self._people is not None:
            descriptor, path = self._people
            os.close(descriptor)
            path.replace(path.with_suffix(READY))
            self._people = None

    async def close(self) -> None:
        """Write what is left and close the files."""
        if self._lines:
            await self.durable()
        if self._writing is not None:
            await self._writing
        await self.hand_over()
        self._thread.shutdown()
        if self._log is not None:
            os.close(self._log)


def read_lines(folder: Path) -> Iterator[Line]:
    """Every line in order, checked against the one before; ChainBroken at the first that does not fit."""
    seq, head = 0, GENESIS
    for segment in sorted(folder.glob("exchange-*.log")):
        with segment.open("rb") as stream:
            for raw in stream:
                line = _line(raw, segment, seq)
                if line.entry.seq != seq + 1 or line.entry.prev != head:
                    raise ChainBroken(f"{segment.name}: after {seq} comes {line.entry.seq}")
                seq, head = line.entry.seq, line.hash
                yield line


def identity_of_log(folder: Path) -> str:
    """What tells this log from every other, wherever its folder is moved."""
    return (folder / IDENTITY).read_text().strip()


def handed_files(folder: Path) -> list[Path]:
    """What waits for the worker, earliest first."""
    return sorted(folder.glob(f"people-*{READY}"))


def read_handed(file: Path) -> list[Handed]:
    """The exchanges in such a file."""
    decoder = msgspec.json.Decoder(Handed)
    return [decoder.decode(line) for line in file.read_bytes().splitlines() if line]


def _line(raw: bytes, segment: Path, seq: int) -> Line:
    hashed, _, body = raw.rstrip(b"\n").partition(b" ")
    if hashlib.sha256(body).hexdigest() != hashed.decode("latin-1"):
        raise ChainBroken(f"{segment.name}: the line after {seq} was altered")
    try:
        return Line(hashed.decode(), body, _decode(body))
    except msgspec.DecodeError as fault:
        raise ChainBroken(f"{segment.name}: the line after {seq} is not an exchange") from fault


def _last_of(folder: Path) -> tuple[int, str, list[Entry]]:
    """Number and hash of the last whole line, and the last entries; half a line after a crash is cut off."""
    segments = sorted(folder.glob("exchange-*.log"))
    if not segments:
        return 0, GENESIS, []
    last = segments[-1]
    _cut_half_line(last)
    data = last.read_bytes()[-TAIL_BYTES:]
    lines = [line for line in data.split(b"\n") if line]
    if not lines:
        last.unlink()
        return _last_of(folder)
    whole = lines if len(data) < TAIL_BYTES else lines[1:]
    read = [_line(line, last, 0) for line in whole]
    return read[-1].entry.seq, read[-1].hash, [each.entry for each in read]


def _hand_over_what_holds(left: Path, last: int) -> None:
    """What a crash left: whole lines of exchanges that the chain has; the others were never answered."""
    decoder = msgspec.json.Decoder(Handed)
    lines = left.read_bytes().splitlines(keepends=True)
    kept = [
        line for line in lines if line.endswith(b"\n") and decoder.decode(line).entry.seq <= last
    ]
    left.write_bytes(b"".join(kept))
    left.replace(left.with_suffix(READY))


def _cut_half_line(file: Path) -> None:
    data = file.read_bytes()
    if data and not data.endswith(b"\n"):
        os.truncate(file, data.rfind(b"\n") + 1)


def _first_seq(lines: bytes) -> int:
    entry = _decode(lines.split(b"\n", 1)[0].partition(b" ")[2])
    return entry.seq


def _put(descriptor: int, data: bytes) -> None:
    """All of it, to the disk."""
    while data:
        data = data[os.write(descriptor, data) :]
