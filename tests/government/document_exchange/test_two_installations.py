"""Two installations, each a process with its own database, over a line that fails: nothing is lost, nothing doubled.

NENTANG_EXCHANGE_MESSAGES says how many messages wait for the side that is down; 100000 is the drill.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nentang.config.axis.neighbour import DATABASE, Neighbour

from .bad_line import BadLine

ROOT = Path(__file__).parents[3]
MESSAGES = int(os.environ.get("NENTANG_EXCHANGE_MESSAGES", "60"))
MORNING = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)


class Pair:
    """Both sides and the two lines between them."""

    def __init__(self, folder: Path, tables: Path) -> None:
        for code in ("G97", "G98"):
            (folder / code).mkdir()
            shutil.copy(tables, folder / code / DATABASE)
        self.a, self.b = (
            Neighbour(
                folder / code,
                acts="tests.government.document_exchange.side",
                paths=(str(ROOT / "src"), str(ROOT)),
            )
            for code in ("G97", "G98")
        )
        self.to_b = BadLine(self.b.port, share=0.0, seed=1)
        self.to_a = BadLine(self.a.port, share=0.0, seed=2)
        self.at = MORNING
        keys = {
            code: side.tell("begin", self.at, code=code)
            for code, side in (("G97", self.a), ("G98", self.b))
        }
        certificate = {code: told["certificate"] for code, told in keys.items()}
        self.a.tell(
            "connect", self.at, code="ben-b", url=self.to_b.url, certificate=certificate["G98"]
        )
        self.b.tell(
            "connect", self.at, code="ben-a", url=self.to_a.url, certificate=certificate["G97"]
        )
        self.a.tell("connect_again", self.at)

    def end(self) -> None:
        """No more of either."""
        for each in (self.a, self.b):
            each.end()
        for line in (self.to_a, self.to_b):
            line.close()

    def pass_hour(self) -> None:
        """It is an hour later on both sides."""
        self.at += timedelta(hours=1)
        for side in (self.a, self.b):
            side.tell("tick", self.at)

    def until_quiet(self) -> None:
        """Both exchange, hour after hour, until nothing waits."""
        for _hour in range(24 * 6):
            for side in (self.a, self.b):
                while side.tell("exchange", self.at)["receipts"]:
                    pass
            if not any(side.tell("state", self.at)["waiting"] for side in (self.a, self.b)):
                return
            self.pass_hour()
        raise AssertionError("something waits for ever")


@pytest.fixture
def pair(tmp_path: Path, tables: Path) -> Iterator[Pair]:
    made = Pair(tmp_path, tables)
    yield made
    made.end()


def test_nothing_is_lost_and_nothing_doubled_whatever_the_line_does(pair: Pair) -> None:
    pair.to_a.share = pair.to_b.share = 0.07  # a hundredth of each of the seven faults
    pair.to_b.is_down = True
    for start in range(0, MESSAGES, 1000):
        pair.a.tell("send", pair.at, to="G98", first=start, count=min(1000, MESSAGES - start))
    pair.b.tell("send", pair.at, to="G97", first=0, count=MESSAGES // 4)
    pair.a.tell("send", pair.at, to="G98", first=MESSAGES, count=2, file_bytes=9_000_000)
    for _hour in range(72):
        for side in (pair.a, pair.b):
            side.tell("exchange", pair.at)
        pair.pass_hour()
    down = pair.a.tell("state", pair.at)
    assert (down["waiting"], down["dead"]) == (MESSAGES + 2, 0)

    pair.to_b.is_down = False
    pair.until_quiet()
    for side in (pair.a, pair.b):
        side.tell("register", pair.at)
    pair.until_quiet()
    pair.to_a.share = pair.to_b.share = 0.0
    proofs = [side.tell("prove", pair.at) for side in (pair.a, pair.b)]

    a, b = (side.tell("state", pair.at) for side in (pair.a, pair.b))
    assert a["sent"] == b["came"]
    assert b["sent"] == a["came"]
    assert len(set(b["came"])) == len(b["came"]) == MESSAGES + 2
    assert (a["dead"], b["dead"], a["waiting"], b["waiting"]) == (0, 0, 0, 0)
    assert (a["registered"], b["registered"]) == (len(a["sent"]), len(b["sent"]))
    assert (a["heard"], b["heard"]) == (len(a["sent"]), len(b["sent"]))
    assert len(b["files"]) == 2
    for proof in proofs:
        assert (proof["unequal"], proof["unexplained"]) == (0, 0)
        assert sum(ours for ours, _theirs in proof["counts"]) == a["arrivals"] + b["arrivals"]
    assert {"lost", "doubled", "damaged", "late"} & set(pair.to_b.happened)


def test_a_document_that_one_side_lost_is_named_on_both(pair: Pair) -> None:
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
