"""The sheet as its body fills it in and its appraiser goes through it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.casework.public import timeline
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.measure.index import actions
from nentang.measure.index.context.desk import sheet_context
from nentang.measure.index.enums import APPRAISER, PUBLISHER, REPORTER
from nentang.measure.index.models import Sheet
from nentang.measure.index.queries import rounds, sheets_of

from .steps import SHEET_STEPS

ROLES = (REPORTER, APPRAISER, PUBLISHER)


@require_safe
@for_officer(*ROLES)
def sheets(request: PageRequest) -> HttpResponse:
    """The sheets of one's bodies, and the rounds one appraises or publishes."""
    actor = request.actor
    context = {
        "sheets": sheets_of(actor.organizations(REPORTER)),
        "rounds": rounds(actor.organizations(APPRAISER, PUBLISHER)),
        "may_open": bool(actor.organizations(PUBLISHER)),
    }
    return render(request, "index/sheets.html", context)


@require_safe
@for_officer(*ROLES)
def sheet(request: PageRequest, code: str) -> HttpResponse:
    """One sheet with everything that is known of it."""
    found = actions.open_sheet(code=code, actor=request.actor, at=clock.now())
    return _show(request, found)


@require_POST
@for_officer(*ROLES)
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """One step; what was typed stands there again where it is refused."""
    if step not in SHEET_STEPS:
        raise NotFound
    now = clock.now()
    found = actions.open_sheet(code=code, actor=request.actor, at=now)
    try:
        place = SHEET_STEPS[step](request, found, now)
    except (NotFound, NotAllowed):
        raise
    except DomainError as error:
        fresh = actions.open_sheet(code=code, actor=request.actor, at=now)
        return _show(request, fresh, error=error.sentence, status=422)
    return redirect(reverse("index:sheet", args=[code]) + place)


def _show(
    request: PageRequest, found: Sheet, *, error: str = "", status: int = 200
) -> HttpResponse:
    now = clock.now()
    context: dict[str, Any] = {
        **sheet_context(found, request.actor, at=now),
        "entries": timeline(found.case),
        "crumbs": [{"label": _("Phiếu chỉ số"), "url": reverse("index:sheets")}],
        "error": error,
        "typed": request.POST,
    }
    return render(request, "index/sheet.html", context, status=status)
