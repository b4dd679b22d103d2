"""Cases and dossiers in partitions by organisation against plain tables, in turn, in one run.

Two processes, each with a database of its own that was filled by the intake: PARTS hash partitions (16) in the
one, plain tables in the other, named as DATABASE_URL with `_plain_bench` in place of `_bench`. Lifecycles, rows by
code, the list of a person and an inbox; the CPU of the server is read from /proc and moves less than rates.
PostgreSQL only.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.bench_million import AT, FILE, Base, size_on_disk
from benchmarks.harness import FULL, ROUNDS, conclude
from benchmarks.processes import cpu_of
from benchmarks.results import keep

PARTS = int(os.environ.get("PARTS", "16"))
SIZE = int(os.environ.get("DOSSIERS", "300000" if FULL else "4000"))
READS = 100
SLICES = ("lifecycle", "by code", "list of a person", "inbox")


class Side:
    """The child's work by its orders, once its tables are laid."""

    def __init__(self, parts: int) -> None:
        from benchmarks.bench_lifecycle import make_applicant, make_office, ours
        from benchmarks.old_files import make_bodies
        from benchmarks.partitions import partition
        from nentang.foundation.casework.models import Case
        from nentang.government.services.models import Dossier

        self._cases, self._dossiers = Case.objects, Dossier.objects
        if parts:
            lost = [partition(model, parts) for model in (Dossier, Case)]
            print(json.dumps(lost), file=sys.stderr)
        self._cycles = ours(make_office(at=AT), make_applicant(at=AT).person_id or 0)
        self._places = make_bodies(at=AT)
        self._asked: list[tuple[str, int, int]] = []

    def do(self, order: str) -> None:
        """What the order says, once."""
        if order == "fill":
            self._fill()
        elif order == "lifecycle":
            self._cycles()
        else:
            for code, person, body in self._asked:
                list(self._read(order, code, person, body))

    def _fill(self) -> None:
        from benchmarks.old_files import take_in

        with tempfile.TemporaryDirectory() as folder:
            for start in range(0, SIZE, FILE):
                count = min(FILE, SIZE - start)
                take_in(Path(folder), self._places, first=start, count=count, at=AT)
        some = self._dossiers.order_by("?").values_list("code", "applicant", "organization")
        self._asked = list(some[:READS])

    def _read(self, order: str, code: str, person: int, body: int) -> Iterable[object]:
        if order == "by code":
            return self._cases.filter(code=code)
        if order == "list of a person":
            return self._dossiers.filter(applicant=person).order_by("-pk")[:20]
        return self._cases.filter(holder=body, closed_at=None).order_by("due_at", "pk")[:50]


def base() -> None:
    """The child: orders come line by line; seconds on the wall and seconds of the server's CPU go back."""
    from benchmarks.database import prepare

    prepare()
    from django.db import connection

    side = Side(int(sys.argv[2]))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = cursor.fetchone()[0]
    for line in sys.stdin:
        order = line.strip()
        begun, used = time.perf_counter(), cpu_of(server)
        side.do(order)
        told = [time.perf_counter() - begun, cpu_of(server) - used]
        print(json.dumps([*told, size_on_disk()] if order == "fill" else told), flush=True)


def main() -> None:
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        print("partitions: needs PostgreSQL (DATABASE_URL)")
        return
    parted = Base(url, "benchmarks.bench_partitions", str(PARTS))
    plain = Base(url.replace("_bench", "_plain_bench"), "benchmarks.bench_partitions", "0")
    filled = [each.told("fill") for each in (parted, plain)]
    found = {"intake": _ratios([(filled[0], filled[1])])}
    for name in SLICES:
        parted.told(name), plain.told(name)
        found[name] = _ratios([(parted.told(name), plain.told(name)) for _ in range(ROUNDS)])
    for name, ratios in found.items():
        print(f"  {PARTS} partitions, {SIZE:,} dossiers, {name}: {json.dumps(ratios)}")
    print(f"  bytes: {filled[0][2] / filled[1][2]:.2f} of the plain base")
    keep(f"partitions_{PARTS}", [{"dossiers": SIZE, "slices": found}])
    conclude("partitions", found["lifecycle"]["rate"], 1.0, better="higher")


def _ratios(pairs: list[tuple[list[float], list[float]]]) -> dict[str, float]:
    """Rate of the partitioned base to the plain one's, with its spread, and the server's CPU."""
    rates = sorted(theirs[0] / mine[0] for mine, theirs in pairs)
    used = [sum(side[1] for side in sides) for sides in zip(*pairs, strict=True)]
    return {
        "rate": round(statistics.median(rates), 2),
        "lowest": round(rates[0], 2),
        "highest": round(rates[-1], 2),
        "server_cpu": round(used[0] / used[1], 2) if used[1] else 0,
    }


if __name__ == "__main__":
    base() if sys.argv[1:2] == ["base"] else main()
