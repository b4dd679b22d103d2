"""The desk of civil status: the books of the year, what waits, and a look before a dossier is decided."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.civil_status.actions import check_dossier, give_child_number
from nentang.government.civil_status.permissions import bodies_of, may_enter
from nentang.government.civil_status.queries import (
    books_this_year,
    dossier_entry,
    waiting_dossiers,
    words_of,
)
from nentang.government.civil_status.registry import BY_HAND, PAPER_KINDS
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound
from nentang.kernel.text import whole_number

SHOWN = 20


@require_safe
@for_officer("registrar")
def desk_page(request: PageRequest) -> HttpResponse:
    """The books of this year with their last numbers, and what to do."""
    bodies = bodies_of(request.actor)
    context = {
        "books": books_this_year(bodies, clock.legal_day(clock.now()).year),
        "waiting": waiting_dossiers(bodies, limit=5),
        "by_hand": BY_HAND,
        "past": PAPER_KINDS,
    }
    return render(request, "civil_status/desk.html", context)


@require_safe
@for_officer("registrar")
def waiting_page(request: PageRequest) -> HttpResponse:
    """Granted dossiers that an officer has to write, with the reason."""
    after = whole_number(request.GET.get("sau", "")) or 0
    rows = waiting_dossiers(bodies_of(request.actor), after_id=after, limit=SHOWN + 1)
    context = {
        "rows": rows[:SHOWN],
        "older_url": f"?sau={rows[SHOWN - 1].pk}" if len(rows) > SHOWN else "",
        "crumbs": [desk_crumb()],
    }
    return render(request, "civil_status/waiting.html", context)


@require_safe
@for_officer()
def check_page(request: PageRequest, code: str) -> HttpResponse:
    """What the law and the registers say of a dossier, before it is decided."""
    error, remarks = "", []
    try:
        remarks = check_dossier(code=code, actor=request.actor, at=clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as refused:
        error = refused.sentence
    context = {
        "code": code,
        "remarks": [(each, words_of(each)) for each in remarks],
        "error": error,
        "written": dossier_entry(code),
        "may_enter": may_enter(request.actor),
        "crumbs": [{"label": code, "url": reverse("services:desk_dossier", args=[code])}],
    }
    return render(request, "civil_status/check.html", context)


@require_POST
@for_officer()
def give_number(request: PageRequest, code: str) -> HttpResponse:
    """The population register gives the child's number; back to the dossier."""
    give_child_number(code=code, actor=request.actor, at=clock.now())
    return redirect("services:desk_dossier", code=code)


def desk_crumb() -> dict[str, str]:
    """The way back to the desk."""
    return {"label": _("Hộ tịch"), "url": reverse("civil_status:desk")}
