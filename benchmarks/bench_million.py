"""The lifecycle of a case in a base of N old dossiers against the same in an empty base, in turn.

Two processes, each with its own database; the full one is filled by the intake to 100,000, 300,000 and
1,000,000 (SCALE=full; 2,000, 6,000 and 20,000 otherwise), and is left so for `bench_pages`. On PostgreSQL the
empty one is named as DATABASE_URL with `_empty_bench` in place of `_bench`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.harness import FULL, ROUNDS, conclude
from benchmarks.results import keep

SIZES = (100_000, 300_000, 1_000_000) if FULL else (2_000, 6_000, 20_000)
FILE = 50_000
AT = datetime(2021, 3, 1, 2, 0, tzinfo=UTC)


class Base:
    """A process with a database of its own that fills it or runs a slice of lifecycles when told."""

    def __init__(self, url: str, program: str = "benchmarks.bench_million", *rest: str) -> None:
        environment = {**os.environ, "DATABASE_URL": url}
        words = [sys.executable, "-m", program, "base", *rest]
        self.process = subprocess.Popen(
            words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.size = 0

    def told(self, order: str) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("a base has died")
        return json.loads(answer)

    def ask(self, order: str) -> float:
        """What it says in one number."""
        return float(self.told(order))

    def fill(self, size: int) -> float:
        """Seconds spent on taking dossiers in until there are so many."""
        spent = self.ask(f"fill {self.size} {size - self.size}")
        self.size = size
        return spent


def base() -> None:
    """The child: orders come line by line, seconds or bytes go back."""
    from benchmarks.database import prepare

    prepare()
    from benchmarks.bench_lifecycle import make_applicant, make_office, ours
    from benchmarks.old_files import make_bodies, take_in

    cycles = ours(make_office(at=AT), make_applicant(at=AT).person_id or 0)
    places = make_bodies(at=AT)
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            order, *numbers = line.split()
            begun = time.perf_counter()
            if order == "slice":
                cycles()
            elif order == "fill":
                first, count = map(int, numbers)
                for start in range(first, first + count, FILE):
                    take_in(
                        Path(folder),
                        places,
                        first=start,
                        count=min(FILE, first + count - start),
                        at=AT,
                    )
            print(time.perf_counter() - begun if order != "bytes" else size_on_disk(), flush=True)


def size_on_disk() -> int:
    """Bytes of the database, after its statistics were brought up to date."""
    from django.conf import settings
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    return Path(settings.DATABASES["default"]["NAME"]).stat().st_size


def main() -> None:
    url = os.environ.get("DATABASE_URL", "")
    full, empty = Base(url), Base(url.replace("_bench", "_empty_bench"))
    start, rows = full.ask("bytes"), []
    for size in (0, *SIZES):
        before = full.size
        spent = full.fill(size)
        total = full.ask("bytes")
        ratio, spread = _compare(full, empty)
        each = (total - start) / size if size else 0
        intake = (size - before) / spent if size else 0
        rows.append(
            {
                "dossiers": size,
                "ratio": ratio,
                "spread": spread,
                "intake": intake,
                "bytes_each": each,
            }
        )
        print(
            f"  {size:,} dossiers: {ratio:.3f} of the empty base ({spread[0]:.2f} … {spread[1]:.2f}),"
            f" taken in at {intake:,.0f} a second, {each:,.0f} bytes each",
            flush=True,
        )
        keep("million_postgresql" if url else "million_sqlite", rows)
    conclude("million", rows[-1]["ratio"], 0.9, better="higher")


def _compare(full: Base, empty: Base) -> tuple[float, tuple[float, float]]:
    full.ask("slice"), empty.ask("slice")
    ratios = sorted(1 / (full.ask("slice") / empty.ask("slice")) for _ in range(ROUNDS))
    return statistics.median(ratios), (ratios[0], ratios[-1])


if __name__ == "__main__":
    base() if sys.argv[1:] == ["base"] else main()
