"""A draft as a whole: what it changes, what is to be mended, a trial, and its way to publication."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from nentang.foundation.audit.public import record
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue import actions
from nentang.government.catalogue.adapters.bundle_file import MOST_BYTES, written_bundle
from nentang.government.catalogue.errors import DraftNotOpen
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import can_approve, can_write
from nentang.government.catalogue.queries import draft_to_see
from nentang.government.catalogue.registry import ROLES, WRITER, try_bundle
from nentang.government.catalogue.rules.bundle import BundleUnreadable, parse_bundle
from nentang.government.catalogue.rules.differences import differences
from nentang.government.catalogue.rules.faults import faults_of
from nentang.government.catalogue.rules.sheet_values import shown
from nentang.government.catalogue.rules.sheets import sheets_of
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import whole_number

from .procedures import HOME, next_month

Step = Callable[[PageRequest, UUID, datetime], object]


@require_POST
@for_officer(WRITER)
def start(request: PageRequest, procedure: str) -> HttpResponseRedirect:
    """Begin a draft that is to hold from a day, or go on with the one that is being written."""
    try:
        on = date.fromisoformat(request.POST.get("tu-ngay", ""))
    except ValueError:
        on = next_month(clock.legal_day(clock.now()))
    draft = actions.start_bundle(procedure=procedure, on=on, actor=request.actor, at=clock.now())
    return redirect("catalogue:draft", draft_id=draft.public_id)


@for_officer(*ROLES)
def draft_page(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """The draft: its sheets, its differences, its faults, and what can be done with it."""
    return _show(request, draft_to_see(draft_id, actor=request.actor))


@for_officer(*ROLES)
def file(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """The draft as a file; a file that is handed in takes its place."""
    if request.method == "POST":
        return _take_file(request, draft_id)
    draft = draft_to_see(draft_id, actor=request.actor)
    response = HttpResponse(written_bundle(draft.source), content_type="application/yaml")
    response["Content-Disposition"] = f'attachment; filename="{draft.procedure}.yaml"'
    return response


@require_POST
@for_officer(*ROLES)
def trial(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """What the draft would have made of dossiers that are there; none of them is touched."""
    draft = draft_to_see(draft_id, actor=request.actor)
    subject = f"bundle_draft:{draft.pk}"
    try:
        found = try_bundle(parse_bundle(draft.source))
    except BundleUnreadable:
        return _show(request, draft, status=422)
    record(
        actor=request.actor,
        action="catalogue.try_bundle",
        subject=subject,
        organization_id=draft.organization_id,
        at=clock.now(),
    )
    return _show(request, draft, trial=found)


@require_POST
@for_officer(*ROLES)
def take_step(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """Propose, publish, give back, put away, take out, or put a sheet back."""
    draft = draft_to_see(draft_id, actor=request.actor)
    if step not in STEPS:
        raise DraftNotOpen
    try:
        STEPS[step](request, draft_id, clock.now())
    except DomainError as fault:
        return _show(request, draft, fault=fault, status=422)
    return redirect("catalogue:draft", draft_id=draft_id)


def _take_file(request: PageRequest, draft_id: UUID) -> HttpResponse:
    handed = request.FILES.get("tep")
    content = handed.read(MOST_BYTES + 1) if handed else b""
    try:
        actions.replace_bundle(
            draft_id=draft_id, content=content, actor=request.actor, at=clock.now()
        )
    except DomainError as fault:
        draft = draft_to_see(draft_id, actor=request.actor)
        return _show(request, draft, fault=fault, status=422)
    return redirect("catalogue:draft", draft_id=draft_id)


def _show(
    request: PageRequest, draft: BundleDraft, *, status: int = 200, **more: Any
) -> HttpResponse:
    actor, base = request.actor, draft.based_on.source
    sheets = [
        {
            "sheet": each,
            "is_changed": each.name not in {s.name for s in sheets_of(base)}
            or shown(draft.source, each) != shown(base, each),
        }
        for each in sheets_of(draft.source)
    ]
    changed = [each for each in differences(base, draft.source) if each.path != ("valid_from",)]
    context = {
        "draft": draft,
        "name": draft.source["procedure"]["value"]["name"],
        "sheets": sheets,
        "faults": faults_of(draft.source),
        "differences": changed[:MOST_SHOWN],
        "more_differences": max(0, len(changed) - MOST_SHOWN),
        "edits": draft.edits.select_related("account__person").order_by("-pk")[:20],
        "may_write": can_write(actor, draft),
        "may_approve": can_approve(actor, draft),
        "first_step": next((each["name"] for each in draft.source["form"]["steps"]), ""),
        "crumbs": [HOME, _procedure_crumb(draft)],
        **more,
    }
    return render(request, "catalogue/draft.html", context, status=status)


def _procedure_crumb(draft: BundleDraft) -> dict[str, str]:
    return {
        "label": draft.procedure,
        "url": reverse("catalogue:history", args=[draft.procedure]),
    }


def _propose(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    note = request.POST.get("note", "")
    return actions.propose_bundle(draft_id=draft_id, note=note, actor=request.actor, at=at)


def _publish(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    return actions.publish_bundle(draft_id=draft_id, actor=request.actor, at=at)


def _return(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    remark = request.POST.get("remark", "")
    return actions.return_bundle(draft_id=draft_id, remark=remark, actor=request.actor, at=at)


def _put_away(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    return actions.put_away_bundle(draft_id=draft_id, actor=request.actor, at=at)


def _take_out(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    return actions.take_out_bundle(draft_id=draft_id, actor=request.actor, at=at)


def _restore(request: PageRequest, draft_id: UUID, at: datetime) -> object:
    edit_id = whole_number(request.POST.get("edit", "")) or 0
    return actions.restore_sheet(draft_id=draft_id, edit_id=edit_id, actor=request.actor, at=at)


MOST_SHOWN = 200
STEPS: dict[str, Step] = {
    "trinh": _propose,
    "cong-bo": _publish,
    "tra-lai": _return,
    "cat": _put_away,
    "lay-ra": _take_out,
    "khoi-phuc": _restore,
}
