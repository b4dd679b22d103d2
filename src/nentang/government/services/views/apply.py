"""Filling in and submitting: choose the office, one step a page, look through, send."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from nentang.foundation.forms.public import (
    draft_of,
    save_draft,
    start_draft,
)
from nentang.foundation.organizations.public import organization_for, search_units
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.services.adapters.law_files import form
from nentang.government.services.queries import procedure_on
from nentang.government.services.rules.intake import Intake
from nentang.kernel import clock


@for_person(assurance=1)
def choose_body(request: PageRequest, procedure: str) -> HttpResponse:
    """Which office receives it: search the commune, district or province."""
    today = clock.legal_day(clock.now())
    subject = procedure_on(procedure, today).value
    words = request.GET.get("q", "")[:80]
    units = search_units(words, on=today, level=subject.receives, limit=12) if words else []
    bodies = [(unit, organization_for(unit.code, on=today)) for unit in units]
    context = {"procedure": subject, "words": words, "bodies": bodies}
    return render(request, "services/choose_body.html", context)


@for_person(assurance=1)
def begin(request: PageRequest, procedure: str, organization_id: int) -> HttpResponseRedirect:
    """Open a draft, or go on with the one begun for the same office."""
    now = clock.now()
    subject = procedure_on(procedure, clock.legal_day(now)).value
    person_id = request.actor.subject_person_id
    intake = Intake(
        procedure=subject.code, organization_id=organization_id, person_id=person_id or 0
    )
    draft = start_draft(
        form=form(subject.form), subject_key=str(intake), actor=request.actor, at=now
    )
    return redirect("services:draft", draft_id=draft.public_id)


@for_person(assurance=1)
def resume(request: PageRequest, draft_id: UUID) -> HttpResponseRedirect:
    """Go on where the draft was left."""
    draft = draft_of(draft_id, actor=request.actor)
    return redirect("services:step", draft_id=draft_id, step=draft.step)


@for_person(assurance=1)
def step(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """One step of the form; what was typed is saved whether right or wrong."""
    draft = draft_of(draft_id, actor=request.actor)
    if request.method == "POST":
        saved = save_draft(
            draft_id=draft_id,
            step=step,
            posted=request.POST,
            files=request.FILES,
            actor=request.actor,
            at=clock.now(),
        )
        if saved.next_step == step:
            return _step(request, saved.draft, step, saved.errors)
        if saved.next_step:
            return redirect("services:step", draft_id=draft_id, step=saved.next_step)
        return redirect("services:review", draft_id=draft_id)
    return _step(request, draft, step, {})
