"""Every indicator is a sum over single facts: that is why new facts can be added, and a number opens to its facts."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import ibis
import pyarrow as pa
import pytest

from nentang.foundation.facts.public import FactKind, Indicator, indicators, kinds
from nentang.measure.indicators.adapters.parquet import by_month

FIRST = date(2020, 1, 20)
Row = dict[str, Any]


MADE: dict[type, Callable[[Random, list[str]], object]] = {
    str: lambda dice, words: dice.choice(words),
    int: lambda dice, _: dice.randint(0, 40),
    float: lambda dice, _: dice.randint(0, 400) / 4,
    bool: lambda dice, _: dice.random() < 0.5,
    date: lambda dice, _: FIRST + timedelta(days=dice.randint(0, 40)),
}
TYPES = {str: "string", int: "int64", float: "float64", bool: "boolean", date: "date"}


def _words(indicator: Indicator) -> list[str]:
    """Texts that the formula asks for, and one that it does not."""
    return [*re.findall(r"'(\w+)'", str(ibis.to_sql(indicator.expression(_tables({}))))), "other"]


def _row(kind: FactKind, number: int, dice: Random, words: list[str]) -> Row:
    day = FIRST + timedelta(days=dice.randint(0, 40))
    return {
        "id": number,
        "occurred_at": datetime.combine(day, datetime.min.time(), tzinfo=UTC),
        "day": day,
        "organization_id": dice.randint(1, 3),
        "unit_code": dice.choice(["", "98001", "98002"]),
        **{name: MADE[wanted](dice, words) for name, wanted in kind.fields.items()},
    }


def _tables(rows: Mapping[str, Sequence[Row]]) -> dict[str, ibis.Table]:
    common = {"id": "int64", "occurred_at": "timestamp('UTC')", "day": "date"}
    common |= {"organization_id": "int64", "unit_code": "string"}
    found = {}
    for kind in kinds():
        types = common | {name: TYPES[wanted] for name, wanted in kind.fields.items()}
        columns = {name: [row[name] for row in rows.get(kind.name, ())] for name in types}
        schema = ibis.schema(types)
        found[kind.name] = ibis.memtable(pa.table(columns, schema=schema.to_pyarrow()))
    return found


def _sums(indicator: Indicator, rows: Mapping[str, Sequence[Row]]) -> Counter[tuple[Any, ...]]:
    found = by_month(indicator.expression(_tables(rows))).to_pyarrow().to_pylist()
    sums: Counter[tuple[Any, ...]] = Counter()
    for row in found:
        at = (row["unit_code"], row["month"])
        sums[*at, "above"], sums[*at, "below"] = row["numerator"], row["denominator"]
    return sums


@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_two_halves_add_up_to_the_whole(indicator: Indicator) -> None:
    dice = Random(indicator.code)
    asked = [kind for kind in kinds() if kind.name in indicator.facts]
    words = _words(indicator)
    rows = {k.name: [_row(k, number, dice, words) for number in range(60)] for k in asked}
    first = {name: each[:25] for name, each in rows.items()}
    second = {name: each[25:] for name, each in rows.items()}

    whole = _sums(indicator, rows)

    assert whole
    assert _sums(indicator, first) + _sums(indicator, second) == +whole
