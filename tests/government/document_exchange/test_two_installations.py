"""Two installations over HTTP on a line that fails: nothing is lost, nothing doubled.

NENTANG_EXCHANGE_MESSAGES says how many messages wait for the side that is down; 100000 is the drill.
"""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from .bad_line import BadLine
from .two_sides import TwoSides, nothing_is_lost_and_nothing_doubled

MESSAGES = int(os.environ.get("NENTANG_EXCHANGE_MESSAGES", "60"))


class OverHttp(TwoSides):
    """Each reaches the other over a line of its own."""

    def __init__(self, folder: Path, tables: Path) -> None:
        super().__init__(folder, tables, ({}, {}))
        self.to_b = BadLine(self.b.port, share=0.0, seed=1)
        self.to_a = BadLine(self.a.port, share=0.0, seed=2)
        self.connect(self.to_a.url, self.to_b.url)

    def end(self) -> None:
        super().end()
        for line in (self.to_a, self.to_b):
            line.close()

    def b_goes(self) -> None:
        self.to_b.is_down = True

    def b_comes_back(self) -> None:
        self.to_b.is_down = False

    def suffer(self, share: float) -> None:
        self.to_a.share = self.to_b.share = share

    def faults(self) -> set[str]:
        return set(self.to_b.happened)


@pytest.fixture
def pair(tmp_path: Path, tables: Path) -> Iterator[OverHttp]:
    made = OverHttp(tmp_path, tables)
    yield made
    made.end()


def test_nothing_is_lost_and_nothing_doubled_whatever_the_line_does(pair: OverHttp) -> None:
    nothing_is_lost_and_nothing_doubled(pair, MESSAGES, share=0.07)  # 1 % of each of seven faults


def test_a_line_that_loses_every_eighth_message_is_no_side_that_is_off(pair: OverHttp) -> None:
    pair.a.tell("send", pair.at, to="G98", first=0, count=100)
    begun = pair.at
    pair.suffer(0.3)  # three of seven faults leave the sender without any answer

    pair.until_quiet()

    assert pair.a.tell("state", pair.at)["sent"] == pair.b.tell("state", pair.at)["came"]
    assert pair.at - begun < timedelta(minutes=30)


def test_a_document_that_one_side_lost_is_named_on_both(pair: OverHttp) -> None:
    pair.a.tell("send", pair.at, to="G98", first=0, count=5)
    pair.until_quiet()
    lost = pair.a.tell("state", pair.at)["sent"][3]
    assert pair.a.tell("prove", pair.at) == {"counts": [[5, 5]], "unequal": 0, "unexplained": 0}

    pair.b.tell("lose", pair.at, document_id=lost)

    assert pair.a.tell("prove", pair.at) == {"counts": [[5, 4]], "unequal": 1, "unexplained": 1}
    assert pair.b.tell("prove", pair.at) == {"counts": [[4, 5]], "unequal": 1, "unexplained": 1}
    assert pair.a.tell("differences", pair.at) == {"named": [[lost, True]]}
    assert pair.b.tell("differences", pair.at) == {"named": [[lost, False]]}
    pair.a.tell("send_again", pair.at, document_id=lost)
    pair.until_quiet()
    assert pair.a.tell("state", pair.at)["sent"] == pair.b.tell("state", pair.at)["came"]
    assert pair.a.tell("prove", pair.at)["unexplained"] == 0
