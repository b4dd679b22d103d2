"""Reads of revenue by unit, item and month, and of the receipts behind it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from nentang.agreements.actor import Actor
from nentang.agreements.revenue import RevenueItem, revenue_chart
from nentang.economy.payments.enums import DESK_ROLES, TREASURER
from nentang.economy.payments.models import Booking, RevenueEntry
from nentang.economy.payments.rules.revenue import Part
from nentang.kernel.frozen import Frozen

PAGE = 50
MOST_ROWS = 500


class Month(Frozen):
    """A month by its first day."""

    first: date

    @property
    def after(self) -> date:
        """The first day of the next one."""
        return date(self.first.year + self.first.month // 12, self.first.month % 12 + 1, 1)

    @property
    def next_month(self) -> "Month":
        """The one after."""
        return Month(self.after)

    @property
    def last_month(self) -> "Month":
        """The one before."""
        return Month((self.first - timedelta(days=1)).replace(day=1))

    @property
    def name(self) -> str:
        """`2020-12`, as it stands in addresses."""
        return f"{self.first:%Y-%m}"


class RevenueRow(Frozen):
    """What one unit took for one item in a month: sum in đồng less what went back, and how many bookings."""

    payee: str
    unit: str
    chapter: str
    code: str
    item: RevenueItem | None
    amount: int
    bookings: int
    key: str


def parts_of(booking: Booking) -> tuple[list[Part], int]:
    """How the booking was laid out over items, and how much of it went back."""
    entries = list(booking.revenue.order_by("pk"))
    came = [Part(each.item, each.amount) for each in entries if each.refund_id is None]
    return came, -sum(each.amount for each in entries if each.refund_id)


def revenue_seen_by(actor: Actor) -> QuerySet[RevenueEntry]:
    """What the actor's bodies took, and what was taken for units that have their accounts at the actor's treasury."""
    return RevenueEntry.objects.filter(
        Q(payee__in=actor.organizations(*DESK_ROLES))
        | Q(treasury__in=actor.organizations(TREASURER))
    )


def revenue_of_month(actor: Actor, month: Month) -> list[RevenueRow]:
    """By unit and item; one query, and the chart of the month's last day."""
    found = revenue_seen_by(actor).filter(day__gte=month.first, day__lt=month.after)
    rows = (
        found.values("payee", "payee__name", "unit", "chapter", "item")
        .annotate(sum=Sum("amount"), bookings=Count("booking", distinct=True))
        .order_by("payee__name", "unit", "item")[:MOST_ROWS]
    )
    chart = {each.code: each for each in revenue_chart().items_on(on=month.first)}
    return [_row(each, chart) for each in rows]


def _row(each: Mapping[str, Any], chart: dict[str, RevenueItem]) -> RevenueRow:
    return RevenueRow(
        payee=each["payee__name"],
        unit=each["unit"],
        chapter=each["chapter"],
        code=each["item"],
        item=chart.get(each["item"]),
        amount=each["sum"],
        bookings=each["bookings"],
        key=f"{each['payee']}-{each['unit'] or 0}-{each['item'] or 0}",
    )


def entries_behind(
    actor: Actor, month: Month, key: str, *, after_id: int | None = None
) -> tuple[list[RevenueEntry], int | None]:
    """The entries of a row, a page by key, with their receipts; the second value is where the next page begins."""
    payee, unit, item = [*key.split("-"), "", ""][:3]
    found = revenue_seen_by(actor).filter(day__gte=month.first, day__lt=month.after)
    found = found.filter(
        payee=int(payee) if payee.isascii() and payee.isdecimal() and len(payee) < 16 else 0,
        unit="" if unit == "0" else unit,
        item="" if item == "0" else item,
    )
    found = found.select_related("booking__request", "booking__receipt__document", "refund")
    rows = list((found.filter(pk__gt=after_id) if after_id else found).order_by("pk")[: PAGE + 1])
    return rows[:PAGE], rows[PAGE - 1].pk if len(rows) > PAGE else None


def public_revenue(year: int) -> list[tuple[int, str, int]]:
    """Month, item and sum of all units of a year: what everybody may read."""
    rows = RevenueEntry.objects.filter(day__gte=date(year, 1, 1), day__lt=date(year + 1, 1, 1))
    sums = rows.values_list("day__month", "item").annotate(sum=Sum("amount"))
    return [(month, item, total) for month, item, total in sums.order_by("day__month", "item")]
