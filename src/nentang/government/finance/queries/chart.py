"""The agreement on revenue, as finance keeps it."""

from datetime import date

from nentang.agreements.revenue import CollectingUnit, RevenueItem
from nentang.government.finance.rules.revenue_items import revenue_items_law
from nentang.kernel.law import NothingInForce

from .units import unit_of_organization


class FinanceChart:
    """Answers `agreements.revenue.revenue_chart`."""

    def item_on(self, *, code: str, on: date) -> RevenueItem | None:
        """The item of that code in the chart of the day, if there is one."""
        return next((each for each in self.items_on(on=on) if each.code == code), None)

    def items_on(self, *, on: date) -> tuple[RevenueItem, ...]:
        """All items of the chart of the day, by code; none before the first chart."""
        try:
            return tuple(revenue_items_law().in_force(on=on).values())
        except NothingInForce:
            return ()

    def unit_on(self, *, organization_id: int, on: date) -> CollectingUnit | None:
        """The open unit that the body is on that day, as known now."""
        return unit_of_organization(organization_id, on)
