"""Begin a document, and change its draft."""

from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import organization_names
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.office import actions
from nentang.government.office.forms import DraftForm
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import bodies_of, check_is_drafter, check_works_at
from nentang.government.office.queries import (
    current_text,
    find_incoming,
    find_outgoing,
    leaders_of,
    notation_in,
    recognised_lines,
)
from nentang.government.office.registry import OFFICE_ROLES
from nentang.government.office.rules.draft import Draft
from nentang.government.office.rules.numbers import COMMITTEE
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number

from .entered import body_of, kept_files
from .incoming import desk_crumbs, secrecy_context


@for_officer(*OFFICE_ROLES)
def begin(request: PageRequest) -> HttpResponse:
    """A new document; with `tra-loi` the answer to one that came."""
    body, answers = body_of(request), request.GET.get("tra-loi", "")[:40]
    start = _answering(request, answers) if answers else {}
    form = _form(request, body, {**_usual(body), **start})
    context = {
        "key": request.POST.get("key", "")[:40] or uuid4().hex,
        "bodies": organization_names(bodies_of(request.actor)),
        "body": body,
        "answers": answers,
    }

    def save(draft: Draft) -> OutgoingDocument:
        key = request.POST.get("key", "")[:40]
        return actions.draft_document(
            organization_id=body,
            draft=draft,
            answers=answers,
            actor=request.actor,
            at=clock.now(),
            key=f"page:{request.actor.account_id}:{key}" if key else None,
        )

    return _handled(request, form, save, context)


@for_officer(*OFFICE_ROLES)
def change(request: PageRequest, code: str) -> HttpResponse:
    """A further version of a draft."""
    document = find_outgoing(code)
    check_is_drafter(request.actor, document)
    names = document.recipients.order_by("id").values_list("name", flat=True)
    start = {
        name: getattr(document, name)
        for name in ("type_code", "unit", "summary", "urgency", "authority", "position")
    }
    start |= {"signer": document.signer_id, "text": current_text(document)}
    form = _form(request, document.organization_id, {**start, "recipients": "\n".join(names)})

    def save(draft: Draft) -> OutgoingDocument:
        version = whole_number(request.POST.get("version", "")) or 0
        return actions.change_draft(
            code=code, draft=draft, version=version, actor=request.actor, at=clock.now()
        )

    version = request.POST.get("version", "")[:9] or document.version
    return _handled(request, form, save, {"document": document, "version": version})


def _handled(request: PageRequest, form: DraftForm, save: Any, context: Any) -> HttpResponse:
    """To the document; the form again with what was typed where it is refused."""
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = save(_draft(request, form.cleaned_data))
        except (NotFound, NotAllowed):
            raise
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("office:outgoing", code=made.code)
    context |= {
        "form": form,
        "error": error,
        "crumbs": desk_crumbs((_("Sổ văn bản đi"), "office:outgoing_book")),
        **secrecy_context(),
    }
    status = 422 if error or form.errors else 200
    return render(request, "office/draft.html", context, status=status)


def _form(request: PageRequest, body: int, start: dict[str, Any]) -> DraftForm:
    day = clock.legal_day(clock.now())
    return DraftForm(request.POST or None, initial=start, on=day, signers=leaders_of(body, on=day))


def _draft(request: PageRequest, cleaned: dict[str, Any]) -> Draft:
    signer = cleaned.pop("signer")
    lines = recognised_lines(cleaned.pop("recipients"), on=clock.legal_day(clock.now()))
    text = cleaned.pop("text").replace("\r\n", "\n")
    return Draft(
        **cleaned, text=text, signer_id=signer, recipients=lines, file_ids=kept_files(request)
    )


def _usual(body: int) -> dict[str, str]:
    """A committee's chairperson signs on its behalf; of other bodies the head signs alone."""
    notation, _way = notation_in(body)
    is_committee = notation == COMMITTEE
    return {"authority": "TM. Ủy ban nhân dân", "position": "Chủ tịch"} if is_committee else {}


def _answering(request: PageRequest, code: str) -> dict[str, Any]:
    """A letter to whoever sent the document."""
    document = find_incoming(code)
    check_works_at(request.actor, document.organization_id)
    return {
        "type_code": "CV",
        "summary": f"trả lời văn bản số {document.number or code}",
        "recipients": document.sender_name,
    }
