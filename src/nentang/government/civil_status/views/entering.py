"""Writing an entry by hand: of today, or an old one with its own number."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.civil_status.actions import Past, enter_by_hand, facts_from
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.errors import DossierNotReady
from nentang.government.civil_status.forms import EntryForm, PastForm
from nentang.government.civil_status.models import CivilEntry
from nentang.government.civil_status.permissions import bodies_of
from nentang.government.civil_status.queries import dossier_entry, look_before, words_of
from nentang.government.civil_status.registry import BY_HAND, PAPER_KINDS
from nentang.government.civil_status.rules.dossiers import typed_from
from nentang.government.services.public import read_answers
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotFound

from .desk import desk_crumb

LAW, PURPOSE = "Luật Hộ tịch 60/2014/QH13", "Ghi Sổ hộ tịch"


@for_officer("registrar")
def enter_page(request: PageRequest, kind: str) -> HttpResponse:
    """An entry of today; what has to be known is shown before it is written."""
    if kind not in {each.value for each in BY_HAND}:
        raise NotFound
    body = bodies_of(request.actor)[0]
    dossier = request.GET.get("ho-so", "")[:40]
    if request.method != "POST":
        return _show(request, kind, EntryForm(kind, initial=_known(request, dossier, kind)))
    form, error = EntryForm(kind, request.POST), ""
    if form.is_valid():
        try:
            if "confirmed" not in request.POST and (remarks := _remarks(kind, form)):
                return _show(request, kind, form, remarks=remarks)
            entry = enter_by_hand(
                kind=kind,
                typed=form.typed(),
                organization_id=body,
                actor=request.actor,
                at=clock.now(),
                dossier_code=dossier,
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return _to(entry)
    return _show(request, kind, form, error=error, status=422)


@for_officer("registrar")
def past_page(request: PageRequest, kind: str) -> HttpResponse:
    """An old entry, under the number that it has on paper."""
    if kind not in {each.value for each in PAPER_KINDS}:
        raise NotFound
    body, data = bodies_of(request.actor)[0], request.POST or None
    form, place, error = EntryForm(kind, data), PastForm(data), ""
    if data and place.is_valid() and form.is_valid():
        try:
            entry = enter_by_hand(
                kind=kind,
                typed=form.typed(),
                organization_id=body,
                actor=request.actor,
                at=clock.now(),
                past=Past(**place.cleaned_data),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return _to(entry)
    status = 422 if data else 200
    return _show(request, kind, form, place=place, error=error, status=status)


def _remarks(kind: str, form: EntryForm) -> list[tuple[object, str]]:
    """What has to be known or forbids it, on the day of today."""
    found = look_before(facts_from(kind, form.typed()), clock.legal_day(clock.now()))
    return [(each, words_of(each)) for each in found]


def _known(request: PageRequest, dossier: str, kind: str) -> dict[str, str]:
    """What the dossier says already."""
    if not dossier:
        return {}
    waiting = dossier_entry(dossier)
    if waiting is None or waiting.organization_id not in bodies_of(request.actor):
        raise DossierNotReady
    read = read_answers(
        code=dossier, purpose=PURPOSE, legal_basis=LAW, actor=request.actor, at=clock.now()
    )
    return typed_from(read.procedure, read.answers) or {}


def _to(entry: CivilEntry) -> HttpResponse:
    return redirect("registers:record", register=entry.KIND.value, record_code=entry.code)


def _show(
    request: PageRequest,
    kind: str,
    form: EntryForm,
    *,
    place: PastForm | None = None,
    remarks: list[tuple[object, str]] | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "title": BookKind(kind).label,
        "form": form,
        "place": place,
        "remarks": remarks or [],
        "is_forbidden": any(each.is_refusal for each, _said in remarks or []),  # type: ignore[attr-defined]
        "error": error,
        "dossier": request.GET.get("ho-so", "")[:40],
        "label": _("Ghi vào sổ"),
        "crumbs": [desk_crumb()],
    }
    return render(request, "civil_status/enter.html", context, status=status)
