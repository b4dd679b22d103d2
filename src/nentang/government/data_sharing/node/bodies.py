"""A body on its way: whole where it is small, in pieces with back-pressure where it is large."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

INLINE = 64 * 1024
HELD = 256 * 1024


class BodyLost(Exception):
    """The other side went away in the middle."""


class Body:
    """Pieces come in by `feed`; whoever reads too slowly stops the sender."""

    def __init__(self, pause: Callable[[], None], resume: Callable[[], None]) -> None:
        self._pieces: deque[bytes] = deque()
        self._held = 0
        self._pause, self._resume = pause, resume
        self._waiter: asyncio.Future[None] | None = None
        self._is_paused = False
        self.is_whole = False
        self.is_lost = False
        self.trailers: dict[str, str] = {}

    @property
    def held(self) -> int:
        """Bytes that wait to be read."""
        return self._held

    def feed(self, piece: bytes) -> None:
        """One more piece."""
        self._pieces.append(piece)
        self._held += len(piece)
        if self._held > HELD and not self._is_paused:
            self._is_paused = True
            self._pause()
        self._wake()

    def end(self) -> None:
        """Nothing more will come."""
        self.is_whole = True
        self._wake()

    def lose(self) -> None:
        """The sender is gone."""
        if not self.is_whole:
            self.is_lost = True
            self._wake()

    def taken(self) -> bytes:
        """All that came so far, at once."""
        data = b"".join(self._pieces) if len(self._pieces) != 1 else self._pieces[0]
        self._pieces.clear()
        self._held = 0
        return data

    async def read(self, most: int) -> bytes | None:
        """The whole body; None where it is longer than `most`. BodyLost."""
        if self.is_whole and not self._is_paused:
            return self.taken() if self._held <= most else None
        parts: list[bytes] = []
        size = 0
        async for piece in self:
            size += len(piece)
            if size > most:
                return None
            parts.append(piece)
        return b"".join(parts)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            while self._pieces:
                piece = self._pieces.popleft()
                self._held -= len(piece)
                yield piece
            if self._is_paused and self._held <= HELD // 2:
                self._is_paused = False
                self._resume()
            if self.is_whole:
                return
            if self.is_lost:
                raise BodyLost
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


def whole(data: bytes) -> Body:
    """A body that is all there."""
    body = Body(_nothing, _nothing)
    if data:
        body.feed(data)
    body.end()
    return body


def _nothing() -> None:
    pass
