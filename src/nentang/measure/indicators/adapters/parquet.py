"""Indicators over the Parquet of the facts: the expression of each, summed by unit and month."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

from nentang.foundation.facts.public import Indicator, tables
from nentang.measure.indicators.rules.rollup import Cell, Sum

if TYPE_CHECKING:
    import ibis

EXACT = "decimal(38, 9)"  # sums of floats depend on their order, those of decimals do not


def cells_of(
    indicators: Iterable[Indicator], folder: Path | None = None
) -> Iterator[tuple[Indicator, Cell]]:
    """What every unit counted in every month, computed from the exported facts (in that folder)."""
    facts = tables(folder)
    try:
        for indicator in indicators:
            for row in _by_month(indicator.expression(facts)).to_pyarrow().to_pylist():
                yield indicator, _cell(row)
    finally:
        facts.connection.disconnect()


def sums_between(
    indicators: Iterable[Indicator], first: date, last: date
) -> Iterator[tuple[Indicator, str, Sum]]:
    """What every unit counted from one day to another, to the day."""
    facts = tables()
    try:
        for indicator in indicators:
            daily = indicator.expression(facts)
            for row in _by_unit(daily.filter(daily.day.between(first, last))):
                counted = Sum(float(row["numerator"] or 0), float(row["denominator"] or 0))
                yield indicator, row["unit_code"], counted
    finally:
        facts.connection.disconnect()


def source_of(indicators: Iterable[Indicator], folder: Path | None = None) -> str:
    """A fingerprint of what the values come from: exported files, which never change, and formulas.

    Whoever changes an expression raises its formula version.
    """
    root = folder or Path(settings.FACTS_FOLDER)
    files = sorted((str(p.relative_to(root)), p.stat().st_size) for p in root.rglob("*.parquet"))
    formulas = sorted((each.code, each.formula_version) for each in indicators)
    return sha256(repr((files, formulas)).encode()).hexdigest()


def _by_unit(daily: "ibis.Table") -> list[dict[str, Any]]:
    summed = daily.group_by("unit_code").aggregate(
        numerator=daily.numerator.cast(EXACT).sum(),
        denominator=daily.denominator.cast(EXACT).sum(),
    )
    found: list[dict[str, Any]] = summed.to_pyarrow().to_pylist()
    return found


def _by_month(daily: "ibis.Table") -> "ibis.Table":
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
