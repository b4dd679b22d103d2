"""Send an entry in, and see what became of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.foundation.casework.public import timeline
from nentang.foundation.documents.public import store_file
from nentang.foundation.portal.public import PageRequest, for_person
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
from nentang.measure.small_registers.errors import EntryMovedMeanwhile, EntryNotFound, NotInvited
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import is_sender, sends_for
from nentang.measure.small_registers.queries import (
    files_of,
    find_entry,
    register_at,
    register_named,
    sent_in_by,
)
from nentang.measure.small_registers.rules.registers import Register

PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def send(request: PageRequest, register: str) -> HttpResponse:
    """The form; again with what was typed where it is refused."""
    known = register_at(register)
    if known.submission is None:
        raise NotInvited
    error, faults = "", {}
    if request.method == "POST":
        try:
            entry = _send(request, known)
        except (NotFound, NotAllowed):
            raise
        except DomainError as refused:
            error = refused.sentence
            faults = refused.fields if isinstance(refused, Invalid) else {}
        else:
            messages.success(request, _("Đã gửi. Cơ quan xem xét rồi trả lời ở trang này."))
            return redirect("small_registers:own", code=entry.code)
    context = _form(request, known, faults) | {"error": error}
    return render(request, "small_registers/send.html", context, status=422 if error else 200)


@require_safe
@for_person(assurance=1)
def mine(request: PageRequest) -> HttpResponse:
    """What the person sent in, or what was sent in for the organization they act for."""
    actor = request.actor
    before = whole_number(request.GET.get("truoc", ""))
    person_id = None if actor.mandate_id else actor.person_id
    found = sent_in_by(person_id, actor.principal_organization_id, before_id=before, limit=PAGE + 1)
    context = {
        "rows": [_row(each) for each in found[:PAGE]],
        "older_url": f"?truoc={found[PAGE - 1].pk}" if len(found) > PAGE else "",
        "crumbs": _crumbs(),
    }
    return render(request, "small_registers/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def own(request: PageRequest, code: str) -> HttpResponse:
    """An entry of one's own: where it stands, what the office said; another file may be added."""
    entry = _own(request, code)
    if request.method != "POST":
        return _show(request, entry)
    try:
        ids = _stored(request)
        actions.attach_evidence(
            code=code, file_ids=ids, title="", actor=request.actor, at=clock.now()
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        return _show(request, entry, error=refused.sentence, status=422)
    messages.success(request, _("Đã thêm tệp."))
    return redirect("small_registers:own", code=code)


@require_POST
@for_person(assurance=1)
def own_step(request: PageRequest, code: str) -> HttpResponse:
    """Take a step that is the sender's, for instance withdraw."""
    entry = _own(request, code)
    try:
        if request.POST.get("version", "") != str(entry.case.version):
            raise EntryMovedMeanwhile
        actions.take_step(
            code=code,
            step=request.POST.get("step", "")[:40],
            reason=request.POST.get("text", "")[:1000],
            actor=request.actor,
            at=clock.now(),
        )
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        return _show(request, _own(request, code), error=refused.sentence, status=422)
    messages.success(request, _("Đã làm xong."))
    return redirect("small_registers:own", code=code)


def _send(request: PageRequest, register: Register) -> Entry:
    sends_for(request.actor, register)  # nobody's file is kept who may not send
    return actions.submit_entry(
        register=register.code,
        typed=typed_of(register, request.POST),
        statement=request.POST.get("statement", "")[:2000],
        file_ids=_stored(request),
        actor=request.actor,
        at=clock.now(),
    )


def _stored(request: PageRequest) -> list[int]:
    """The file that came with a form, if any, kept as the sender's own."""
    upload = request.FILES.get("tep")
    if upload is None:
        return []
    kept = store_file(
        content=upload.read(), filename=upload.name or "", actor=request.actor, at=clock.now()
    )
    return [kept.pk]


def _form(request: PageRequest, register: Register, faults: dict[str, list[str]]) -> dict[str, Any]:
    invited = register.submission
    try:
        sends_for(request.actor, register)
        may_send = True
    except NotInvited:
        may_send = False
    typed = typed_of(register, request.POST)
    url = reverse("small_registers:register", args=[register.path])
    statement = invited.statement if invited else None
    return {
        "register": register,
        "title": register.title.said(spoken()),
        "invitation": invited.words.said(spoken()) if invited else "",
        "statement_label": statement.said(spoken()) if statement else "",
        "statement": request.POST.get("statement", "")[:2000],
        "fields": typed_fields(register, typed, faults, {}, for_submitter=True),
        "may_send": may_send,
        "for_organizations": bool(invited and "person" not in invited.by),
        "crumbs": [*_crumbs(), {"label": register.title.said(spoken()), "url": url}],
    }


def _own(request: PageRequest, code: str) -> Entry:
    entry = find_entry(code)
    if not is_sender(request.actor, entry):
        raise EntryNotFound
    return entry


def _show(
    request: PageRequest, entry: Entry, *, error: str = "", status: int = 200
) -> HttpResponse:
    register = register_named(entry.register)
    today = clock.legal_day(clock.now())
    public = reverse("small_registers:entry", args=[register.path, entry.code])
    context = {
        "entry": entry,
        "title": entry_title(register, entry, is_public=False),
        "register_title": register.title.said(spoken()),
        "state": state_words(register, entry.case.state),
        "lines": entry_lines(register, entry.values, today, only_public=False),
        "files": files_of(entry),
        "steps": steps_for(register, entry, request.actor),
        "may_attach": register.states[entry.case.state].is_editable,
        "public_url": public if entry.published is not None else "",
        "timeline": timeline(entry.case),
        "crumbs": [*_crumbs(), {"label": _("Đề nghị của tôi"), "url": reverse("small_registers:mine")}],
        "error": error,
    }  # fmt: skip
    return render(request, "small_registers/own.html", context, status=status)


def _row(entry: Entry) -> dict[str, Any]:
    register = register_named(entry.register)
    return {
        "entry": entry,
        "title": entry_title(register, entry, is_public=False),
        "register": register.title.said(spoken()),
        "state": state_words(register, entry.case.state),
    }


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Sổ đăng ký"), "url": reverse("small_registers:index")}]
