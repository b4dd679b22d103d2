"""Two installations, each a process with its own database, and what lies between them."""

import shutil
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nentang.config.axis.neighbour import DATABASE, Neighbour

ROOT = Path(__file__).parents[3]
MORNING = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
CODES = ("G97", "G98")
A_WHILE, AN_HOUR = timedelta(seconds=10), timedelta(hours=1)


class TwoSides:
    """The sides `a` and `b`; `urls` are where each is reached by the other."""

    def __init__(self, folder: Path, tables: Path, settings: Iterable[dict[str, str]]) -> None:
        self.at = MORNING
        for code in CODES:
            (folder / code).mkdir()
            shutil.copy(tables, folder / code / DATABASE)
        self.a, self.b = (
            Neighbour(
                folder / code,
                acts="tests.government.document_exchange.side",
                paths=(str(ROOT / "src"), str(ROOT)),
                settings=each,
            )
            for code, each in zip(CODES, settings, strict=True)
        )

    def connect(self, url_of_a: str, url_of_b: str) -> None:
        """Each with a body, and with the directory of the other."""
        keys = [
            side.tell("begin", self.at, code=code)["certificate"]
            for code, side in zip(CODES, (self.a, self.b), strict=True)
        ]
        self.a.tell("connect", self.at, code="ben-b", url=url_of_b, certificate=keys[1])
        self.b.tell("connect", self.at, code="ben-a", url=url_of_a, certificate=keys[0])
        for side in (self.a, self.b):
            _until_read(side, self.at)

    def end(self) -> None:
        """No more of either."""
        for each in (self.a, self.b):
            each.end()

    def pass_time(self, much: timedelta) -> None:
        """It is so much later on both sides."""
        self.at += much
        for side in self.running():
            side.tell("tick", self.at)

    def until_quiet(self) -> None:
        """Both exchange until nothing waits: soon again after something went, else later and later."""
        idle = 0
        while idle < 24 * 8:
            if self.exchange():
                idle = 0
            elif any(side.tell("waiting", self.at)["waiting"] for side in (self.a, self.b)):
                idle += 1
            else:
                return
            self.pass_time(min(AN_HOUR, A_WHILE * 2**idle))
        raise AssertionError("something waits for ever")

    def running(self) -> list[Neighbour]:
        """The sides that can be told anything."""
        return [self.a, self.b]

    def exchange(self) -> int:
        """All that is due goes, and what comes of it is there; how many receipts came."""
        receipts = 0
        for side in self.running():
            while more := side.tell("exchange", self.at)["receipts"]:
                receipts += more
        return receipts

    def b_goes(self) -> None:
        """Nothing reaches `b` any more."""
        raise NotImplementedError

    def b_comes_back(self) -> None:
        """It can be reached again."""
        raise NotImplementedError

    def suffer(self, share: float) -> None:
        """That share of what goes between them meets a fault."""
        raise NotImplementedError

    def faults(self) -> set[str]:
        """What happened on the way."""
        raise NotImplementedError


def _until_read(side: Neighbour, at: datetime) -> None:
    """Its directory; the other side may only just have begun to listen."""
    for _try in range(60):
        if side.tell("connect_again", at)["read"]:
            return
        time.sleep(0.5)
    raise AssertionError("the directory of the other side cannot be read")


def nothing_is_lost_and_nothing_doubled(pair: TwoSides, messages: int, share: float) -> None:
    """The drill: faults, large files, 72 hours in which one side is down; then registering and the proof of the days."""
    pair.suffer(share)
    pair.b.tell("send", pair.at, to="G97", first=0, count=messages // 4)
    pair.b.tell("exchange", pair.at)
    pair.b_goes()
    for start in range(0, messages, 1000):
        pair.a.tell("send", pair.at, to="G98", first=start, count=min(1000, messages - start))
    pair.a.tell("send", pair.at, to="G98", first=messages, count=2, file_bytes=9_000_000)
    for _hour in range(72):
        for side in pair.running():
            side.tell("exchange", pair.at)
        pair.pass_time(AN_HOUR)
    down = pair.a.tell("state", pair.at)
    assert (down["waiting"], down["dead"]) == (messages + 2, 0)

    pair.b_comes_back()
    pair.until_quiet()
    for side in (pair.a, pair.b):
        side.tell("register", pair.at)
    pair.until_quiet()
    pair.suffer(0.0)
    proofs = [side.tell("prove", pair.at) for side in (pair.a, pair.b)]

    a, b = (side.tell("state", pair.at) for side in (pair.a, pair.b))
    _check_all_is_there(a, b, messages)
    for proof in proofs:
        assert (proof["unequal"], proof["unexplained"]) == (0, 0)
        assert sum(ours for ours, _theirs in proof["counts"]) == a["arrivals"] + b["arrivals"]
    assert {"lost", "doubled", "damaged", "late"} & pair.faults()


def _check_all_is_there(a: dict[str, Any], b: dict[str, Any], messages: int) -> None:
    assert a["sent"] == b["came"]
    assert b["sent"] == a["came"]
    assert len(set(b["came"])) == len(b["came"]) == messages + 2
    assert (a["dead"], b["dead"], a["waiting"], b["waiting"]) == (0, 0, 0, 0)
    assert (a["registered"], b["registered"]) == (len(a["sent"]), len(b["sent"]))
    assert (a["heard"], b["heard"]) == (len(a["sent"]), len(b["sent"]))
    assert len(b["files"]) == 2
