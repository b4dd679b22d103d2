"""Every indicator is a sum over single facts: that is why new facts can be added, and a number opens to its facts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import ibis
import pyarrow as pa
import pytest

from nentang.foundation.facts.public import Indicator, indicators, kinds
from nentang.measure.indicators.adapters.parquet import by_month
from tests.measure.facts_of_all_kinds import a_row, columns_of

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def _tables(rows: Rows) -> dict[str, ibis.Table]:
    found = {}
    for kind in kinds():
        schema = ibis.schema(columns_of(kind))
        columns = {name: [row[name] for row in rows.get(kind.name, ())] for name in schema}
        found[kind.name] = ibis.memtable(pa.table(columns, schema=schema.to_pyarrow()))
    return found


def _sums(indicator: Indicator, rows: Rows) -> Counter[tuple[Any, ...]]:
    sums: Counter[tuple[Any, ...]] = Counter()
    for row in by_month(indicator.expression(_tables(rows))).to_pyarrow().to_pylist():
        at = (row["unit_code"], row["month"])
        sums[*at, "above"], sums[*at, "below"] = row["numerator"], row["denominator"]
    return sums


@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_two_halves_add_up_to_the_whole(indicator: Indicator) -> None:
    dice = Random(indicator.code)
    asked = [kind for kind in kinds() if kind.name in indicator.facts]
    rows = {kind.name: [a_row(kind, number, dice) for number in range(60)] for kind in asked}
    first = {name: each[:25] for name, each in rows.items()}
    second = {name: each[25:] for name, each in rows.items()}

    whole = _sums(indicator, rows)

    assert whole
    assert _sums(indicator, first) + _sums(indicator, second) == +whole
