"""Indicators over the Parquet of the facts: the expression of each, summed by unit and month."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from nentang.foundation.facts.public import FactTables, Indicator
from nentang.measure.indicators.rules.rollup import Cell

if TYPE_CHECKING:
    import ibis

EXACT = "decimal(38, 9)"  # sums of floats depend on their order, those of decimals do not


def cells_of(
    indicators: Iterable[Indicator], facts: FactTables
) -> Iterator[tuple[Indicator, Cell]]:
    """What every unit counted in every month, from these facts; their connection is closed at the end."""
    try:
        for indicator in indicators:
            for row in by_month(indicator.expression(facts)).to_pyarrow().to_pylist():
                yield indicator, _cell(row)
    finally:
        facts.connection.disconnect()


def formulas_of(indicators: Iterable[Indicator]) -> str:
    """A fingerprint of the formulas. Whoever changes an expression raises its formula version."""
    formulas = sorted((each.code, each.formula_version) for each in indicators)
    return sha256(repr(formulas).encode()).hexdigest()


def by_month(daily: "ibis.Table") -> "ibis.Table":
    """Daily sums as monthly ones, exactly."""
    return (
        daily.mutate(month=daily.day.truncate("M").cast("date"))
        .group_by("unit_code", "month")
        .aggregate(
            numerator=daily.numerator.cast(EXACT).sum(),
            denominator=daily.denominator.cast(EXACT).sum(),
        )
    )


def _cell(row: Mapping[str, Any]) -> Cell:
    return Cell(
        unit_code=row["unit_code"],
        month=row["month"],
        numerator=float(row["numerator"] or 0),
        denominator=float(row["denominator"] or 0),
    )
