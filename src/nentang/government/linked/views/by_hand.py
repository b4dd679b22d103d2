"""Going on with one part by hand: what is known stands there, the rest is asked."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from nentang.foundation.forms.public import (
    Draft,
    DraftNotFound,
    StepPage,
    answered_steps,
    draft_of,
    save_draft,
    step_page,
)
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.catalogue.public import Bundle, bundle_on
from nentang.government.linked.actions import draft_part, send_part_draft
from nentang.government.linked.queries import find_chain, part_named, receiver_of
from nentang.government.linked.rules.intake import PART_PREFIX, PartIntake
from nentang.kernel import clock
from nentang.kernel.errors import Invalid


@require_POST
@for_person(assurance=1)
def begin(request: PageRequest, code: str, part: str) -> HttpResponseRedirect:
    """Open the draft of the part, or go on with the one begun."""
    draft = draft_part(code=code, part=part, actor=request.actor, at=clock.now())
    return redirect("linked:part_step", draft_id=draft.public_id, step=draft.step)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def step(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """One step of the part's own form."""
    draft = _own(request, draft_id)
    if request.method != "POST":
        return _show(request, _page(request, draft, step))
    saved = save_draft(
        draft_id=draft_id,
        step=step,
        posted=request.POST.dict(),
        files={name: request.FILES.getlist(name) for name in request.FILES},
        actor=request.actor,
        at=clock.now(),
    )
    page, go = _page(request, saved.draft, step, saved.errors), request.POST.get("_go")
    if go == "later":
        return redirect("linked:chain", code=_intake(draft).code)
    if go == "back" and page.previous:
        return redirect("linked:part_step", draft_id=draft_id, step=page.previous)
    if go != "next":
        return _show(request, _page(request, saved.draft, step))
    return _show(request, page, status=422) if saved.errors else redirect(_after(page))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def review(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """Everything once more; sending it opens the dossier of the part."""
    draft = _own(request, draft_id)
    if request.method == "POST":
        try:
            chain = send_part_draft(draft_id=draft_id, actor=request.actor, at=clock.now())
        except Invalid:
            return _review(request, draft, status=422)
        return redirect("linked:chain", code=chain.code)
    return _review(request, draft)


def _own(request: PageRequest, draft_id: UUID) -> Draft:
    """The actor's draft of a part; DraftNotFound for any other."""
    draft = draft_of(draft_id, actor=request.actor)
    if not draft.subject_key.startswith(PART_PREFIX):
        raise DraftNotFound
    return draft


def _intake(draft: Draft) -> PartIntake:
    return PartIntake.read(draft.subject_key)


def _bundle(draft: Draft) -> Bundle:
    intake = _intake(draft)
    here = part_named(find_chain(intake.code), intake.part)
    return bundle_on(here.part.procedure, clock.legal_day(clock.now()))


def _after(page: StepPage) -> str:
    draft_id = page.draft.public_id
    if page.number == page.total:
        return reverse("linked:part_review", args=[draft_id])
    return reverse("linked:part_step", args=[draft_id, page.form.steps[page.number].name])


def _page(
    request: PageRequest, draft: Draft, step: str, errors: Mapping[str, str] | None = None
) -> StepPage:
    return step_page(draft, step, errors=errors, person_id=request.actor.subject_person_id)


def _show(request: PageRequest, page: StepPage, *, status: int = 200) -> HttpResponse:
    context = {
        "page": page,
        "draft": page.draft,
        "procedure": _bundle(page.draft).procedure,
        "chain_code": _intake(page.draft).code,
    }
    return render(request, "linked/step.html", context, status=status)


def _review(request: PageRequest, draft: Draft, *, status: int = 200) -> HttpResponse:
    intake, bundle = _intake(draft), _bundle(draft)
    today = clock.legal_day(clock.now())
    body = receiver_of(find_chain(intake.code), intake.part, today)
    steps = [
        {
            "step": part.step,
            "answers": part.answers,
            "is_complete": part.is_complete,
            "url": reverse("linked:part_step", args=[draft.public_id, part.step.name]),
        }
        for part in answered_steps(draft.form.definition, draft.answers, on=today)
    ]
    fee = bundle.fee(draft.answers, online=True)
    context = {
        "procedure": bundle.procedure,
        "chain_code": intake.code,
        "steps": steps,
        "missing": status == 422,
        "parts": [{"procedure": bundle.procedure, "body": body, "fee": fee}],
        "total": fee,
    }
    return render(request, "linked/review.html", context, status=status)
