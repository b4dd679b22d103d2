"""Two installations, each a process with its own database, over a line that fails: nothing is lost, nothing doubled.

NENTANG_EXCHANGE_MESSAGES says how many messages wait for the side that is down; 100000 is the drill.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from .bad_line import BadLine

ROOT = Path(__file__).parents[3]
MESSAGES = int(os.environ.get("NENTANG_EXCHANGE_MESSAGES", "60"))
START = (
    "import sys, django; django.setup()\n"
    "from tests.government.document_exchange.side import main; main(int(sys.argv[1]))"
)
DATABASE = "nentang.sqlite3"
MORNING = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)


class Side:
    """A process that is told what to do."""

    def __init__(self, folder: Path, code: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.code = code
        (folder / code / "static").mkdir(parents=True)
        environment = {
            **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "nentang.config.settings.local",
            "NENTANG_VAR": str(folder / code),
            "NENTANG_DEMO": "yes",
            "NENTANG_SECRET_KEY": f"secret-of-{code}",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(self.port)],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, do: str, at: datetime, **facts: Any) -> dict[str, Any]:
        """What it answers."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": do, "at": at.isoformat(), **facts}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"{self.code} went away while it should {do}"
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> None:
        """No more."""
        self._process.kill()
        self._process.communicate()


class Pair:
    """Both sides and the two lines between them."""

    def __init__(self, folder: Path) -> None:
        self.a, self.b = Side(folder, "G97"), Side(folder, "G98")
        self.a.tell("make_tables", MORNING)
        shutil.copy(folder / "G97" / DATABASE, folder / "G98" / DATABASE)
        self.to_b = BadLine(self.b.port, share=0.0, seed=1)
        self.to_a = BadLine(self.a.port, share=0.0, seed=2)
        self.at = MORNING
        keys = {side.code: side.tell("begin", self.at, code=side.code) for side in (self.a, self.b)}
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
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
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
