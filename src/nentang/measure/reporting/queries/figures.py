"""What the facts say already about the cells of a form."""

from decimal import Decimal

from nentang.measure.indicators.public import counted_between
from nentang.measure.reporting.rules.cells import as_text
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime


def figures(regime: Regime, period: ReportPeriod) -> dict[str, dict[str, str]]:
    """For every unit, the cells that are counted already, over the days of the period.

    A unit of which nothing was counted has none: that is not zero.
    """
    asked = {cell.id: cell.source for cell in regime.cells if cell.source}
    codes = {source.indicator for source in asked.values()}
    if not codes:
        return {}
    counted = counted_between(codes, first=period.first_on, last=period.last_on)
    found: dict[str, dict[str, Decimal]] = {}
    for cell, source in asked.items():
        for unit_code, total in counted[source.indicator].items():
            part = total.numerator if source.part == "numerator" else total.denominator
            found.setdefault(unit_code, {})[cell] = Decimal(str(part)).normalize()
    return {unit_code: as_text(values) for unit_code, values in found.items() if unit_code}
