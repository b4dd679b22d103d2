"""Indicators counted from the facts by the engine."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import FactTables, Indicator, tables
from nentang.measure.indicators.rules.places import Place
from nentang.measure.indicators.rules.rollup import Sum
from nentang.measure.indicators.rules.years import Key, Year, packed

from .formulas import COUNTED, MONTHS, PLACES, by_unit, yearly_sql

if TYPE_CHECKING:
    import pyarrow as pa


def years_of(
    indicators: Iterable[Indicator], facts: FactTables, places: Iterable[Place]
) -> Iterator[tuple[Indicator, dict[Key, Year]]]:
    """Each indicator's years of all units, from these facts; their connection is closed at the end."""
    try:
        facts.put(PLACES, _table_of(places))
        for indicator in indicators:
            if facts.has_any(indicator.facts):
                sql = yearly_sql(indicator, facts.dialect)
                found = facts.run(sql, indicator.facts)
                yield indicator, dict(_years(indicator, found))
            else:
                yield indicator, {}
    finally:
        facts.close()


def sums_between(
    indicators: Iterable[Indicator], first: date, last: date
) -> Iterator[tuple[Indicator, str, Sum]]:
    """What every unit counted from one day to another, to the day."""
    facts = tables()
    try:
        for indicator in indicators:
            daily = indicator.expression(facts)
            days = daily.filter(daily.day.between(first, last))
            for row in facts.connection.to_pyarrow(by_unit(days)).to_pylist():
                yield indicator, row["unit_code"], Sum(row["numerator"], row["denominator"])
    finally:
        facts.close()


def _years(indicator: Indicator, found: "pa.Table") -> Iterator[tuple[Key, Year]]:
    """Each row packed; a year in which nothing was counted is none."""
    above, below = (
        [found[f"{name}_{month}"].to_numpy().tolist() for month in MONTHS] for name in COUNTED
    )
    names = (found[name].to_pylist() for name in ("geography", "unit_code", "year"))
    for *key, numerators, denominators in zip(
        *names, zip(*above, strict=True), zip(*below, strict=True), strict=True
    ):
        if any(denominators) or any(numerators):
            year = Year(indicator.formula_version, packed(numerators), packed(denominators))
            yield Key(indicator.code, *key), year


def _table_of(places: Iterable[Place]) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415 - heavy

    text, day = pa.string(), pa.date32()
    columns = zip(*places, strict=True)
    form = pa.schema(list(zip(Place._fields, (text, text, text, day, day), strict=True)))
    listed = [list(column) for column in columns] or [[] for _ in Place._fields]
    return pa.table(dict(zip(Place._fields, listed, strict=True)), schema=form)
