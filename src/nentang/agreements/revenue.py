"""Where the state books its revenue: who collects asks, the register of finance answers."""

from datetime import date
from typing import Protocol

from nentang.kernel.frozen import Frozen

from .binding import Binding


class RevenueItem(Frozen):
    """A line of the budget chart (tiểu mục) with the group (mục) above it, in both languages."""

    code: str
    group: str
    vi: str
    en: str


class CollectingUnit(Frozen):
    """A unit with budget relation that collects: its code, chapter (chương), budget level, and its treasury."""

    code: str
    name: str
    chapter: str
    level: str
    treasury_id: int | None


class RevenueChart(Protocol):
    """The chart and the units, by day."""

    def item_on(self, *, code: str, on: date) -> RevenueItem | None:
        """The item of that code in the chart of the day, if there is one."""

    def items_on(self, *, on: date) -> tuple[RevenueItem, ...]:
        """All items of the chart of the day, by code."""

    def unit_on(self, *, organization_id: int, on: date) -> CollectingUnit | None:
        """The open unit that the body is on that day, as known now."""


revenue_chart: Binding[RevenueChart] = Binding("revenue chart")
