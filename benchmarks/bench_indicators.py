"""Indicators at the size of a nation: definition to result against DuckDB by hand, new facts against all.

Facts of all kinds that indicators ask for, of 11,000 communes over two years, laid out as the export does;
then one more batch, as much as a busy minute brings. Beside the ratios: all indicators by month and
commune, in seconds and bytes.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.database import prepare

prepare()

import duckdb  # noqa: E402
from django.conf import settings  # noqa: E402

from benchmarks.harness import FULL, ROUNDS, Slice, conclude, tell  # noqa: E402
from nentang.foundation.facts.public import FactKind, indicators, kinds, tables  # noqa: E402
from nentang.measure.indicators.adapters.parquet import cells_of  # noqa: E402
from nentang.measure.indicators.public import find_indicator  # noqa: E402
from tests.measure.facts_of_all_kinds import words_of  # noqa: E402

FACTS = 100_000_000 if FULL else 2_000_000
NEW, COMMUNES, MONTHS = 20_000, 11_000, 24
BY_HAND = """
SELECT unit_code, CAST(date_trunc('month', day) AS date) AS month,
       sum(CASE WHEN channel = 'online' THEN 1 ELSE 0 END), count(*)
FROM read_parquet(?) GROUP BY ALL
"""
Work = Callable[[], object]


def main() -> None:
    folder = Path(settings.FACTS_FOLDER)
    asked = {name for each in indicators() for name in each.facts}
    found = [kind for kind in kinds() if kind.name in asked]
    for kind in found:
        for number in range(MONTHS):
            _lay(folder, kind, number, FACTS // len(found) // MONTHS, batch=1)
    for kind in found:
        _lay(folder, kind, MONTHS - 1, NEW // len(found), batch=2)
    print(f"{FACTS:,} facts of {len(found)} kinds, {len(indicators())} indicators")
    _definition_to_result(folder)
    _new_against_all()


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
                     u AS organization_id, CAST(10000 + u AS varchar) AS unit_code{fields}
              FROM (SELECT i, DATE '{month}' + CAST(floor(random() * 28) AS int) AS d,
                           CAST(floor(random() * {COMMUNES}) AS bigint) AS u
                    FROM range({count}) AS t(i))
              ORDER BY unit_code, day)
        TO '{path}/part-{batch:08d}-{batch:08d}.parquet' (FORMAT parquet, COMPRESSION zstd)
    """)


def _definition_to_result(folder: Path) -> None:
    """One indicator from its definition to rows in Python, and the same by hand."""
    online = find_indicator("services.online")
    files = [str(p) for p in folder.glob(f"kind={online.facts[0]}/*/*/*.parquet")]

    def by_hand() -> int:
        with duckdb.connect() as connection:
            return len(connection.execute(BY_HAND, [files]).fetchall())

    def ours() -> int:
        return sum(1 for _ in cells_of([online], tables()))

    assert ours() == by_hand()
    pairs = [(_timed(ours), _timed(by_hand)) for _ in range(ROUNDS)]
    ratio = 1 / tell("definition to result", pairs, peer_name="DuckDB by hand")
    conclude("indicator_definition", ratio, 1.3, better="lower")


def _new_against_all() -> None:
    """All indicators from all facts, and from what the last batch brought."""
    whole = [_seconds(lambda: _count(since=0)) for _ in range(1 if FULL else 3)]
    new = [_seconds(lambda: _count(since=1)) for _ in range(ROUNDS)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"all: {statistics.median(whole):.1f} s, new: {statistics.median(new):.2f} s, {peak} MB")
    ratio = statistics.median(new) / statistics.median(whole)
    conclude("indicator_increment", ratio, 0.05, better="lower")
    if FULL:
        conclude("indicators_of_a_nation", statistics.median(whole) / 60, 1, better="lower")
        conclude("indicators_memory", peak / 2048, 1, better="lower")


def _count(*, since: int) -> int:
    return sum(1 for _ in cells_of(indicators(), tables(since=since)))


def _timed(work: Callable[[], int]) -> Slice:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Slice(1, time.perf_counter() - wall, time.process_time() - cpu)


def _seconds(work: Work) -> float:
    begun = time.perf_counter()
    print(f"  {work():,} values", file=sys.stderr)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
