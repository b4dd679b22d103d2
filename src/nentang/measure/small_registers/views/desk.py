"""The desk of those who keep registers: entries of their bodies, the form, steps, evidence."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import timeline
from nentang.foundation.documents.public import store_file
from nentang.foundation.organizations.public import Organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, Invalid, NotAllowed, NotFound
from nentang.kernel.text import whole_number
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.context import (
    entry_lines,
    entry_title,
    spoken,
    state_words,
    steps_for,
    typed_fields,
    typed_of,
)
from nentang.measure.small_registers.errors import EntryChanged, EntryMovedMeanwhile, NotAKeeper
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import (
    can_keep,
    check_attaches,
    check_sees_desk,
    may_keep,
)
from nentang.measure.small_registers.queries import (
    entries_of_bodies,
    files_of,
    find_entry,
    register_at,
    register_named,
    registers,
    selectable_units,
    versions_of,
)
from nentang.measure.small_registers.rules.registers import Register

PAGE = 30
CONFIRM = "xac-nhan"


@require_safe
@for_officer()
def mine(request: PageRequest) -> HttpResponse:
    """Entries of the officer's bodies, newest first, and the registers they may add to."""
    actor = request.actor
    before = whole_number(request.GET.get("truoc", ""))
    found = entries_of_bodies(actor.organizations(), before_id=before, limit=PAGE + 1)
    today = clock.legal_day(clock.now())
    kept = [each for each in registers() if _bodies(actor, each)]
    context = {
        "rows": [_row(each) for each in found[:PAGE]],
        "today": today,
        "kept": [{"path": each.path, "title": each.title.said(spoken())} for each in kept],
        "older_url": f"?truoc={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "crumbs": _crumbs(),
    }
    return render(request, "small_registers/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer()
def enter(request: PageRequest, register: str) -> HttpResponse:
    """A new entry; again with what was typed where it is refused."""
    known = register_at(register)
    bodies = _bodies(request.actor, known)
    if not bodies:
        raise NotAKeeper
    wanted = whole_number(request.POST.get("body", "") or request.GET.get("co-quan", ""))
    body = next((each for each in bodies if each.pk == wanted), bodies[0])
    typed, error, faults = typed_of(known, request.POST), "", {}
    if request.method == "POST":
        try:
            made = actions.enter_entry(
                register=known.code,
                organization_id=body.pk,
                typed=typed,
                actor=request.actor,
                at=clock.now(),
            )
        except (NotFound, NotAllowed):
            raise
        except DomainError as refused:
            error = refused.sentence
            faults = refused.fields if isinstance(refused, Invalid) else {}
        else:
            messages.success(request, _("Đã lưu. Xem lại rồi trình duyệt."))
            return redirect("small_registers:desk_entry", code=made.code)
    units = selectable_units(known, body, clock.legal_day(clock.now()))
    context = {
        "register": known,
        "title": known.title.said(spoken()),
        "fields": typed_fields(known, typed, faults, units),
        "body": body,
        "bodies": bodies,
        "error": error,
        "crumbs": [*_crumbs(), _desk_crumb()],
    }
    return render(request, "small_registers/enter.html", context, status=422 if error else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer()
def desk_entry(request: PageRequest, code: str) -> HttpResponse:
    """The form where the entry may be changed, else what it says; steps, evidence, versions."""
    entry = _seen(request, code)
    if request.method != "POST":
        return _show(request, entry)
    register = register_named(entry.register)
    typed = typed_of(register, request.POST)
    try:
        actions.change_entry(
            code=code,
            typed=typed,
            values_version=whole_number(request.POST.get("values_version", "")) or 0,
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        faults = refused.fields if isinstance(refused, Invalid) else {}
        return _show(request, _seen(request, code), error=refused, typed=typed, faults=faults)
    messages.success(request, _("Đã lưu."))
    return redirect("small_registers:desk_entry", code=code)


@require_POST
@for_officer()
def step(request: PageRequest, code: str) -> HttpResponse:
    """Take a step, or confirm that the entry still holds."""
    entry = _seen(request, code)
    name = request.POST.get("step", "")[:40]
    by: dict[str, Any] = {"code": code, "actor": request.actor, "at": clock.now()}
    try:
        if request.POST.get("version", "") != str(entry.case.version):
            raise EntryMovedMeanwhile
        if name == CONFIRM:
            actions.confirm_entry(**by)
        else:
            actions.take_step(step=name, reason=request.POST.get("text", "")[:1000], **by)
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        faults = refused.fields if isinstance(refused, Invalid) else {}
        return _show(request, _seen(request, code), error=refused, faults=faults, opened=name)
    messages.success(request, _("Đã làm xong."))
    return redirect("small_registers:desk_entry", code=code)


@require_POST
@for_officer()
def attach(request: PageRequest, code: str) -> HttpResponse:
    """Add a file that proves the entry."""
    entry = _seen(request, code)
    check_attaches(request.actor, register_named(entry.register), entry)
    upload = request.FILES.get("tep")
    now = clock.now()
    try:
        kept = store_file(
            content=upload.read() if upload else b"",
            filename=upload.name or "" if upload else "",
            actor=request.actor,
            at=now,
        )
        actions.attach_evidence(
            code=code,
            file_ids=[kept.pk],
            title=request.POST.get("title", "")[:200],
            actor=request.actor,
            at=now,
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        return _show(request, entry, error=refused, opened="tep")
    messages.success(request, _("Đã thêm tệp."))
    return redirect("small_registers:desk_entry", code=code)


def _show(
    request: PageRequest,
    entry: Entry,
    *,
    error: DomainError | None = None,
    typed: dict[str, str] | None = None,
    faults: dict[str, list[str]] | None = None,
    opened: str = "",
) -> HttpResponse:
    register, today = register_named(entry.register), clock.legal_day(clock.now())
    keeps = can_keep(request.actor, register, entry)
    is_editable = keeps and register.states[entry.case.state].is_editable
    units = selectable_units(register, entry.organization, today) if is_editable else {}
    steps = steps_for(register, entry, request.actor)
    public = reverse("small_registers:entry", args=[register.path, entry.code])
    context = {
        "entry": entry,
        "title": entry_title(register, entry, is_public=False),
        "register_title": register.title.said(spoken()),
        "state": state_words(register, entry.case.state),
        "is_editable": is_editable,
        "fields": typed_fields(register, entry.values if typed is None else typed, faults or {}, units),
        "lines": entry_lines(register, entry.values, today, only_public=False),
        "steps": [each for each in steps if not each.is_closed_by_four_eyes],
        "is_for_others": any(each.is_closed_by_four_eyes for each in steps),
        "may_confirm": keeps and entry.published is not None and entry.confirm_by is not None,
        "is_stale": entry.confirm_by is not None and entry.confirm_by < today,
        "files": files_of(entry),
        "versions": versions_of(entry),
        "public_url": public if entry.published is not None else "",
        "path": register.path,
        "timeline": timeline(entry.case),
        "crumbs": [*_crumbs(), _desk_crumb()],
        "error": error.sentence if error else "",
        "is_conflict": isinstance(error, EntryChanged),
        "opened": opened,
        "text": request.POST.get("text", "")[:1000],
    }  # fmt: skip
    status = 422 if error else 200
    return render(request, "small_registers/desk_entry.html", context, status=status)


def _seen(request: PageRequest, code: str) -> Entry:
    entry = find_entry(code)
    check_sees_desk(request.actor, entry)
    return entry


def _row(entry: Entry) -> dict[str, Any]:
    register = register_named(entry.register)
    return {
        "entry": entry,
        "title": entry_title(register, entry, is_public=False),
        "register": register.title.said(spoken()),
        "state": state_words(register, entry.case.state),
    }


def _bodies(actor: Actor, register: Register) -> list[Organization]:
    """Bodies for which the actor keeps the register."""
    own = actor.organizations(*register.roles)
    rows = Organization.objects.filter(pk__in=own).select_related("unit").order_by("pk")
    return [each for each in rows if may_keep(register, each)] if own else []


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Sổ đăng ký"), "url": reverse("small_registers:index")}]


def _desk_crumb() -> dict[str, str]:
    return {"label": _("Sổ của cơ quan"), "url": reverse("small_registers:desk")}
