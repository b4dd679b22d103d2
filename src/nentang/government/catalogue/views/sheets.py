"""One sheet of a draft as a page to fill in, and the form as people will see it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from msgspec.structs import replace

from nentang.foundation.forms.public import page_of
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue import actions
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import BundleNotFound, SheetChanged, SheetWrong
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import can_write
from nentang.government.catalogue.queries import draft_to_see
from nentang.government.catalogue.registry import ROLES
from nentang.government.catalogue.rules.bundle import BundleUnreadable, parse_bundle
from nentang.government.catalogue.rules.sheet_values import (
    Box,
    RowOfBoxes,
    boxes,
    posted_rows,
    rows_of_boxes,
)
from nentang.government.catalogue.rules.sheets import Sheet
from nentang.government.catalogue.templatetags.catalogue import box_fault
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .procedures import HOME


@for_officer(*ROLES)
def sheet(request: PageRequest, draft_id: UUID, sheet: str) -> HttpResponse:
    """The boxes of a sheet; what was typed stays in them until it is right."""
    draft = draft_to_see(draft_id, actor=request.actor)
    found = actions.sheet_named(draft, sheet)
    if request.method != "POST":
        return _show(request, draft, found)
    posted = request.POST.dict()
    try:
        actions.save_sheet(
            draft_id=draft_id,
            sheet=sheet,
            posted=posted,
            last_seen=posted.get("seen", ""),
            actor=request.actor,
            at=clock.now(),
        )
    except (SheetWrong, SheetChanged) as fault:
        return _show(request, draft, found, posted=posted, fault=fault)
    if posted.get("go") == "more":
        return redirect("catalogue:sheet", draft_id=draft_id, sheet=sheet)
    return redirect("catalogue:draft", draft_id=draft_id)


@for_officer(*ROLES)
def preview(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """A step of the form as people will see it, on and back by its own buttons; nothing is kept."""
    draft = draft_to_see(draft_id, actor=request.actor)
    try:
        form = parse_bundle(draft.source).form
    except BundleUnreadable:
        return redirect("catalogue:draft", draft_id=draft_id)
    if step not in {each.name for each in form.steps}:
        raise BundleNotFound
    today = clock.legal_day(clock.now())
    page = page_of(form, step, {}, on=today, errors={}, known={})
    names = [each.name for each in page.form.steps]
    way = {"next": 1, "back": -1}.get(request.POST.get("_go", ""), 0)
    if way and 0 <= (there := names.index(step) + way) < len(names):
        return redirect("catalogue:preview", draft_id=draft_id, step=names[there])
    context = {"page": page, "draft": draft, "steps": form.steps, "crumbs": _crumbs(draft)}
    return render(request, "catalogue/preview.html", context)


def _show(
    request: PageRequest,
    draft: BundleDraft,
    found: Sheet,
    *,
    posted: Mapping[str, str] | None = None,
    fault: DomainError | None = None,
) -> HttpResponse:
    errors = fault.fields if isinstance(fault, SheetWrong) else {}
    own, rows = boxes(draft.source, found), rows_of_boxes(draft.source, found)
    if posted is not None:
        own = [_retyped(each, posted, errors) for each in own]
        rows = [_retyped_row(each, posted, errors) for each in posted_rows(found, posted)]
    context: dict[str, Any] = {
        "draft": draft,
        "sheet": found,
        "boxes": own,
        "rows": rows,
        "fault": fault,
        "seen": actions.seen(draft, found),
        "may_write": can_write(request.actor, draft) and draft.state == DraftState.OPEN,
        "crumbs": _crumbs(draft),
    }
    status = 422 if fault else 200
    return render(request, "catalogue/sheet.html", context, status=status)


def _crumbs(draft: BundleDraft) -> list[dict[str, Any]]:
    here = {
        "label": draft.source["procedure"]["value"]["name"]["vi"],
        "url": reverse("catalogue:draft", args=[draft.public_id]),
    }
    return [HOME, here]


def _retyped(box: Box, posted: Mapping[str, str], errors: Mapping[str, list[str]]) -> Box:
    """The box with what was typed into it."""
    return replace(
        box,
        text=posted.get(box.name, posted.get(f"{box.name}.vi", "")),
        english=posted.get(f"{box.name}.en", ""),
        error=" ".join(map(box_fault, errors.get(box.name, []))),
    )


def _retyped_row(
    row: RowOfBoxes, posted: Mapping[str, str], errors: Mapping[str, list[str]]
) -> RowOfBoxes:
    return replace(row, boxes=tuple(_retyped(each, posted, errors) for each in row.boxes))
