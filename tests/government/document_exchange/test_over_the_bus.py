"""Two installations over a bus of three nodes, one of which is killed meanwhile: nothing is lost, nothing doubled.

NENTANG_BUS_MESSAGES says how many messages wait for the side that is down.
"""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import nats.errors
import pytest

from nentang.config.axis.bus_ground import OPERATOR
from nentang.config.axis.neighbour import Neighbour
from nentang.government.document_exchange.adapters.bus import configured_bus, connect
from nentang.government.document_exchange.rules.bus import stream_of

from .bad_bus import BadBus
from .bus_nodes import Nodes
from .two_sides import TwoSides, nothing_is_lost_and_nothing_doubled

pytestmark = pytest.mark.nats
MESSAGES = int(os.environ.get("NENTANG_BUS_MESSAGES", "60"))
NAMES = ("ben-a", "ben-b")
SECONDS_TO_TAKE = 3  # what was not confirmed comes again


class OverBus(TwoSides):
    """Each reaches the nodes by a bad way of its own."""

    def __init__(self, folder: Path, tables: Path, nodes: Nodes) -> None:
        self.ways = [BadBus(nodes, share=0.0, seed=seed) for seed in (1, 2)]
        self._is_b_there = True
        self.when_b_is_back: Callable[[], object] = tuple
        settings = [
            nodes.settings(name, way.servers) for name, way in zip(NAMES, self.ways, strict=True)
        ]
        super().__init__(folder, tables, settings)
        for side in (self.a, self.b):
            side.tell("listen", self.at)
        self.connect(*(f"nats:{name}" for name in NAMES))

    def end(self) -> None:
        super().end()
        for way in self.ways:
            way.close()

    def running(self) -> list[Neighbour]:
        return [self.a, self.b] if self._is_b_there else [self.a]

    def exchange(self) -> None:
        super().exchange()
        until_empty(NAMES)

    def b_goes(self) -> None:
        self.b.end()
        self._is_b_there = False

    def b_comes_back(self) -> None:
        self.when_b_is_back()
        self.b = self.b.again()
        self.b.tell("listen", self.at)
        self._is_b_there = True

    def suffer(self, share: float) -> None:
        for way in self.ways:
            way.share = share

    def faults(self) -> set[str]:
        return set().union(*(way.happened for way in self.ways))


def until_empty(names: tuple[str, ...]) -> None:
    """Until nothing waits on the bus."""

    async def waiting() -> int:
        bus = configured_bus()
        assert bus
        client = await connect(bus)
        try:
            manager = client.jetstream(timeout=10)
            infos = [await manager.stream_info(stream_of(name)) for name in names]
            return sum(info.state.messages for info in infos)
        finally:
            await client.close()

    for _try in range(1200):
        with suppress(TimeoutError, nats.errors.Error):  # between two leaders
            if not asyncio.run(waiting()):
                return
        time.sleep(0.1)
    raise AssertionError("something stays on the bus")


@pytest.fixture
def nodes(tmp_path: Path, settings: Any) -> Iterator[Nodes]:
    folder = tmp_path / "bus"
    folder.mkdir()
    made = Nodes(folder)
    as_operator = made.settings(OPERATOR)
    settings.AXIS_BUS = as_operator["NENTANG_AXIS_BUS"].split(",")
    settings.AXIS_BUS_NAME = OPERATOR
    settings.AXIS_BUS_PASSWORD = as_operator["NENTANG_AXIS_BUS_PASSWORD"]
    settings.AXIS_BUS_AUTHORITIES = as_operator["NENTANG_AXIS_BUS_AUTHORITIES"]
    try:
        made.open_streams(NAMES, SECONDS_TO_TAKE)
        yield made
    finally:
        made.end()


@pytest.fixture
def pair(tmp_path: Path, tables: Path, nodes: Nodes) -> Iterator[OverBus]:
    made = OverBus(tmp_path, tables, nodes)
    yield made
    made.end()


def test_nothing_is_lost_and_nothing_doubled_whatever_the_bus_does(
    pair: OverBus, nodes: Nodes
) -> None:
    pair.when_b_is_back = lambda: (  # in the middle of taking what waited
        pair.ways[1].after(60, lambda: nodes.kill(0)),
        pair.ways[1].after(600, lambda: nodes.begin(0)),
    )

    nothing_is_lost_and_nothing_doubled(pair, MESSAGES, share=0.04)  # 1 % of each of four faults
