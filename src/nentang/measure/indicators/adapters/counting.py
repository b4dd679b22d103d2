"""Indicators counted from the facts by the engine."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import FactTables, Indicator, tables
from nentang.measure.indicators.rules.places import Place
from nentang.measure.indicators.rules.rollup import Sum
from nentang.measure.indicators.rules.years import Key, Year, packed

from .formulas import COUNTED, MONTHS, PLACES, by_unit, yearly_sql

if TYPE_CHECKING:
    import pyarrow as pa


AT_ONCE = 8  # indicators in one query: planning it costs more than counting a busy minute's facts


def years_of(
    indicators: Sequence[Indicator], facts: FactTables, places: Iterable[Place]
) -> Iterator[tuple[Indicator, dict[Key, Year]]]:
    """Each indicator's years of all units, from these facts; their connection is closed at the end."""
    try:
        facts.put(PLACES, _table_of(places))
        for first in range(0, len(indicators), AT_ONCE):
            yield from _years_of(tuple(indicators[first : first + AT_ONCE]), facts)
    finally:
        facts.close()


def _years_of(
    group: tuple[Indicator, ...], facts: FactTables
) -> Iterator[tuple[Indicator, dict[Key, Year]]]:
    import pyarrow.compute as pc  # noqa: PLC0415 - heavy

    names = {name for each in group for name in each.facts}
    if not facts.has_any(names):
        yield from ((each, {}) for each in group)
        return
    found = facts.run(yearly_sql(group, facts.dialect), names)
    for each in group:
        yield each, dict(_years(each, found.filter(pc.field("indicator") == each.code)))


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
