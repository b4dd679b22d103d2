"""A key at work: one signature for each statement, or one for all that come within two milliseconds."""

import asyncio
from base64 import b64encode

from .configuration import Identity
from .keys import sign_batch, sign_one, signature_of

TOGETHER_SECONDS = 0.002
MOST = 1024


class Signer:
    """Signs with the key of one certificate."""

    def __init__(self, identity: Identity, *, in_batches: bool) -> None:
        self.fingerprint = identity.fingerprint
        self._key, self._in_batches = identity.key, in_batches
        self._sign = signature_of(identity.key)
        self._waiting: list[tuple[bytes, asyncio.Future[str]]] = []
        self._timer: asyncio.TimerHandle | None = None

    async def sign(self, statement: bytes) -> str:
        """The header's value."""
        if not self._in_batches:
            return b64encode(self._sign(statement)).decode()
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[str] = loop.create_future()
        self._waiting.append((statement, waiter))
        if len(self._waiting) >= MOST:
            self._sign_all()
        elif self._timer is None:
            self._timer = loop.call_later(TOGETHER_SECONDS, self._sign_all)
        return await waiter

    def _sign_all(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        if len(waiting) == 1:
            values = [sign_one(self._key, waiting[0][0])]
        else:
            values = sign_batch(self._key, [statement for statement, _ in waiting])
        for (_, waiter), value in zip(waiting, values, strict=True):
            if not waiter.done():
                waiter.set_result(value)
