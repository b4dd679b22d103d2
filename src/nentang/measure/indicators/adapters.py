"""Indicators over the Parquet of the facts: the expression of each, summed by unit and month."""

from collections.abc import Iterator
from pathlib import Path

from nentang.foundation.facts.public import Indicator, tables

from .rules.rollup import Cell


def cells_of(indicator: Indicator, folder: Path | None = None) -> Iterator[Cell]:
    """What every unit counted in every month, computed from the exported facts (in that folder)."""
    daily = indicator.expression(tables(folder))
    monthly = (
        daily.mutate(month=daily.day.truncate("M"))
        .group_by("unit_code", "month")
        .aggregate(numerator=daily.numerator.sum(), denominator=daily.denominator.sum())
        .order_by("unit_code", "month")
    )
    for row in monthly.to_pyarrow().to_pylist():
        yield Cell(row["unit_code"], row["month"], row["numerator"], row["denominator"])
