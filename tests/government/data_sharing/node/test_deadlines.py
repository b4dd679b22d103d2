"""Time limits: of a call, of a head, of a connection that nobody uses."""

import asyncio
import contextlib
import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nentang.government.data_sharing.node import incoming
from nentang.government.data_sharing.node.deadlines import Deadline
from nentang.government.data_sharing.node.outgoing import Pool

from .network import ASKER, CONFIRM, NUMBER, Running, call, read_reply, with_network

TARGET = f"/r1/{CONFIRM}?number={NUMBER}"


class Loop:
    """A loop whose time passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.armed = 0

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, act: Callable[[], None]) -> "Timer":
        self.armed += 1
        self.timers.append((when, act))
        return Timer(self, (when, act))

    def pass_to(self, now: float) -> None:
        while due := sorted((each for each in self.timers if each[0] <= now), key=lambda t: t[0]):
            self.timers.remove(due[0])
            self.now = due[0][0]
            due[0][1]()
        self.now = now


class Timer:
    """What `call_at` gives."""

    def __init__(self, loop: Loop, at: tuple[float, Callable[[], None]]) -> None:
        self.loop, self.at = loop, at

    def cancel(self) -> None:
        if self.at in self.loop.timers:
            self.loop.timers.remove(self.at)


def deadline_with() -> tuple[Any, Deadline, list[float]]:
    loop: Any = Loop()
    fired: list[float] = []
    return loop, Deadline(loop, lambda: fired.append(loop.now)), fired


def test_a_deadline_fires_when_the_seconds_last_set_are_over() -> None:
    loop, deadline, fired = deadline_with()
    deadline.set(10)
    loop.pass_to(4)
    deadline.set(10)
    loop.pass_to(13.9)
    assert fired == []
    loop.pass_to(30)
    assert fired == [14]


def test_an_earlier_deadline_counts_too() -> None:
    loop, deadline, fired = deadline_with()
    deadline.set(75)
    deadline.set(5)
    loop.pass_to(100)
    assert fired == [5]


def test_a_deadline_that_is_cleared_or_closed_does_not_fire() -> None:
    loop, deadline, fired = deadline_with()
    deadline.set(5)
    deadline.clear()
    loop.pass_to(10)
    deadline.set(5)
    deadline.close()
    deadline.set(1)
    loop.pass_to(100)
    assert fired == []
    assert not loop.timers


def test_a_thousand_calls_move_no_timer() -> None:
    loop, deadline, fired = deadline_with()
    for number in range(1000):
        deadline.set(30)
        loop.pass_to(number / 100)
        deadline.set(50)
    assert (fired, loop.armed) == ([], 1)


def test_who_sends_no_head_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "HEAD_SECONDS", 0.05)

    async def test(running: Running) -> None:
        port = running.holder.ports()[0]
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=running.tls(ASKER))
        writer.write(b"GET / HTTP/1.1\r\n")
        assert await asyncio.wait_for(reader.read(), 20) == b""
        writer.close()

    with_network(tmp_path, test)


def test_a_call_that_takes_too_long_is_broken_off_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incoming, "EXCHANGE_SECONDS", 0.2)

    async def test(running: Running) -> None:
        target = f"/r1/{CONFIRM}/slow?number={NUMBER}"
        with pytest.raises((asyncio.IncompleteReadError, ConnectionResetError)):
            await running.direct(target, running.signed(target))
        metrics = await call(running.holder.ports()[2], target="/metrics", headers={})
        assert b'outcome="late"' in metrics.body

    with_network(tmp_path, test)


@pytest.mark.parametrize(
    "behind", [b"HTTP/1.1 200 OK\r\nx: ", b"HTTP/1.1 200 OK\r\n\r\n", b"\r\nno"]
)
def test_what_comes_behind_an_answer_never_becomes_the_next_answer(behind: bytes) -> None:
    async def register(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = 0
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while await reader.readuntil(b"\r\n\r\n"):
                number += 1
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n%d" % number + behind)
        writer.close()

    async def test() -> None:
        server = await asyncio.start_server(register, "127.0.0.1", 0)
        pool = Pool(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        for _ in range(2):  # each is the first on a connection of its own
            answer = await pool.call("GET", "/", "", b"")
            assert (answer.status, answer.body.taken(), answer.body.trailers) == (200, b"1", {})
        pool.close()
        server.close()

    asyncio.run(test())


def test_a_call_leaves_nothing_for_the_collector_of_cycles(tmp_path: Path) -> None:
    """Which is why `collect_seldom` may keep it from looking."""

    async def test(running: Running) -> None:
        port = running.holder.ports()[0]
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=running.tls(ASKER))

        async def once() -> None:
            lines = "".join(f"{n}: {v}\r\n" for n, v in running.signed(TARGET).items())
            writer.write(f"GET {TARGET} HTTP/1.1\r\n{lines}\r\n".encode())
            assert (await read_reply(reader)).status == 200

        await once()
        gc.collect()
        gc.disable()
        try:
            for _ in range(20):
                await once()
            assert gc.collect() < 20
        finally:
            gc.enable()
            writer.close()

    with_network(tmp_path, test)
