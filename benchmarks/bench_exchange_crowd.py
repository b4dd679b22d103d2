"""A thousand callers at one exchange node: what a call costs against the same with few, memory, p95, back-pressure.

Each holds a connection of its own over mutual TLS and calls over it, every call signed, granted, logged and answered
by an upstream (nginx). First all at once, then one after the other at a steady pace, of which p95 is told; then more
come than the node takes. Any other answer than the promised one ends the run. Needs nginx (apt-get install
nginx-light).
"""

import asyncio
import os
import shutil
import signal
import statistics
import sys
import tempfile
import time
from pathlib import Path

import uvloop

from benchmarks.bench_exchange import (
    JSON,
    SETTLED_SECONDS,
    Caller,
    Served,
    in_process,
    network_with,
    nginx,
    node_main,
)
from benchmarks.harness import FULL, ROUNDS, conclude
from benchmarks.results import keep
from nentang.government.data_sharing.node.descriptors import room_for, too_few

CROWD, FEW, TAKEN = 1_000, 64, 1_100
BEYOND = 300
CALLS = 5_000 if FULL else 2_000
PACE = 100  # calls a second of all together
PACED = 3_000 if FULL else 600
P95_MS = 250.0
KB_EACH = 100.0
UPSTREAM = "server {{ listen 127.0.0.1:18095 backlog=4096; location / {{ default_type application/json; return 200 '{0}'; }} }}"

Wire = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def connect(caller: Caller, served: Served) -> Wire:
    """One more connection with a client's certificate."""
    return await asyncio.open_connection("127.0.0.1", served.port, ssl=caller.context)


async def ask(wire: Wire, call: bytes, status: int = 200) -> float:
    """Milliseconds until the whole answer is there; it must have that status. No call: what comes unasked."""
    reader, writer = wire
    begun = time.perf_counter()
    writer.write(call)
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 %d" % status):
        raise SystemExit(f"not {status}: {head.decode('latin-1')}")
    size = head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]
    await reader.readexactly(int(size))
    return 1000 * (time.perf_counter() - begun)


async def at_once(wires: list[Wire], calls: list[bytes], served: Served) -> float:
    """Microseconds of CPU a call, each wire sending its next when the answer is there."""
    left, begun = iter(calls), served.cpu()

    async def work(wire: Wire) -> None:
        for call in left:
            await ask(wire, call)

    await asyncio.gather(*(work(wire) for wire in wires))
    return 1e6 * (served.cpu() - begun) / len(calls)


async def paced(wires: list[Wire], calls: list[bytes]) -> list[float]:
    """Milliseconds of each call, sent when its moment comes, whether those before it are answered or not."""
    begun = asyncio.get_running_loop().time()

    async def one(number: int, call: bytes) -> float:
        await asyncio.sleep(begun + number / PACE - asyncio.get_running_loop().time())
        return await ask(wires[number % len(wires)], call)

    return sorted(await asyncio.gather(*(one(*each) for each in enumerate(calls))))


async def beyond(caller: Caller, served: Served, held: int) -> list[Wire]:
    """More than the node takes: those beyond are told to come back, with 503."""
    taken = [await connect(caller, served) for _ in range(TAKEN - held)]
    await asyncio.sleep(SETTLED_SECONDS)
    for _ in range(BEYOND):
        wire = await connect(caller, served)
        await ask(wire, b"", 503)
        wire[1].close()
    return taken


def memory_kb(served: Served) -> int:
    """What the process holds in memory."""
    status = Path(f"/proc/{served.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


async def measure(caller: Caller, served: Served) -> None:
    """All of it against one node."""
    few = [await connect(caller, served) for _ in range(FEW)]
    await at_once(few, caller.signed(CALLS), served)  # warms up
    before = memory_kb(served)
    crowd = few + [await connect(caller, served) for _ in range(CROWD - FEW)]
    await at_once(crowd, caller.signed(CROWD), served)  # who says nothing for 15 s is cut off
    ratios, costs = [], []
    for _ in range(ROUNDS):
        small = await at_once(few, caller.signed(CALLS), served)
        costs.append(await at_once(crowd, caller.signed(CALLS), served))
        ratios.append(costs[-1] / small)
    each_kb = (memory_kb(served) - before) / (CROWD - FEW)
    taken = await beyond(caller, served, len(crowd))
    waits = await paced(crowd, caller.signed(PACED))
    for _, writer in crowd + taken:
        writer.close()
    p50, p95 = waits[len(waits) // 2], waits[int(len(waits) * 0.95)]
    print(
        f"{CROWD} connections, {ROUNDS} rounds of {CALLS} calls: no errors, {statistics.median(costs):.0f} µs of CPU a"
        f" call, ratios {min(ratios):.2f} … {max(ratios):.2f}; {before / 1024:.0f} MB with {FEW}, {each_kb:.0f} KB for"
        f" each more; {BEYOND} beyond {TAKEN} told to come back; {PACE} a second: p50 {p50:.0f} ms, p95 {p95:.0f} ms"
    )
    if FULL:
        row = {
            "connections": CROWD,
            "cpu_us_each": round(statistics.median(costs)),
            "ratios": ratios,
        }
        row |= {"kb_each": round(each_kb), "a_second": PACE, "p50_ms": p50, "p95_ms": p95}
        keep("exchange_crowd", [row])
    conclude("exchange_crowd_cpu", statistics.median(ratios), 1.25, better="lower")
    conclude("exchange_crowd_memory", each_kb / KB_EACH, 1.0, better="lower")
    conclude("exchange_crowd_p95", p95 / P95_MS, 1.0, better="lower")


def main() -> None:
    """One node with keys of the recommended kind."""
    if not shutil.which("nginx"):
        sys.exit("nginx is missing: apt-get install nginx-light")
    if (room := room_for(TAKEN)) < TAKEN:
        sys.exit(too_few(TAKEN, room))
    folder = Path(tempfile.mkdtemp(prefix="bench-exchange-"))
    os.chmod(folder, 0o755)
    upstream, _ = nginx(folder, "upstream", UPSTREAM.format(JSON), 18095)
    network = network_with(folder / "ed25519", "ed25519")
    process, served = in_process(node_main(network, 18095, batches=False, most=TAKEN))
    try:
        uvloop.run(measure(Caller(network), served))
    finally:
        process.kill()
        upstream.send_signal(signal.SIGTERM)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
