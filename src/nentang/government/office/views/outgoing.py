"""The book of outgoing documents and one document: its draft, who signs, where it went."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.casework.public import holders, kind_named, timeline
from nentang.foundation.documents.public import render_proof
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office import actions
from nentang.government.office.errors import ChangedMeanwhile
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import bodies_of
from nentang.government.office.queries import (
    current_text,
    open_work_files,
    outgoing_of,
    paper_data,
    state_of,
)
from nentang.government.office.registry import OFFICE_ROLES, OFFICIAL, OUTGOING
from nentang.government.office.rules.terms import issue_days_on
from nentang.government.office.rules.types import type_named
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .entered import PAGE, asked, older_url, taken
from .incoming import desk_crumbs
from .steps import BY_NAME, outgoing_steps

DELIVERY_TONES = {
    "registered": "ok",
    "sent": "info",
    "waiting": "wait",
    "returned": "late",
    "failed": "late",
}


@for_officer(*OFFICE_ROLES)
def book(request: PageRequest) -> HttpResponse:
    """Documents that the body drafts and issues, newest first, with search and by state."""
    states = kind_named(OUTGOING).states
    state = request.GET.get("o", "")
    chosen = state if state in states else ""
    found = outgoing_of(bodies_of(request.actor), state=chosen, limit=PAGE + 1, **asked(request))
    language = get_language() or "vi"
    context = {
        "rows": [(each, state_of(each.case), _type_words(each)) for each in found[:PAGE]],
        "older_url": older_url(request, found),
        "words": asked(request)["words"],
        "chosen": chosen,
        "states": [(name, each.title(language)) for name, each in states.items()],
        "crumbs": desk_crumbs(),
    }
    return render(request, "office/outgoing_book.html", context)


@for_officer(*OFFICE_ROLES)
def document_page(request: PageRequest, code: str) -> HttpResponse:
    """The document with its text, remarks, recipients and next steps."""
    return _show(request, _own(request, code))


@require_POST
@for_officer(*OFFICE_ROLES)
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Take one step; what was typed is shown again where it is refused."""
    document = _own(request, code)
    if step not in BY_NAME[OutgoingDocument]:
        raise NotFound
    try:
        if request.POST.get("version", "") != str(document.case.version):
            raise ChangedMeanwhile
        BY_NAME[OutgoingDocument][step].run(taken(request, code))
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, _own(request, code), error.sentence, step)
    return redirect("office:outgoing", code=code)


@require_POST
@for_officer(*OFFICE_ROLES)
def remark(request: PageRequest, code: str) -> HttpResponse:
    """Say something about a draft."""
    document = _own(request, code)
    text = request.POST.get("text", "")[:4000]
    try:
        actions.remark_draft(code=code, text=text, actor=request.actor, at=clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        return _show(request, document, error.sentence, "gop-y")
    return redirect("office:outgoing", code=code)


@require_POST
@for_officer(*OFFICE_ROLES)
def put_away(request: PageRequest, code: str) -> HttpResponse:
    """Put a document, outgoing or incoming, into a work file."""
    chosen = request.POST.get("ho-so", "")[:40]
    actions.file_document(code=code, work_file=chosen, actor=request.actor, at=clock.now())
    return redirect("office:work_file", code=chosen)


@for_officer(*OFFICE_ROLES)
def proof(request: PageRequest, code: str) -> HttpResponse:
    """How the paper would look, as PDF."""
    document = _own(request, code)
    pdf = render_proof(
        OFFICIAL,
        paper_data(document, document.signed_version or document.version),
        title=document.summary,
        organization_id=document.organization_id,
        at=clock.now(),
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{document.code}.pdf"'
    return response


def _own(request: PageRequest, code: str) -> OutgoingDocument:
    return actions.open_outgoing(code=code, actor=request.actor, at=clock.now())


def _type_words(document: OutgoingDocument) -> str:
    day = clock.legal_day(document.case.opened_at)
    return type_named(document.type_code, day).name(get_language() or "vi")


def _show(
    request: PageRequest, document: OutgoingDocument, error: str = "", opened: str = ""
) -> HttpResponse:
    now = clock.now()
    context = {
        "document": document,
        "type": _type_words(document),
        "state": state_of(document.case),
        "steps": outgoing_steps(document, request.actor),
        "step_url": "office:outgoing_step",
        "text": current_text(document),
        "may_change": document.case.state == "drafting"
        and document.drafter_id == request.actor.account_id,
        "error": error,
        "opened": opened,
        "sent": taken(request, document.code) if opened else None,
        "term": issue_days_on(clock.legal_day(document.signed_at or now)),
        "crumbs": desk_crumbs((_("Sổ văn bản đi"), "office:outgoing_book")),
        "holders": holders(document.case, at=now),
        **_parts(document),
    }
    return render(request, "office/outgoing.html", context, status=422 if error else 200)


def _parts(document: OutgoingDocument) -> dict[str, Any]:
    """What belongs to the document: versions, remarks, recipients, annexes, its paper."""
    paper = document.paper
    versions = document.versions.select_related("saved_by__person").order_by("-number")
    remarks = document.remarks.select_related("written_by__person").order_by("id")
    lines = document.recipients.order_by("id")
    return {
        "versions": versions[:50],
        "remarks": remarks[:200],
        "recipients": [(each, DELIVERY_TONES.get(each.delivery, "")) for each in lines],
        "files": [each.file for each in document.files.select_related("file").order_by("id")],
        "work_files": open_work_files(document.organization_id),
        "timeline": timeline(document.case),
        "verify_path": reverse("documents:verify", args=[paper.code]) if paper else "",
    }
