"""Pages of files and documents; the verification pages are for everybody."""

from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.public import PageRequest, for_everyone, for_person
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .actions import open_file
from .enums import DocumentState
from .forms import CodeForm, CopyForm
from .permissions import can_see, check_can_see, check_not_too_often
from .queries import (
    PAGE,
    check_copy,
    document_named,
    documents_of_person,
    file_named,
    standing_of,
)
from .rules.codes import parse_code
from .rules.media_types import BY_NAME, PDF

SIGNING_LOOK_AGAIN = "3"  # seconds
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
PDF_READER = "default-src 'self'; script-src 'none'; frame-ancestors 'none'"


@for_person()
def read_file(request: PageRequest, public_id: UUID) -> HttpResponseBase:
    """The bytes of a file; shown in the browser where it is a PDF or a picture, unless `?tai` asks."""
    opened = open_file(file_id=file_named(public_id).pk, actor=request.actor, at=clock.now())
    file = opened.file
    is_saved = "tai" in request.GET or not BY_NAME[file.media_type].shown_inline
    response = FileResponse(
        opened.content,
        as_attachment=is_saved,
        filename=file.filename,
        content_type=file.media_type,
    )
    response["Content-Security-Policy"] = PDF_READER if file.media_type == PDF.name else SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@for_person()
def own_documents(request: PageRequest) -> HttpResponse:
    """The papers issued to the person, latest first."""
    before_id = whole_number(request.GET.get("truoc", ""))
    person_id = request.actor.subject_person_id or 0
    rows = documents_of_person(person_id, before_id=before_id)
    context = {
        "documents": [each for each in rows if can_see(request.actor, each)],
        "more": rows[-1].pk if len(rows) == PAGE else None,
    }
    return render(request, "documents/own_documents.html", context)


@for_person()
def show_document(request: PageRequest, public_id: UUID) -> HttpResponse:
    """One paper; while it is being signed the page looks again by itself."""
    document = document_named(public_id)
    check_can_see(request.actor, document)
    response = render(request, "documents/document.html", {"document": document})
    return _look_again(response, document.state)


@for_everyone
def enter_code(request: PageRequest) -> HttpResponse:
    """Where somebody with a paper in hand begins."""
    form = CodeForm(request.GET if "ma" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("documents:verify", code=form.cleaned_data["ma"])
    return render(request, "documents/enter_code.html", {"form": form})


@for_everyone
def verify(request: PageRequest, code: str) -> HttpResponse:
    """Whether a document is valid, revoked or being signed, and whether somebody's copy is it."""
    at = clock.now()
    check_not_too_often(client_address(request), at)
    if parse_code(code) not in (None, code):
        return redirect("documents:verify", code=parse_code(code))
    standing = standing_of(code)
    form = CopyForm(request.POST or None, request.FILES or None)
    checked = None
    if request.method == "POST" and form.is_valid():
        checked = check_copy(code, form.cleaned_data["tep"], at=at)
    page = {"standing": standing, "form": form, "checked": checked}
    return _look_again(render(request, "documents/verify.html", page), standing.state)


def _look_again(response: HttpResponse, state: str) -> HttpResponse:
    if state == DocumentState.SIGNING:
        response["Refresh"] = SIGNING_LOOK_AGAIN
    return response
