"""Indicators over the Parquet of the facts: the expression of each, summed by unit and month."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import repeat
from typing import TYPE_CHECKING

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
            found = facts.connection.to_pyarrow(_as_floats(by_month(indicator.expression(facts))))
            columns = [column.to_pylist() for column in found.itercolumns()]
            yield from zip(repeat(indicator), map(Cell, *columns), strict=False)
    finally:
        facts.close()


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


def _as_floats(monthly: "ibis.Table") -> "ibis.Table":
    """The columns of a cell; Python would take long over so many decimals."""
    return monthly.select(
        "unit_code",
        "month",
        numerator=monthly.numerator.cast("float64").fill_null(0.0),
        denominator=monthly.denominator.cast("float64").fill_null(0.0),
    )
