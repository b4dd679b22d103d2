"""A time limit that is set anew for every call, and costs a call next to nothing."""

import asyncio
from collections.abc import Callable
from math import inf


class Deadline:
    """Calls `act` once the seconds last set are over.

    Setting it later moves no timer: the one that runs looks, when it fires, how long it still has to wait.
    """

    __slots__ = ("_act", "_due", "_fires", "_loop", "_timer")

    def __init__(self, loop: asyncio.AbstractEventLoop, act: Callable[[], None]) -> None:
        self._loop, self._act = loop, act
        self._due = self._fires = inf
        self._timer: asyncio.TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """So long from now, whatever was set before."""
        self._due = self._loop.time() + seconds
        if self._due < self._fires:
            self._arm()

    def clear(self) -> None:
        """No limit, until it is set again."""
        self._due = inf

    def close(self) -> None:
        """Never any more: forget what would be called."""
        if self._timer:
            self._timer.cancel()
        self._act, self._due, self._fires = _nothing, inf, -inf

    def _arm(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._fires = self._due
        self._timer = self._loop.call_at(self._due, self._fired)

    def _fired(self) -> None:
        self._timer, self._fires = None, inf
        if self._due == inf:
            return
        if self._loop.time() < self._due:
            self._arm()
        else:
            self._due = inf
            self._act()


def _nothing() -> None:
    pass
