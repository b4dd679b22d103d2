"""Every indicator is a sum over single facts: that is why new facts can be added, and a number opens to its facts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any

import ibis
import pyarrow as pa
import pytest

from nentang.foundation.facts.public import Indicator, indicators, kinds
from nentang.measure.indicators.adapters.formulas import by_month
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
    return _counted(by_month(indicator, _tables(rows)).rename(day="month"))


def _counted(found: ibis.Table) -> Counter[tuple[Any, ...]]:
    sums: Counter[tuple[Any, ...]] = Counter()
    for row in found.to_pyarrow().to_pylist():
        at = (row["unit_code"], row["day"].replace(day=1))
        for name in ("numerator", "denominator"):
            sums[*at, name] += round(Decimal(str(row[name])), 9)
    return sums


def _rows(indicator: Indicator) -> dict[str, list[dict[str, Any]]]:
    dice = Random(indicator.code)
    asked = [kind for kind in kinds() if kind.name in indicator.facts]
    return {kind.name: [a_row(kind, number, dice) for number in range(60)] for kind in asked}


@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_days_add_up_to_their_month(indicator: Indicator) -> None:
    rows = _rows(indicator)

    daily = _counted(indicator.expression(_tables(rows)))

    assert any(day.day > 1 for rows in rows.values() for day in (row["day"] for row in rows))
    assert +daily == +_sums(indicator, rows)


@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_two_halves_add_up_to_the_whole(indicator: Indicator) -> None:
    rows = _rows(indicator)
    first = {name: each[:25] for name, each in rows.items()}
    second = {name: each[25:] for name, each in rows.items()}

    whole = _sums(indicator, rows)

    assert whole
    assert _sums(indicator, first) + _sums(indicator, second) == +whole
