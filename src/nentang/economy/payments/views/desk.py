"""Fees at the officers' desk."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.economy.payments.actions import record_cash
from nentang.economy.payments.enums import DESK_ROLES, TILL_ROLES, State
from nentang.economy.payments.models import PaymentRequest
from nentang.economy.payments.permissions import can_take_cash, check_can_take_cash
from nentang.economy.payments.queries import (
    awaiting_decision,
    page_of,
    request_by_code,
    requests_at_desk,
)
from nentang.foundation.portal.public import PageRequest, Tab, for_officer
from nentang.kernel import clock
from nentang.kernel.text import whole_number

BROKEN = "can-xem"


@require_safe
@for_officer(*DESK_ROLES)
def fees(request: PageRequest) -> HttpResponse:
    """Requests of the officer's bodies, newest first, a page at a time."""
    before_id = whole_number(request.GET.get("truoc", ""))
    rows, more = page_of(_chosen(request), before_id=before_id)
    for row in rows:
        row.can_take_cash = row.is_open and can_take_cash(request.actor, row)  # type: ignore[attr-defined] # for the template
    chosen = {name: request.GET.get(name, "") for name in ("tinh-trang", "ma")}
    seen = {
        "rows": rows,
        "tabs": _tabs(chosen["tinh-trang"], chosen["ma"]),
        "chosen": chosen["tinh-trang"],
        "reference": chosen["ma"],
        "same": urlencode(chosen),
        "older_url": f"?{urlencode({**chosen, 'truoc': more})}" if more else "",
        "awaiting": awaiting_decision(request.actor),
    }
    return render(request, "payments/fees.html", seen)


@require_safe
@for_officer(*DESK_ROLES)
def fees_csv(request: PageRequest) -> StreamingHttpResponse:
    """The same choice as a table for a spreadsheet, without the payers' names."""
    answer = StreamingHttpResponse(
        csv.writer(Echo()).writerow(row) for row in _table(_chosen(request))
    )
    answer["Content-Type"] = "text/csv; charset=utf-8"
    answer["Content-Disposition"] = 'attachment; filename="thu-phi.csv"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*TILL_ROLES)
def take_cash(request: PageRequest, code: str) -> HttpResponse:
    """The fee was paid in cash at the counter: asked once more first, for it cannot be undone."""
    asked = request_by_code(code)
    check_can_take_cash(request.actor, asked)
    if request.method != "POST":
        return render(request, "payments/take_cash.html", {"payment": asked})
    record_cash(reference=asked.reference, actor=request.actor, at=clock.now())
    return redirect("payments:fees")


def _tabs(chosen: str, reference: str) -> list[Tab]:
    kinds = [("", _("Tất cả")), *State.choices, (BROKEN, _("Cần xem lại"))]
    return [
        Tab(
            label=str(label),
            url=f"?{urlencode({'tinh-trang': state, 'ma': reference})}",
            is_current=state == chosen,
        )
        for state, label in kinds
    ]


class Echo:
    """A file that hands each line back."""

    def write(self, line: str) -> str:
        """The line."""
        return line


def _chosen(request: PageRequest) -> QuerySet[PaymentRequest]:
    state = request.GET.get("tinh-trang", "")
    return requests_at_desk(
        request.actor,
        state=state if state in State.values else "",
        reference=request.GET.get("ma", ""),
        broken=state == BROKEN,
    )


def _table(found: QuerySet[PaymentRequest]) -> Iterator[Iterable[object]]:
    yield (
        "\ufeff" + _("Mã hồ sơ"),
        _("Nộp cho việc"),
        _("Cơ quan thu"),
        _("Số tiền"),
        _("Tình trạng"),
        _("Cách trả tiền"),
        _("Yêu cầu lúc"),
        _("Nộp lúc"),
    )
    for row in found.iterator(chunk_size=500):
        yield (
            plain(row.reference),
            plain(row.description),
            plain(row.payee.name),
            row.amount,
            row.get_state_display(),
            row.get_method_display(),
            _instant(row.requested_at),
            _instant(row.paid_at),
        )


def plain(text: str) -> str:
    """A spreadsheet must not take the text for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _instant(at: datetime | None) -> str:
    return at.astimezone(clock.VIETNAM).isoformat(timespec="minutes") if at else ""
