"""Filling in the one form: a step a page, look through, send."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import (
    Draft,
    DraftNotFound,
    StepPage,
    answered_steps,
    clean,
    discard_draft,
    draft_of,
    readings_of,
    renew_draft,
    save_draft,
    step_page,
)
from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.government.linked.actions import send_chain_draft
from nentang.government.linked.models import Chain
from nentang.government.linked.permissions import is_applicant
from nentang.government.linked.queries import (
    Linked,
    chain_of_draft,
    expected_fees,
    first_body,
    linked_of,
    unfounded_in,
)
from nentang.government.linked.rules.intake import PREFIX, ChainIntake
from nentang.government.services.public import assisting
from nentang.kernel import clock
from nentang.kernel.errors import Invalid

from .offer import words_of


@require_safe
@for_person(assurance=1)
def resume(request: PageRequest, draft_id: UUID) -> HttpResponseRedirect:
    """Go on where the draft was left."""
    draft = _own(request, draft_id)
    return _renewed(request, draft) or redirect("linked:step", draft_id=draft_id, step=draft.step)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def step(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """One step of the form; what was typed is saved whether right or wrong."""
    draft = _own(request, draft_id)
    if renewed := _renewed(request, draft):
        return renewed
    if request.method != "POST":
        return _show(request, _page(request, draft, step))
    saved = save_draft(
        draft_id=draft_id,
        step=step,
        posted=request.POST.dict(),
        files={name: request.FILES.getlist(name) for name in request.FILES},
        actor=_acting(request, draft),
        at=clock.now(),
    )
    errors = saved.errors or _unfounded(saved.draft, step)
    page, go = _page(request, saved.draft, step, errors), request.POST.get("_go")
    if go == "later":
        return redirect("services:assist" if _consent(draft) else "services:mine")
    if go == "back" and page.previous:
        return redirect("linked:step", draft_id=draft_id, step=page.previous)
    if go != "next":
        return _show(request, _page(request, saved.draft, step))
    return _show(request, page, status=422) if errors else redirect(_after(page))


@require_http_methods(["GET", "HEAD", "POST"])
@for_person(assurance=1)
def review(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """Everything once more with what all of it costs; sending it makes the chain, once."""
    if sent := chain_of_draft(draft_id, account_id=request.actor.account_id):
        return redirect(_after_sending(request, sent))
    draft = _own(request, draft_id)
    if renewed := _renewed(request, draft):
        return renewed
    if request.method == "POST":
        try:
            chain = send_chain_draft(draft_id=draft_id, actor=request.actor, at=clock.now())
        except Invalid:
            return _review(request, draft, clock.now(), status=422)
        return redirect(_after_sending(request, chain, "?moi=1"))
    return _review(request, draft, clock.now())


@require_POST
@for_person(assurance=1)
def discard(request: PageRequest, draft_id: UUID) -> HttpResponseRedirect:
    """Throw the draft away."""
    _own(request, draft_id)
    discard_draft(draft_id=draft_id, actor=request.actor, at=clock.now())
    return redirect("services:counter" if request.actor.is_officer else "services:mine")


def _own(request: PageRequest, draft_id: UUID) -> Draft:
    """The actor's draft of a chain, while the consent lasts where they help somebody; DraftNotFound for any other."""
    draft = draft_of(draft_id, actor=request.actor)
    if not draft.subject_key.startswith(PREFIX):
        raise DraftNotFound
    _acting(request, draft)
    return draft


def _acting(request: PageRequest, draft: Draft) -> Actor:
    """Who fills it in: the actor, under the consent of whom they help; MandateNotInForce once it ended."""
    if mandate_id := _consent(draft):
        return assisting(request.actor, mandate_id, at=clock.now())
    return request.actor


def _consent(draft: Draft) -> int | None:
    return ChainIntake.read(draft.subject_key).mandate_id


def _after_sending(request: PageRequest, chain: Chain, said: str = "") -> str:
    """The person's page of the matter; the receipt to print where a clerk sent it for them."""
    if is_applicant(request.actor, chain):
        return reverse("linked:chain", args=[chain.code]) + said
    return reverse("linked:receipt", args=[chain.code])


def _unfounded(draft: Draft, step: str) -> dict[str, str]:
    """Answers of the step that rest on others which were not given."""
    form = draft.form.definition
    told = unfounded_in(_linked(draft, clock.now()), clean(form, draft.answers))
    asked = {field.name for field in form.step(step).fields}
    return {name: words for name, words in told.items() if name in asked}


def _linked(draft: Draft, now: datetime) -> Linked:
    return linked_of(ChainIntake.read(draft.subject_key).kind, clock.legal_day(now))


def _renewed(request: PageRequest, draft: Draft) -> HttpResponseRedirect | None:
    """To the first step of the new form, where a procedure has one since the draft was begun."""
    now = clock.now()
    form = _linked(draft, now).form
    if draft.form.digest == form.digest:
        return None
    renew_draft(draft_id=draft.public_id, form=form, actor=request.actor, at=now)
    first = reverse("linked:step", args=[draft.public_id, form.steps[0].name])
    return redirect(f"{first}?mau=moi")


def _after(page: StepPage) -> str:
    """The address of the next step, or of the review after the last."""
    draft_id = page.draft.public_id
    if page.number == page.total:
        return reverse("linked:review", args=[draft_id])
    return reverse("linked:step", args=[draft_id, page.form.steps[page.number].name])


def _page(
    request: PageRequest, draft: Draft, step: str, errors: Mapping[str, str] | None = None
) -> StepPage:
    """The step; with papers given before, but not a clerk's own for somebody else."""
    person_id = None if _consent(draft) else request.actor.subject_person_id
    return step_page(draft, step, errors=errors, person_id=person_id)


def _show(request: PageRequest, page: StepPage, *, status: int = 200) -> HttpResponse:
    intake = ChainIntake.read(page.draft.subject_key)
    context = {
        "page": page,
        "draft": page.draft,
        "is_renewed": request.GET.get("mau") == "moi",
        "body": organization(intake.organization_id),
        "discard_url": reverse("linked:discard", args=[page.draft.public_id]),
        "applicant": person(intake.person_id) if intake.mandate_id else None,
        "readings": readings_of(page.draft, page.step.name) if intake.mandate_id else None,
        **words_of(_linked(page.draft, clock.now())),
    }
    return render(request, "linked/step.html", context, status=status)


def _review(
    request: PageRequest, draft: Draft, now: datetime, *, status: int = 200
) -> HttpResponse:
    linked, today = _linked(draft, now), clock.legal_day(now)
    intake = ChainIntake.read(draft.subject_key)
    body = organization(intake.organization_id)
    steps = [
        {
            "step": part.step,
            "answers": part.answers,
            "is_complete": part.is_complete,
            "url": reverse("linked:step", args=[draft.public_id, part.step.name]),
        }
        for part in answered_steps(draft.form.definition, draft.answers, on=today)
    ]
    fees = expected_fees(linked, draft.answers, online=intake.mandate_id is None)
    context = {
        "steps": steps,
        "missing": status == 422,
        "body": body,
        "applicant": person(intake.person_id) if intake.mandate_id else None,
        "parts": [
            {
                "procedure": linked.bundles[step.name].procedure,
                "body": first_body(step.bodies, body.unit_code, today),
                "fee": fees[step.name],
            }
            for step in linked.chain.wanted(draft.answers)
        ],
        "total": sum(fees.values()),
        **words_of(linked),
    }
    return render(request, "linked/review.html", context, status=status)
