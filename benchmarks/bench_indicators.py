"""Indicators at the size of a nation: definition to result against DuckDB by hand, new facts against all.

Facts of all kinds that indicators ask for, of all communes over two years, laid out as the export does;
then one more batch, as much as a busy minute brings. Beside the ratios: everything computed and kept, sums
of districts, provinces and nation under both geographies too, in seconds and bytes; and the board while
another process computes everything anew.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.database import attach, prepare

(prepare if __name__ == "__main__" else attach)()

import duckdb  # noqa: E402
from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.harness import FULL, ROUNDS, Slice, conclude, tell  # noqa: E402
from nentang.agreements.actor import SYSTEM  # noqa: E402
from nentang.foundation.facts.models import Export  # noqa: E402
from nentang.foundation.facts.public import FactKind, indicators, kinds, tables  # noqa: E402
from nentang.foundation.organizations.public import UnitLevel, load_geography, units_on  # noqa: E402
from nentang.measure.indicators.adapters.counting import years_of  # noqa: E402
from nentang.measure.indicators.models import Computation  # noqa: E402
from nentang.measure.indicators.public import (  # noqa: E402
    compute_indicators,
    find_indicator,
    recompute_indicators,
)
from nentang.measure.indicators.rules.years import Year, unpacked  # noqa: E402
from tests.measure.facts_of_all_kinds import words_of  # noqa: E402

FACTS = 100_000_000 if FULL else 2_000_000
NEW, MONTHS = 20_000, 24
AT = datetime(2026, 1, 2, tzinfo=UTC)
BY_HAND = """
SELECT unit_code, CAST(date_trunc('month', day) AS date) AS month,
       sum(CASE WHEN channel = 'online' THEN 1 ELSE 0 END), count(*)
FROM read_parquet(?) GROUP BY ALL
"""


def main() -> None:
    folder = Path(settings.FACTS_FOLDER)
    load_geography(at=AT)
    communes = _laid_out(folder)
    asked = {name for each in indicators() for name in each.facts}
    found = [kind for kind in kinds() if kind.name in asked]
    if not folder.exists():  # else those that BENCH_VAR kept
        for kind in found:
            for number in range(MONTHS):
                _lay(folder, kind, number, FACTS // len(found) // MONTHS, batch=1)
    print(
        f"{FACTS:,} facts of {len(found)} kinds, {communes:,} communes, {len(indicators())} indicators"
    )
    _definition_to_result(folder)
    _new_against_all(folder, found)
    _board_while_computing()


def _laid_out(folder: Path) -> int:
    """The communes of 2020, where the files are made of them; how many there are."""
    communes = units_on(date(2020, 12, 31), UnitLevel.COMMUNE)
    codes = ", ".join(f"('{each.code}')" for each in communes)
    duckdb.sql(
        f"CREATE TABLE communes AS SELECT row_number() OVER () - 1 AS u, c AS unit_code FROM (VALUES {codes}) AS t(c)"
    )
    return len(communes)


def _lay(folder: Path, kind: FactKind, number: int, count: int, *, batch: int) -> None:
    """One file, as an export writes it: sorted by unit and day."""
    month = date(2020 + number // 12, number % 12 + 1, 1)
    path = folder / f"kind={kind.name}" / f"year={month:%Y}" / f"month={month:%m}"
    path.mkdir(parents=True, exist_ok=True)
    words = ", ".join(f"'{each}'" for each in words_of(kind.name))
    made = {
        str: f"list_extract([{words}], 1 + CAST(floor(random() * {len(words_of(kind.name))}) AS int))",
        int: "CAST(floor(random() * 40) AS bigint)",
        float: "floor(random() * 400) / 4",
        bool: "random() < 0.5",
        date: "d",
    }
    fields = "".join(f", {made[wanted]} AS {name}" for name, wanted in kind.fields.items())
    duckdb.sql(f"""
        COPY (SELECT i AS id, d::timestamp AT TIME ZONE 'UTC' AS occurred_at, d AS day,
                     u AS organization_id, unit_code{fields}
              FROM (SELECT i, DATE '{month}' + CAST(floor(random() * 28) AS int) AS d,
                           CAST(floor(random() * (SELECT count(*) FROM communes)) AS bigint) AS u
                    FROM range({count}) AS t(i)) JOIN communes USING (u)
              ORDER BY unit_code, day)
        TO '{path}/part-{batch:08d}-{batch:08d}.parquet' (FORMAT parquet, COMPRESSION zstd)
    """)


def _definition_to_result(folder: Path) -> None:
    """One indicator from its definition to rows in Python, and the same by hand."""
    online = find_indicator("services.online")
    files = [str(p) for p in folder.glob(f"kind={online.facts[0]}/*/*/*.parquet")]

    def by_hand() -> list[Any]:
        with duckdb.connect() as connection:
            return connection.execute(BY_HAND, [files]).fetchall()

    def ours() -> list[Year]:
        return [year for _, found in years_of([online], tables(), []) for year in found.values()]

    assert sum(sum(unpacked(year.numerators)) for year in ours()) == sum(
        row[2] for row in by_hand()
    )
    pairs = [(_timed(ours), _timed(by_hand)) for _ in range(ROUNDS)]
    ratio = 1 / tell("definition to result", pairs, peer_name="DuckDB by hand")
    conclude("indicator_definition", ratio, 1.3, better="lower")


def _new_against_all(folder: Path, found: list[FactKind]) -> None:
    """Everything from all facts, and what the last batch brought added to it."""
    _exported(1)
    whole = _seconds(
        lambda: compute_indicators(actor=SYSTEM, at=AT), "everything, for the first time"
    )
    again = _seconds(lambda: recompute_indicators(actor=SYSTEM, at=AT), "everything again")
    new = []
    for batch in range(10, 10 + ROUNDS):
        for kind in found:
            _lay(folder, kind, MONTHS - 1, NEW // len(found), batch=batch)
        _exported(batch)
        new.append(_seconds(lambda: compute_indicators(actor=SYSTEM, at=AT), f"{NEW:,} new facts"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak {peak} MB")
    ratio = statistics.median(new) / whole
    conclude("indicator_increment", ratio, 0.05, better="lower")
    if FULL:
        conclude("indicators_of_a_nation", max(whole, again) / 60, 1, better="lower")
        conclude("indicators_memory", peak / 2048, 1, better="lower")


def _board_while_computing() -> None:
    """The nation's board, a province's and a commune's in turn, as they are made for a reader."""
    words = "from benchmarks.bench_indicators import recompute; recompute()"
    environment = {**os.environ, "BENCH_VAR": os.environ["NENTANG_VAR"]}
    other = subprocess.Popen([sys.executable, "-c", words], env=environment)
    reader, taken = Client(SERVER_NAME="localhost"), []
    while other.poll() is None:
        for unit in ("", "83", "79"):
            begun = time.perf_counter()
            assert reader.get("/dieu-hanh/", {"don-vi": unit, "nam": "2021"}).status_code == 200
            taken.append(time.perf_counter() - begun)
    p95 = statistics.quantiles(taken[3:], n=20)[-1]
    print(f"  {len(taken)} boards while everything is computed: p95 {1000 * p95:.0f} ms")
    conclude("board_while_computing", p95 / 0.2, 1, better="lower")


def recompute() -> None:
    """Everything anew, in a process of its own."""
    recompute_indicators(actor=SYSTEM, at=AT)


def _exported(batch: int) -> None:
    """Say that so many batches were exported: these were laid by hand."""
    Export.objects.update_or_create(pk=1, defaults={"number": batch, "end_txid": None})


def _timed(work: Callable[[], object]) -> Slice:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Slice(1, time.perf_counter() - wall, time.process_time() - cpu)


def _seconds(work: Callable[[], Computation], what: str) -> float:
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    seconds, used = time.perf_counter() - wall, time.process_time() - cpu
    print(
        f"  {what}: {seconds:.2f} s, {used:.2f} s of CPU, {done.changed:,} of {done.values:,} written"
    )
    return seconds


if __name__ == "__main__":
    main()
