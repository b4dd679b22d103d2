"""The book of incoming documents, one document, and the part of a colleague who helps."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.casework.public import holders, kind_named, timeline
from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office import actions
from nentang.government.office.enums import Channel
from nentang.government.office.errors import ChangedMeanwhile
from nentang.government.office.forms import ArrivalForm
from nentang.government.office.models import IncomingDocument
from nentang.government.office.permissions import bodies_of, check_works_at
from nentang.government.office.queries import (
    colleagues_of,
    find_task,
    incoming_of,
    open_work_files,
    state_of,
)
from nentang.government.office.registry import DOCUMENT_CLERK, INCOMING, OFFICE_ROLES
from nentang.government.office.rules.draft import Arrival
from nentang.government.office.rules.secrecy import secrecy_on
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .entered import PAGE, asked, body_of, kept_files, older_url, taken
from .steps import BY_NAME, incoming_steps


@for_officer(*OFFICE_ROLES)
def book(request: PageRequest) -> HttpResponse:
    """Documents that came, newest first, with search and by state."""
    states = kind_named(INCOMING).states
    state = request.GET.get("o", "")
    chosen = state if state in states else ""
    found = incoming_of(bodies_of(request.actor), state=chosen, limit=PAGE + 1, **asked(request))
    language = get_language() or "vi"
    context = {
        "rows": [(each, state_of(each.case)) for each in found[:PAGE]],
        "older_url": older_url(request, found),
        "words": asked(request)["words"],
        "chosen": chosen,
        "states": [(name, each.title(language)) for name, each in states.items()],
        "is_document_clerk": request.actor.has_role(DOCUMENT_CLERK),
        "crumbs": desk_crumbs(),
    }
    return render(request, "office/incoming_book.html", context)


@for_officer(DOCUMENT_CLERK)
def enter(request: PageRequest) -> HttpResponse:
    """Enter a document that came on paper or by e-mail."""
    today = clock.legal_day(clock.now())
    form = ArrivalForm(request.POST or None, on=today)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = _enter(request, form.cleaned_data)
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("office:incoming", code=made.code)
    context = {
        "form": form,
        "error": error,
        "key": request.POST.get("key", "")[:40] or uuid4().hex,
        "crumbs": desk_crumbs((_("Sổ văn bản đến"), "office:incoming_book")),
        "bodies": organization_names(bodies_of(request.actor)),
        "body": body_of(request),
        **secrecy_context(),
    }
    status = 422 if error or form.errors else 200
    return render(request, "office/enter.html", context, status=status)


def _enter(request: PageRequest, cleaned: dict[str, Any]) -> IncomingDocument:
    channel = Channel(cleaned.pop("channel"))
    key = request.POST.get("key", "")[:40]
    return actions.enter_document(
        organization_id=body_of(request),
        arrival=Arrival(**cleaned, file_ids=kept_files(request)),
        channel=channel,
        actor=request.actor,
        at=clock.now(),
        key=f"{request.actor.account_id}:{key}" if key else None,
    )


@for_officer(*OFFICE_ROLES)
def document_page(request: PageRequest, code: str) -> HttpResponse:
    """The document with what was directed, who helps, and the next steps."""
    return _show(request, _own(request, code))


@require_POST
@for_officer(*OFFICE_ROLES)
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    document = _own(request, code)
    if step not in BY_NAME[IncomingDocument]:
        raise NotFound
    try:
        if request.POST.get("version", "") != str(document.case.version):
            raise ChangedMeanwhile
        BY_NAME[IncomingDocument][step].run(taken(request, code))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, _own(request, code), error.sentence, step)
    return redirect("office:incoming", code=code)


@for_officer(*OFFICE_ROLES)
def task_page(request: PageRequest, code: str) -> HttpResponse:
    """What a colleague is asked to help with; their answer once it is given."""
    task = find_task(code)
    check_works_at(request.actor, task.case.holder_id)
    error, report = "", request.POST.get("report", "")[:4000]
    if request.method == "POST":
        try:
            actions.report_task(code=code, report=report, actor=request.actor, at=clock.now())
        except NotAllowed:
            raise
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("office:desk")
    context = {
        "task": task,
        "document": task.document,
        "may_report": task.account_id == request.actor.account_id and not task.case.closed_at,
        "error": error,
        "report": report,
        "state": state_of(task.case),
        "files": _files(task.document),
        "crumbs": desk_crumbs(),
    }
    return render(request, "office/task.html", context, status=422 if error else 200)


def desk_crumbs(*further: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page of the office."""
    way = ((_("Văn thư"), "office:desk"), *further)
    return [{"label": label, "url": reverse(name)} for label, name in way]


def secrecy_context() -> dict[str, Any]:
    """Why and where: what a page says of state secrets."""
    rule = secrecy_on(clock.legal_day(clock.now()))
    return {"secrecy": rule, "where_instead": rule.value.where(get_language() or "vi")}


def _own(request: PageRequest, code: str) -> IncomingDocument:
    return actions.open_incoming(code=code, actor=request.actor, at=clock.now())


def _files(document: IncomingDocument) -> list[Any]:
    return [each.file for each in document.files.select_related("file").order_by("id")]


def _show(
    request: PageRequest, document: IncomingDocument, error: str = "", opened: str = ""
) -> HttpResponse:
    now = clock.now()
    steps = incoming_steps(document, request.actor)
    tasks = document.tasks.select_related("case", "account__person").order_by("id")
    context = {
        "document": document,
        "state": state_of(document.case),
        "steps": steps,
        "step_url": "office:incoming_step",
        "colleagues": colleagues_of(document.organization_id, on=clock.legal_day(now))
        if any(each.asks_people for each in steps)
        else [],
        "files": _files(document),
        "tasks": [(each, state_of(each.case)) for each in tasks],
        "answers": document.answered_by.select_related("case").order_by("id"),
        "work_files": open_work_files(document.organization_id),
        "timeline": timeline(document.case),
        "holders": holders(document.case, at=now),
        "error": error,
        "opened": opened,
        "sent": taken(request, document.code) if opened else None,
        "crumbs": desk_crumbs((_("Sổ văn bản đến"), "office:incoming_book")),
    }
    return render(request, "office/incoming.html", context, status=422 if error else 200)
