"""What facts and registers say already about the cells of a form."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from nentang.foundation.organizations.public import equal_parts, geography_map
from nentang.foundation.registers.public import register_named
from nentang.measure.indicators.public import counted_between, tree_on
from nentang.measure.reporting.rules.cells import as_text
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime, RegisterSource, Source

Figure = tuple[str, str, Decimal]
"""A unit, a cell, what is known of it."""


def figures(regime: Regime, period: ReportPeriod) -> dict[str, dict[str, str]]:
    """For every unit, the cells that are counted already: facts over the days of the period, registers
    as of its last day.

    A unit of which nothing was counted has none: that is not zero.
    """
    found: dict[str, dict[str, Decimal]] = {}
    for unit_code, cell, value in (*_of_facts(regime, period), *_of_registers(regime, period)):
        found.setdefault(unit_code, {})[cell] = value
    return {unit_code: as_text(values) for unit_code, values in found.items() if unit_code}


def _of_facts(regime: Regime, period: ReportPeriod) -> Iterator[Figure]:
    asked = {c.id: c.source for c in regime.cells if isinstance(c.source, Source)}
    codes = {source.indicator for source in asked.values()}
    counted = counted_between(codes, first=period.first_on, last=period.last_on) if codes else {}
    for cell, source in asked.items():
        for unit_code, total in counted[source.indicator].items():
            part = total.numerator if source.part == "numerator" else total.denominator
            yield unit_code, cell, Decimal(str(part)).normalize()


def _of_registers(regime: Regime, period: ReportPeriod) -> Iterator[Figure]:
    for cell in regime.cells:
        if isinstance(cell.source, RegisterSource):
            counted = _registered(cell.source, period.last_on)
            yield from ((unit_code, cell.id, Decimal(n)) for unit_code, n in counted.items())


def _registered(source: RegisterSource, on: date) -> dict[str, int]:
    """What the register counts in each unit of that day.

    A record that names a unit of another day counts in what became of it. Where that was split, nobody
    knows how many came to which part: then none of the parts has a figure.
    """
    by_unit = register_named(source.register).statistic(source.statistic).by_unit
    counted = by_unit(on) if by_unit else {}
    standing = tree_on(on).units
    found = {code: n for code, n in counted.items() if code in standing}
    strays = {code: n for code, n in counted.items() if code not in standing}
    unknown: set[str] = set()
    for code, parts in _became(strays, on).items():
        if len(parts) == 1:
            (heir,) = parts
            found[heir] = found.get(heir, 0) + strays[code]
        unknown |= parts if len(parts) > 1 else set()
    return {code: n for code, n in found.items() if code not in unknown}


def _became(strays: Mapping[str, int], on: date) -> dict[str, set[str]]:
    """What became of each by that day; all of its parts where it was split."""
    parts: dict[str, set[str]] = {code: set() for code in strays}
    for share in geography_map(on, apportion=equal_parts) if strays else ():
        if share.unit_code in parts:
            parts[share.unit_code].add(share.target_code)
    return parts
