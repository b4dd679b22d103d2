"""Reading a decision, and confirming row by row what was read."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.tasks import actions
from nentang.measure.tasks.context import confirm_context, row_context
from nentang.measure.tasks.errors import DecisionUnreadable, HeadIncomplete
from nentang.measure.tasks.models import Decision
from nentang.measure.tasks.permissions import assigns_for, check_confirms
from nentang.measure.tasks.queries import being_read, complete_rows, find_decision, find_row
from nentang.measure.tasks.registry import ASSIGNING
from nentang.measure.tasks.rules.blocks import LARGEST
from nentang.measure.tasks.rules.intake import DecisionHead, RowWords

MOST_TICKED = 1000


@for_officer(*ASSIGNING)
def import_page(request: PageRequest) -> HttpResponse:
    """Say what the decision is and hand in its file."""
    if request.method != "POST":
        return _import_form(request)
    file = request.FILES.get("tep")
    try:
        if file is None:
            raise DecisionUnreadable
        decision = actions.import_decision(
            head=_head(request),
            content=file.read(LARGEST + 1),
            filename=file.name or "",
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _import_form(request, error=error.sentence, status=422)
    messages.success(request, _("Đã đọc tệp. Xem từng dòng, sửa chỗ chưa đúng rồi xác nhận."))
    return redirect("tasks:confirm", code=decision.code)


@for_officer(*ASSIGNING)
def confirm_page(request: PageRequest, code: str) -> HttpResponse:
    """The rows beside the text; tick and confirm or drop, or confirm all that is sure."""
    decision = _decision(request, code)
    if request.method != "POST":
        return render(request, "tasks/confirm.html", confirm_context(decision, request.GET.dict()))
    chosen = [whole_number(each) for each in request.POST.getlist("dong")[:MOST_TICKED]]
    numbers = [each for each in chosen if each is not None]
    try:
        said = _settle(request, decision, numbers)
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        context = {**confirm_context(decision, {}, numbers), "error": error.sentence}
        return render(request, "tasks/confirm.html", context, status=422)
    messages.success(request, said)
    return redirect("tasks:confirm", code=code)


@for_officer(*ASSIGNING)
def row_page(request: PageRequest, code: str, line: int) -> HttpResponse:
    """Mend one row, with the text around it."""
    decision = _decision(request, code)
    row = find_row(decision, line)
    today = clock.legal_day(clock.now())
    if request.method != "POST":
        return render(request, "tasks/row.html", row_context(row, today))
    words = _words(request)
    by: dict[str, Any] = {"decision": code, "actor": request.actor, "at": clock.now()}
    version = whole_number(request.POST.get("version", "")) or 0
    try:
        if request.POST.get("lam") == "tach":
            texts = request.POST.get("cac-viec", "")[:20_000].splitlines()
            actions.split_row(number=line, texts=texts, version=version, **by)
        else:
            actions.mend_row(number=line, words=words, version=version, **by)
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        context = row_context(find_row(decision, line), today, words, error.sentence)
        return render(request, "tasks/row.html", context, status=422)
    messages.success(request, _("Đã lưu dòng này."))
    return redirect("tasks:confirm", code=code)


@require_POST
@for_officer(*ASSIGNING)
def change_decision(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Add an empty row, take one back, or say whether everybody may see the tasks."""
    decision = _decision(request, code)
    by: dict[str, Any] = {"decision": code, "actor": request.actor, "at": clock.now()}
    if step == "them":
        row = actions.add_row(words=_empty(decision), **by)
        return redirect("tasks:row", code=code, line=row.number)
    if step == "lay-lai":
        number = whole_number(request.POST.get("dong", "")) or 0
        actions.take_back_row(number=number, **by)
    elif step in ("cong-khai", "noi-bo"):
        actions.set_publicity(is_public=step == "cong-khai", **by)
    else:
        raise NotFound
    return redirect("tasks:confirm", code=code)


def _settle(request: PageRequest, decision: Decision, numbers: list[int]) -> str:
    by: dict[str, Any] = {"decision": decision.code, "actor": request.actor, "at": clock.now()}
    if request.POST.get("lam") == "bo":
        dropped = actions.drop_rows(numbers=numbers, **by)
        return ngettext("Đã bỏ %(n)s dòng.", "Đã bỏ %(n)s dòng.", dropped) % {"n": dropped}
    if request.POST.get("lam") == "tat-ca":
        numbers = complete_rows(decision)
    made = len(actions.confirm_rows(numbers=numbers, **by))
    return ngettext("Đã giao %(n)s nhiệm vụ.", "Đã giao %(n)s nhiệm vụ.", made) % {"n": made}


def _import_form(request: PageRequest, *, error: str = "", status: int = 200) -> HttpResponse:
    own = assigns_for(request.actor)
    names = organization_names(own)
    context = {
        "bodies": [(each, names[each]) for each in own if each in names],
        "reading": being_read(own, limit=20),
        "typed": request.POST.dict(),
        "error": error,
        "megabytes": LARGEST // 1024 // 1024,
        "crumbs": [{"label": _("Nhiệm vụ được giao"), "url": reverse("tasks:desk")}],
    }
    return render(request, "tasks/import.html", context, status=status)


def _head(request: PageRequest) -> DecisionHead:
    decided_on = _day(request.POST.get("ngay", ""))
    if decided_on is None:
        raise HeadIncomplete
    return DecisionHead(
        organization_id=whole_number(request.POST.get("co-quan", "")) or 0,
        symbol=request.POST.get("so", "")[:40],
        title=request.POST.get("trich-yeu", "")[:300],
        issuer=request.POST.get("noi-ban-hanh", "")[:120],
        decided_on=decided_on,
        is_public=request.POST.get("noi-bo", "") == "",
    )


def _words(request: PageRequest) -> RowWords:
    supports = [whole_number(each) for each in request.POST.getlist("phoi-hop")[:100]]
    return RowWords(
        item=request.POST.get("muc", "")[:20],
        area=request.POST.get("linh-vuc", "")[:200],
        text=request.POST.get("viec", "")[:2000],
        lead_id=whole_number(request.POST.get("chu-tri", "")),
        support_ids=tuple(each for each in supports if each is not None),
        output=request.POST.get("san-pham", "")[:600],
        due_kind=request.POST.get("loai-han", "")[:10],
        due_on=_day(request.POST.get("han", "")),
    )


def _empty(decision: Decision) -> RowWords:
    text = _("Nhiệm vụ thêm bằng tay")
    return RowWords("", "", text, None, (), "", "open", None)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _decision(request: PageRequest, code: str) -> Decision:
    decision = find_decision(code)
    check_confirms(request.actor, decision)
    return decision
