"""Entering committees and plans in the register."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.tasks import actions
from nentang.measure.tasks.errors import BodyUnknown, CommitteeIncomplete
from nentang.measure.tasks.permissions import assigns_for, check_records
from nentang.measure.tasks.queries import body_to_record
from nentang.measure.tasks.registry import ASSIGNING
from nentang.measure.tasks.rules.intake import Paper


@for_officer(*ASSIGNING)
def record(request: PageRequest) -> HttpResponse:
    """The form, for one of the officer's bodies or the one that the page_url names."""
    if request.method != "POST":
        return _form(request)
    try:
        with transaction.atomic():
            _record(request)
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _form(request, error=error.sentence, status=422)
    messages.success(request, _("Đã ghi vào sổ."))
    return redirect("tasks:steering")


def _record(request: PageRequest) -> None:
    number = whole_number(request.POST.get("co-quan", "")) or 0
    body = body_to_record(number, clock.legal_day(clock.now()))
    if body is None:
        raise BodyUnknown
    check_records(request.actor, body)  # before any file is kept
    by: dict[str, Any] = {
        "organization_id": number,
        "paper": _paper(request),
        "actor": request.actor,
        "at": clock.now(),
    }
    if request.POST.get("loai", "") == "ke-hoach":
        first = whole_number(request.POST.get("tu-nam", "")) or 0
        last = whole_number(request.POST.get("den-nam", "")) or first
        actions.record_plan(first_year=min(first, 9999), last_year=min(last, 9999), **by)
        return
    actions.record_committee(head_office=request.POST.get("truong-ban", "")[:120], **by)


def _paper(request: PageRequest) -> Paper:
    try:
        decided_on = parse_date(request.POST.get("ngay", ""))
    except ValueError:
        decided_on = None
    if decided_on is None:
        raise CommitteeIncomplete
    file = request.FILES.get("tep")
    kept = file and store_file(
        content=cast(BinaryIO, file), filename=file.name or "", actor=request.actor, at=clock.now()
    )
    return Paper(
        symbol=request.POST.get("so", "")[:40],
        decided_on=decided_on,
        page_url=request.POST.get("trang", "")[:501].strip(),
        file_id=kept.pk if kept else None,
    )


def _form(request: PageRequest, *, error: str = "", status: int = 200) -> HttpResponse:
    said = whole_number(request.GET.get("co-quan", ""))
    own = dict.fromkeys([*([said] if said else []), *assigns_for(request.actor)])
    names = organization_names(list(own))
    context = {
        "bodies": [(each, names[each]) for each in own if each in names],
        "typed": request.POST.dict(),
        "error": error,
        "year": clock.legal_day(clock.now()).year,
        "crumbs": [{"label": _("Ban chỉ đạo và kế hoạch"), "url": reverse("tasks:steering")}],
    }
    return render(request, "tasks/record.html", context, status=status)
