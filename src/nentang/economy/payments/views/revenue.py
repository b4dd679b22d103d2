"""Revenue by unit, item and month, down to the receipts; for who collects, and for the treasury."""

import csv
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.agreements.revenue import revenue_chart
from nentang.economy.payments.enums import DESK_ROLES, TREASURER
from nentang.economy.payments.queries import Month, entries_behind, revenue_of_month
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import NotFound
from nentang.kernel.text import whole_number

from .desk import plain


@require_safe
@for_officer(*DESK_ROLES, TREASURER)
def revenue(request: PageRequest) -> HttpResponse:
    """One month: what each unit took for each item, less what went back."""
    month = _month(request.GET.get("thang", "")) or _this_month()
    rows = revenue_of_month(request.actor, month)
    seen = {
        "month": month,
        "rows": [
            {"row": row, "words": _words(row.item.vi, row.item.en) if row.item else ""}
            for row in rows
        ],
        "total": sum(row.amount for row in rows),
        "reads_fees": request.actor.has_role(*DESK_ROLES),
    }
    return render(request, "payments/revenue.html", seen)


@require_safe
@for_officer(*DESK_ROLES, TREASURER)
def revenue_csv(request: PageRequest) -> HttpResponse:
    """The month as a statement: unit, chapter and item of each sum, as the treasury books them."""
    month = _month(request.GET.get("thang", "")) or _this_month()
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="thu-ngan-sach-{month.name}.csv"'
    answer.write("\ufeff")
    table = csv.writer(answer)
    table.writerow(
        (
            _("Tháng"),
            _("Cơ quan thu"),
            _("Mã số đơn vị"),
            _("Chương"),
            _("Mục thu"),
            _("Tiểu mục"),
            _("Khoản thu"),
            _("Số tiền"),
        )
    )
    for row in revenue_of_month(request.actor, month):
        group = row.item.group if row.item else ""
        place = (row.unit, row.chapter, group, row.code)
        table.writerow((month.name, plain(row.payee), *place, row.bookings, row.amount))
    return answer


@require_safe
@for_officer(*DESK_ROLES, TREASURER)
def receipts(request: PageRequest, month: str, key: str) -> HttpResponse:
    """The bookings and refunds behind one row, with their receipts."""
    chosen = _month(month)
    if chosen is None:
        raise NotFound
    after = whole_number(request.GET.get("sau", ""))
    entries, more = entries_behind(request.actor, chosen, key, after_id=after)
    if not entries and not after:
        raise NotFound
    item = revenue_chart().item_on(code=entries[0].item, on=chosen.first) if entries else None
    seen = {
        "month": chosen,
        "entries": entries,
        "words": _words(item.vi, item.en) if item else "",
        "older_url": f"?sau={more}" if more else "",
        "crumbs": [
            {
                "label": _("Thu ngân sách"),
                "url": f"{reverse('payments:revenue')}?thang={chosen.name}",
            }
        ],
    }
    return render(request, "payments/revenue_receipts.html", seen)


def _words(vi: str, en: str) -> str:
    return en if get_language() == "en" else vi


def _this_month() -> Month:
    return Month(clock.legal_day(clock.now()).replace(day=1))


def _month(text: str) -> Month | None:
    """The month written `2020-12`, if it is one."""
    try:
        return Month(date.fromisoformat(f"{text}-01")) if len(text) == len("2020-12") else None
    except ValueError:
        return None
