"""What a node lives through: new snapshots under load, a day without the database, a crash, a full disk, many at once."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from nentang.government.data_sharing.node import incoming
from nentang.government.data_sharing.node import statements as say
from nentang.government.data_sharing.node.authority import new_key
from nentang.government.data_sharing.node.chain import (
    Chain,
    Entry,
    Side,
    handed_files,
    read_handed,
    read_lines,
)
from nentang.government.data_sharing.node.filters import granted_part, tree_of
from nentang.government.data_sharing.node.keys import Verifier, checker_of, sign_batch
from nentang.government.data_sharing.node.node import now_ms
from nentang.government.data_sharing.node.snapshot import (
    GrantInfo,
    ServiceInfo,
    seal_snapshot,
    write_whole,
)

from .network import ASKER, CONFIRM, FILES, NUMBER, Running, read_reply, with_network

DAY_MS = 24 * 3600 * 1000


def test_a_new_snapshot_under_load_drops_no_call(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        statuses: list[int] = []
        is_over = False

        async def load() -> None:
            while not is_over:
                statuses.append((await running.ask(CONFIRM, f"?number={NUMBER}")).status)

        callers = [asyncio.create_task(load()) for _ in range(8)]
        for _ in range(20):
            running.network.publish()
            await running.holder._refresh()
            await running.asker._refresh()
            await asyncio.sleep(0.02)
        is_over = True
        await asyncio.gather(*callers)
        assert running.holder.desk.present().content.number == running.network.content.number
        assert len(statuses) > 8
        assert set(statuses) == {200}

    with_network(tmp_path, test)


def test_a_node_lives_a_day_without_news_and_no_longer(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network, made = running.network, now_ms()
        for node in (running.holder, running.asker):
            node.desk.snapshot = None
        network.publish(made_at_ms=made - DAY_MS + 60_000)
        for node in (running.holder, running.asker):
            await node._refresh()
        assert (await running.ask(CONFIRM, f"?number={NUMBER}")).status == 200
        assert not running.holder.health().is_healthy  # it lives, but somebody should look

        for node in (running.holder, running.asker):
            node.desk.snapshot = None
        network.publish(made_at_ms=made - DAY_MS - 60_000)
        for node in (running.holder, running.asker):
            await node._refresh()
        reply = await running.ask(CONFIRM, f"?number={NUMBER}")
        assert reply.code == "exchange.snapshot_too_old"

    with_network(tmp_path, test)


def test_an_older_or_false_snapshot_is_not_taken(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        network = running.network
        number = running.holder.desk.present().content.number
        network.publish(made_at_ms=now_ms() - 60_000)
        await running.holder._refresh()
        assert running.holder.desk.present().content.number == number
        content = replace(network.content, number=99, made_at_ms=now_ms())
        write_whole(tmp_path / "snapshot", seal_snapshot(content, new_key()))
        await running.holder._refresh()
        assert running.holder.desk.present().content.number == number
        assert not running.holder.health().is_healthy

    with_network(tmp_path, test)


def test_no_data_leaves_where_the_log_cannot_be_written(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        running.holder.desk.chain._write = full  # type: ignore[method-assign]
        reply = await running.ask(CONFIRM, f"?number={NUMBER}")
        assert reply.code == "exchange.log_failed"
        assert not running.holder.health().is_healthy

    with_network(tmp_path, test)


def test_a_thousand_connections_are_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "HEAD_SECONDS", 300.0)  # all wait for the last to connect

    async def test(running: Running) -> None:
        port, context = running.holder.ports()[0], running.tls(ASKER)
        target = f"/r1/{CONFIRM}?number={NUMBER}"

        async def one(gate: asyncio.Semaphore) -> asyncio.StreamWriter:
            async with gate:  # as many handshakes at once as a listener's queue holds
                reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
            await opened()
            headers = running.signed(target)
            lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            writer.write(f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode())
            assert (await read_reply(reader)).status == 200
            return writer

        count, everybody = 0, asyncio.Event()

        async def opened() -> None:
            nonlocal count
            count += 1
            if count == 1000:
                everybody.set()
            await everybody.wait()

        gate = asyncio.Semaphore(50)
        for writer in await asyncio.gather(*(one(gate) for _ in range(1000))):
            writer.close()

    with_network(tmp_path, test)


def test_more_connections_than_allowed_are_told_to_come_back(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        port, context = running.holder.ports()[0], running.tls(ASKER)
        held = [await asyncio.open_connection("127.0.0.1", port, ssl=context) for _ in range(3)]
        await asyncio.sleep(0.1)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
        reply = await read_reply(reader)
        assert (reply.status, reply.code) == (503, "exchange.busy")
        assert reply.headers["retry-after"]
        for _, each in [*held, (reader, writer)]:
            each.close()

    with_network(tmp_path, test, most_connections=3)


def test_health_and_metrics_are_told_on_their_own_address(tmp_path: Path) -> None:
    async def test(running: Running) -> None:
        from .network import call

        await running.ask(CONFIRM, f"?number={NUMBER}")
        port = running.holder.ports()[2]
        health = await call(port, target="/health", headers={})
        assert (health.status, json.loads(health.body)["status"]) == (200, "ok")
        metrics = (await call(port, target="/metrics", headers={})).body.decode()
        service = f'side="serve",service="{CONFIRM}",outcome="ok"'
        assert f"nentang_exchange_total{{{service}}} 1" in metrics
        assert "nentang_exchange_healthy 1" in metrics
        from prometheus_client.parser import text_string_to_metric_families

        assert list(text_string_to_metric_families(metrics))

    with_network(tmp_path, test)


def entry(number: int) -> Entry:
    side = Side("1", "sha-256=x", "k", "s")
    return Entry(
        0,
        "",
        number,
        "serve",
        "ok",
        "GET",
        "/r1/a/b/c",
        "H29/x",
        "dossier",
        "",
        "",
        "n" * 16,
        "a/b/c",
        "G",
        side,
    )


def test_half_a_line_after_a_crash_is_cut_off_and_the_chain_goes_on(tmp_path: Path) -> None:
    async def write(count: int) -> None:
        chain = Chain(tmp_path)
        for number in range(count):
            chain.append(entry(number))
        await chain.durable()
        await chain.close()

    asyncio.run(write(3))
    (file,) = tmp_path.glob("exchange-*.log")
    with file.open("ab") as stream:
        stream.write(b"0123456789abcdef {half")
    asyncio.run(write(2))

    assert [line.entry.seq for line in read_lines(tmp_path)] == [1, 2, 3, 4, 5]


def test_what_was_answered_is_in_the_log_of_a_node_that_is_killed(tmp_path: Path) -> None:
    """A process of its own, SIGKILL in the middle: every answer that came stands in the chain."""
    program = """
import asyncio, sys
from pathlib import Path
from nentang.government.data_sharing.node.chain import Chain
from tests.government.data_sharing.node.test_endurance import entry

async def main():
    chain, number = Chain(Path(sys.argv[1])), 0
    while True:
        number += 1
        chain.append(entry(number))
        await chain.durable()
        print(number, flush=True)

asyncio.run(main())
"""
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(("src", "."))},
    )
    assert process.stdout is not None
    answered = 0
    while answered < 50:
        answered = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()

    process.stdout.close()
    answered = int(rest[-1]) if rest else answered
    chain = Chain(tmp_path)
    assert chain.seq >= answered
    handed = [each for file in handed_files(tmp_path) for each in read_handed(file)]
    assert [each.entry.seq for each in handed] == list(range(1, chain.seq + 1))


def test_what_only_the_hand_over_has_after_a_crash_is_cut_off(tmp_path: Path) -> None:
    async def write(count: int) -> None:
        chain = Chain(tmp_path)
        for number in range(count):
            chain.append(entry(number))
        await chain.durable()
        await chain.close()

    asyncio.run(write(3))
    (ready,) = handed_files(tmp_path)
    (log,) = tmp_path.glob("exchange-*.log")
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))
    left = ready.rename(ready.with_suffix(".open"))
    left.write_bytes(left.read_bytes() + b'{"half')

    asyncio.run(write(2))

    handed = [each for file in handed_files(tmp_path) for each in read_handed(file)]
    assert [each.entry.seq for each in handed] == [1, 2, 3, 4]
    assert [each.hash for each in handed] == [line.hash for line in read_lines(tmp_path)]


def test_calls_answered_while_the_node_stops_are_written_down(tmp_path: Path) -> None:
    answered: list[int] = []

    async def test(running: Running) -> None:
        async def load() -> None:
            try:
                while True:
                    reply = await running.ask(FILES, "/in", method="POST", body=b"x")
                    answered.append(reply.status)
            except (OSError, asyncio.IncompleteReadError, IndexError):  # cut off before a head came
                return

        callers = [asyncio.create_task(load()) for _ in range(4)]
        await asyncio.sleep(0.5)
        await running.asker.stop()
        running.asker.stop = nothing  # type: ignore[method-assign]
        await asyncio.gather(*callers)

    async def nothing() -> None:
        """It has stopped."""

    with_network(tmp_path, test)

    written = sum(line.entry.outcome == "ok" for line in read_lines(tmp_path / "log-H29"))
    assert answered.count(200) <= written


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=70), st.data())
def test_a_batch_signature_holds_for_its_statement_and_for_no_other(
    statements: list[bytes], data: st.DataObject
) -> None:
    key = new_key()
    check = checker_of(key.public_key())
    values = sign_batch(key, statements)
    at = data.draw(st.integers(0, len(statements) - 1))
    other = data.draw(st.binary(max_size=40).filter(lambda each: each != statements[at]))

    assert Verifier().fits("f", check, values[at], statements[at])
    assert not Verifier().fits("f", check, values[at], other)
    assert not Verifier().fits("f", checker_of(new_key().public_key()), values[at], statements[at])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=4)
    ),
    max_leaves=12,
)
PATHS = st.sets(st.sampled_from(["a", "b", "a.a", "a.b", "b.c", "c.d.a"]), min_size=1, max_size=4)


@given(JSON, PATHS)
def test_only_granted_paths_leave(answer: object, paths: set[str]) -> None:
    service = ServiceInfo("s", "m")
    grant = GrantInfo("g", "c", "s", "p", fields=tuple(sorted(paths)))

    left = json.loads(granted_part(json.dumps(answer).encode(), service, grant))

    for path in leaves(left):
        granted = any(path == each or path.startswith(f"{each}.") for each in paths)
        assert granted or any(each.startswith(f"{path}.") for each in paths), path


def leaves(value: object, path: str = "") -> list[str]:
    """Paths of everything that is in it, lists passed through."""
    if isinstance(value, list):
        return [each for inner in value for each in leaves(inner, path)]
    if isinstance(value, dict):
        found = [path] if path and not value else []
        return found + [
            each
            for name, inner in value.items()
            for each in leaves(inner, f"{path}.{name}" if path else name)
        ]
    return [path] if path and value is not None else []


def test_a_whole_object_is_granted_before_its_parts() -> None:
    assert tree_of(("a.b", "a")) == {"a": {}}


@pytest.mark.parametrize("body", [b"{", b"[" * 200_000, b"\xff"])
def test_an_answer_that_is_no_json_is_not_filtered(body: bytes) -> None:
    from nentang.government.data_sharing.node.refusals import Refused

    grant = GrantInfo("g", "c", "s", "p", fields=("a",))
    with pytest.raises(Refused, match="answer_unreadable"):
        granted_part(body, ServiceInfo("s", "m"), grant)


def test_the_node_loads_neither_django_nor_the_house() -> None:
    program = (
        "import sys; import nentang.government.data_sharing.node.program;"
        "print(*(name for name in sys.modules if name.startswith(('django', 'nentang.foundation'))))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "", run.stderr


def test_requests_are_signed_over_what_the_how_to_says() -> None:
    headers = {
        say.CLIENT: "H29/one-stop",
        say.PURPOSE: "dossier",
        say.MATTER: "M",
        say.TIME: "1",
        say.NONCE: "n",
        say.DIGEST: "d",
    }
    assert say.request_statement("GET", "/r1/a/b/c", headers).decode().split("\n") == [
        "nentang-exchange-1", "GET", "/r1/a/b/c", "H29/one-stop", "dossier", "M", "", "1", "n", "d",
    ]  # fmt: skip
