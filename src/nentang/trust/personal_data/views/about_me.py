"""What is held about oneself: asking for it and taking it."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock
from nentang.trust.personal_data.actions import ask_export, take_export
from nentang.trust.personal_data.enums import ExportState
from nentang.trust.personal_data.permissions import check_own_name
from nentang.trust.personal_data.queries import exports_of, requests_of
from nentang.trust.personal_data.rules.terms import READY_FOR

LOOK_AGAIN = "10"  # seconds


@require_safe
@for_person()
def about_me(request: PageRequest) -> HttpResponse:
    """What one may know and ask about one's data; while it is gathered the page looks again by itself."""
    person_id = check_own_name(request.actor)
    exports = exports_of(person_id)
    context = {
        "exports": exports,
        "requests": requests_of(person_id),
        "days": READY_FOR.days,
        "at": clock.now(),
    }
    response = render(request, "personal_data/about_me.html", context)
    if any(export.state == ExportState.ASKED for export in exports):
        response["Refresh"] = LOOK_AGAIN
    return response


@require_POST
@for_person(assurance=2)
def ask(request: PageRequest) -> HttpResponseBase:
    """Ask for all of it; the worker gathers it."""
    ask_export(actor=request.actor, at=clock.now())
    messages.success(request, _("Đã ghi nhận. Gom xong sẽ báo cho ông bà, anh chị."))
    return redirect("personal_data:about_me")


@require_safe
@for_person(assurance=2)
def take(request: PageRequest, export_id: UUID) -> HttpResponseBase:
    """The archive, for its person alone."""
    archive = take_export(public_id=export_id, actor=request.actor, at=clock.now())
    response = FileResponse(
        archive,
        as_attachment=True,
        filename="du-lieu-ve-toi.zip",
        content_type="application/zip",
    )
    response["Cache-Control"] = "private, no-store"
    return response
