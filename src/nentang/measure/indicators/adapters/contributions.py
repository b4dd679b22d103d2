"""What single facts contribute to an indicator: its own expression, one fact a group."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from nentang.foundation.facts.public import FactTables, Indicator, tables
from nentang.measure.indicators.rules.rollup import Sum

if TYPE_CHECKING:
    import ibis


class FactRow(Protocol):
    """A fact as the facts hand it out."""

    pk: int
    occurred_at: Any
    day: Any
    organization_id: int | None
    unit_code: str
    payload: dict[str, Any]


class _OneTable(Mapping[str, "ibis.Table"]):
    """The exported facts with the table of one kind replaced."""

    def __init__(self, others: FactTables, kind: str, table: "ibis.Table") -> None:
        self._others, self._kind, self._table = others, kind, table

    def __getitem__(self, name: str) -> "ibis.Table":
        return self._table if name == self._kind else self._others[name].limit(0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._others)

    def __len__(self) -> int:
        return len(self._others)


def contributions(indicator: Indicator, kind: str, facts: Sequence[FactRow]) -> dict[int, Sum]:
    """What each fact adds above and below the line; those that do not count are not among them."""
    if not facts:
        return {}
    others = tables()
    try:
        apart = _OneTable(others, kind, _one_a_unit(others[kind], facts))
        found = others.connection.to_pyarrow(indicator.expression(apart)).to_pylist()
    finally:
        others.close()
    return {
        int(row["unit_code"]): Sum(float(row["numerator"] or 0), float(row["denominator"] or 0))
        for row in found
    }


def _one_a_unit(like: "ibis.Table", facts: Sequence[FactRow]) -> "ibis.Table":
    """The facts as a table of that form, each in a unit of its own named by its number."""
    import ibis  # noqa: PLC0415 - heavy
    import pyarrow as pa  # noqa: PLC0415 - heavy

    rows = [
        {**dict.fromkeys(like.columns), **fact.payload, **_common(fact), "unit_code": str(fact.pk)}
        for fact in facts
    ]
    columns = {name: [row[name] for row in rows] for name in like.columns}
    untyped = pa.table({name: pa.array(values) for name, values in columns.items()})
    return ibis.memtable(untyped).cast(dict(like.schema().items()))


def _common(fact: FactRow) -> dict[str, Any]:
    return {
        "id": fact.pk,
        "occurred_at": fact.occurred_at,
        "day": fact.day,
        "organization_id": fact.organization_id,
    }
