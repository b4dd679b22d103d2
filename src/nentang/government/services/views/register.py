"""The register of dossiers: a month at a time, as a page, a table and a signed paper."""

from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.organizations.public import organization, organization_names
from nentang.foundation.portal.public import PageRequest, csv_file, for_officer
from nentang.government.services.actions import issue_register, read_register
from nentang.government.services.permissions import DESK_ROLES
from nentang.kernel import clock
from nentang.kernel.text import whole_number

PAGE, MOST_ROWS = 50, 100_000


@require_safe
@for_officer(*DESK_ROLES)
def register_page(request: PageRequest) -> HttpResponse:
    """A month of a body's register, a page by key."""
    body, month = _body(request), _month(request)
    rows = read_register(
        organization_id=body,
        month=month,
        after_id=whole_number(request.GET.get("sau", "")) or 0,
        limit=PAGE + 1,
        actor=request.actor,
        at=clock.now(),
    )
    asked = {"co-quan": str(body), "thang": f"{month:%Y-%m}"}
    more = {**asked, "sau": str(rows[PAGE - 1].id)} if len(rows) > PAGE else None
    context = {
        "crumbs": [{"label": _("Việc của tôi"), "url": reverse("casework:inbox")}],
        "rows": rows[:PAGE],
        "body": organization(body),
        "bodies": organization_names(request.actor.organizations(*DESK_ROLES)),
        "month": month,
        "same": urlencode(asked),
        "next_query": urlencode(more) if more else "",
    }
    return render(request, "services/register.html", context)


@require_safe
@for_officer(*DESK_ROLES)
def register_csv(request: PageRequest) -> HttpResponse:
    """The same month as a table for a spreadsheet."""
    body, month = _body(request), _month(request)
    rows = read_register(
        organization_id=body, month=month, limit=MOST_ROWS, actor=request.actor, at=clock.now()
    )
    head = [
        *(_("Mã hồ sơ"), _("Thủ tục"), _("Người nộp"), _("Địa chỉ, điện thoại")),
        *(_("Cơ quan giải quyết"), _("Nhận"), _("Hẹn trả"), _("Trả"), _("Cách nộp")),
    ]
    return csv_file(f"so-theo-doi-{month:%Y-%m}", head, (each.cells for each in rows))


@require_POST
@for_officer(*DESK_ROLES)
def print_register(request: PageRequest) -> HttpResponse:
    """The month as a paper that the body signs."""
    document = issue_register(
        organization_id=_body(request), month=_month(request), actor=request.actor, at=clock.now()
    )
    messages.success(request, _("Sổ đang được ký số; chờ một lát rồi tải về."))
    return redirect("documents:document", document.public_id)


def _body(request: PageRequest) -> int:
    """The body asked for, or the first of one's own."""
    asked = whole_number((request.POST or request.GET).get("co-quan", ""))
    own = sorted(request.actor.organizations(*DESK_ROLES))
    return own[0] if asked is None else asked


def _month(request: PageRequest) -> date:
    """The month asked for as `2020-12`, or this one."""
    asked = (request.POST or request.GET).get("thang", "")
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return clock.legal_day(clock.now()).replace(day=1)
