"""Two installations over a bus of three nodes, one of which is killed meanwhile: nothing is lost, nothing doubled.

NENTANG_BUS_MESSAGES says how many messages wait for the side that is down.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import nats.errors
import pytest

from nentang.config.axis.neighbour import Neighbour

from .bad_bus import BadBus
from .bus_nodes import NAMES, Nodes, messages_on
from .two_sides import TwoSides, nothing_is_lost_and_nothing_doubled

pytestmark = pytest.mark.nats
MESSAGES = int(os.environ.get("NENTANG_BUS_MESSAGES", "60"))


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

    def exchange(self) -> int:
        receipts = super().exchange()
        until_empty()
        return receipts

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


def until_empty() -> None:
    """Until nothing waits on the bus."""
    for _try in range(1200):
        with suppress(TimeoutError, nats.errors.Error):  # between two leaders
            if not messages_on(NAMES):
                return
        time.sleep(0.1)
    raise AssertionError("something stays on the bus")


@pytest.fixture
def pair(tmp_path: Path, tables: Path, bus: Nodes) -> Iterator[OverBus]:
    made = OverBus(tmp_path, tables, bus)
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
