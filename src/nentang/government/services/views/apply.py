"""Filling in and submitting: choose the office, one step a page, look through, send."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.forms.public import (
    Draft,
    DraftNotFound,
    StepPage,
    answered_steps,
    discard_draft,
    draft_of,
    readings_of,
    renew_draft,
    save_draft,
    start_draft,
    step_page,
)
from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import Fact, PageRequest, for_person
from nentang.government.catalogue.public import Bundle, Procedure, bundle_on
from nentang.government.services.actions import submit_draft
from nentang.government.services.enums import Channel
from nentang.government.services.permissions import check_can_apply_for
from nentang.government.services.queries import bodies_to_choose, dossier_of_draft
from nentang.government.services.rules.intake import PREFIX, Intake
from nentang.government.services.templatetags.services import deadline_words, fee_amount_words
from nentang.kernel import clock
from nentang.kernel.errors import Invalid

from .catalogue import CATALOGUE


@for_person(assurance=1)
def choose_body(request: PageRequest, procedure: str) -> HttpResponse:
    """Which office receives it: search the commune, district or province."""
    today = clock.legal_day(clock.now())
    subject = bundle_on(procedure, today).procedure
    check_can_apply_for(
        request.actor, request.actor.subject_person_id or 0, assurance=subject.assurance
    )
    context = {
        "procedure": subject,
        "crumbs": [CATALOGUE, _procedure_crumb(subject)],
        **bodies_to_choose(
            request.GET.get("q", "")[:80].strip(),
            level=subject.receives,
            person_id=request.actor.subject_person_id or 0,
            on=today,
            begins_at=lambda body: reverse("services:begin", args=[procedure, body]),
            task=subject.taken_straight_by,
        ),
    }
    return render(request, "services/choose_body.html", context)


@require_POST
@for_person(assurance=1)
def begin(request: PageRequest, procedure: str, organization_id: int) -> HttpResponseRedirect:
    """Open a draft, or go on with the one begun for the same office."""
    person_id = request.actor.subject_person_id or 0
    return open_draft(request, Intake(procedure, organization_id, person_id, "online"))


def open_draft(request: PageRequest, intake: Intake) -> HttpResponseRedirect:
    """To the first step of the draft for that matter."""
    now = clock.now()
    bundle = bundle_on(intake.procedure, clock.legal_day(now))
    needed = bundle.procedure.assurance if intake.channel == "online" else 1
    check_can_apply_for(request.actor, intake.person_id, assurance=needed)
    draft = start_draft(
        form=bundle.form,
        subject_key=str(intake),
        person_id=intake.person_id,
        actor=request.actor,
        at=now,
    )
    return _renewed(request, draft) or _go_on(draft)


@for_person(assurance=1)
def resume(request: PageRequest, draft_id: UUID) -> HttpResponseRedirect:
    """Go on where the draft was left."""
    draft = _own_draft(request, draft_id)
    return _renewed(request, draft) or _go_on(draft)


@for_person(assurance=1)
def step(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """One step of the form; what was typed is saved whether right or wrong."""
    if request.method != "POST":
        draft = _own_draft(request, draft_id)
        return _renewed(request, draft) or _show(request, _page(request, draft, step))
    _own_draft(request, draft_id)
    saved = save_draft(
        draft_id=draft_id,
        step=step,
        posted=request.POST.dict(),
        files={name: request.FILES.getlist(name) for name in request.FILES},
        actor=request.actor,
        at=clock.now(),
    )
    if renewed := _renewed(request, saved.draft):
        return renewed
    page = _page(request, saved.draft, step, saved.errors)
    go = request.POST.get("_go")
    if go == "later":
        return redirect("services:mine")
    if go == "back" and page.previous:
        return redirect("services:step", draft_id=draft_id, step=page.previous)
    if go != "next":
        return _show(request, _page(request, saved.draft, step))
    return _show(request, page, status=422) if saved.errors else redirect(_after(page))


@for_person(assurance=1)
def review(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """Everything once more with what it costs; sending it makes the dossier.

    Whoever sends it again, not having seen the answer, is led to the dossier that it became.
    """
    if sent := dossier_of_draft(draft_id, account_id=request.actor.account_id):
        return redirect(_after_sending(sent.channel, sent.code))
    draft = _own_draft(request, draft_id)
    if renewed := _renewed(request, draft):
        return renewed
    if request.method == "POST":
        try:
            dossier = submit_draft(draft_id=draft_id, actor=request.actor, at=clock.now())
        except Invalid:
            return _review(request, draft, clock.now(), status=422)
        return redirect(_after_sending(dossier.channel, dossier.code))
    return _review(request, draft, clock.now())


@require_POST
@for_person(assurance=1)
def discard(request: PageRequest, draft_id: UUID) -> HttpResponseRedirect:
    """Throw the draft away."""
    discard_draft(draft_id=draft_id, actor=request.actor, at=clock.now())
    return redirect("services:mine")


def _procedure_crumb(subject: Procedure) -> dict[str, str]:
    return {
        "label": subject.name.in_language(get_language() or "vi"),
        "url": reverse("services:procedure", args=[subject.code]),
    }


def _in_force(draft: Draft, now: datetime) -> Bundle:
    """What holds today for the procedure that the draft is for."""
    return bundle_on(Intake.read(draft.subject_key).procedure, clock.legal_day(now))


def _renewed(request: PageRequest, draft: Draft) -> HttpResponseRedirect | None:
    """To the first step of the new form, where the procedure has one since the draft was begun."""
    now = clock.now()
    form = _in_force(draft, now).form
    if draft.form.digest == form.digest:
        return None
    renew_draft(draft_id=draft.public_id, form=form, actor=request.actor, at=now)
    first = reverse("services:step", args=[draft.public_id, form.steps[0].name])
    return redirect(f"{first}?mau=moi")


def _own_draft(request: PageRequest, draft_id: UUID) -> Draft:
    """The actor's draft of one procedure; DraftNotFound for a draft of another app."""
    draft = draft_of(draft_id, actor=request.actor)
    if not draft.subject_key.startswith(PREFIX):
        raise DraftNotFound
    return draft


def _go_on(draft: Draft) -> HttpResponseRedirect:
    return redirect("services:step", draft_id=draft.public_id, step=draft.step)


def _after(page: StepPage) -> str:
    """The address of the next step, or of the review after the last."""
    draft_id = page.draft.public_id
    if page.number == page.total:
        return reverse("services:review", args=[draft_id])
    return reverse("services:step", args=[draft_id, page.form.steps[page.number].name])


def _after_sending(channel: str, code: str) -> str:
    if channel == Channel.COUNTER:
        return reverse("services:desk_dossier", args=[code])
    return reverse("services:dossier", args=[code]) + "?moi=1"


def _page(
    request: PageRequest, draft: Draft, step: str, errors: Mapping[str, str] | None = None
) -> StepPage:
    """The step; with papers given before where one applies for oneself or under a mandate."""
    actor = request.actor
    is_own = Intake.read(draft.subject_key).person_id == actor.subject_person_id
    person_id = actor.subject_person_id if is_own else None
    return step_page(draft, step, errors=errors, person_id=person_id)


def _show(request: PageRequest, page: StepPage, *, status: int = 200) -> HttpResponse:
    matter = _matter(request, page.draft)
    context = {
        "page": page,
        "draft": page.draft,
        "is_renewed": request.GET.get("mau") == "moi",
        "readings": None if matter["is_online"] else readings_of(page.draft, page.step.name),
        **matter,
    }
    return render(request, "services/step.html", context, status=status)


def _review(
    request: PageRequest, draft: Draft, now: datetime, *, status: int = 200
) -> HttpResponse:
    matter = _matter(request, draft)
    parts = answered_steps(draft.form.definition, draft.answers, on=clock.legal_day(now))
    steps = [
        {
            "step": part.step,
            "answers": part.answers,
            "is_complete": part.is_complete,
            "url": reverse("services:step", args=[draft.public_id, part.step.name]),
        }
        for part in parts
    ]
    fee = _in_force(draft, now).fee(draft.answers, online=bool(matter["is_online"]))
    context = {**matter, "steps": steps, "facts": _facts(matter, fee), "missing": status == 422}
    return render(request, "services/review.html", context, status=status)


def _facts(matter: dict[str, Any], fee: int) -> list[Fact]:
    """What it costs, how long it takes and who gets it, once more before sending."""
    return [
        Fact(_("Phí, lệ phí"), fee_amount_words(fee)),
        Fact(_("Thời hạn"), deadline_words(matter["procedure"].deadline)),
        Fact(_("Nơi nhận"), matter["body"].name),
    ]


def _matter(request: PageRequest, draft: Draft) -> dict[str, Any]:
    intake = Intake.read(draft.subject_key)
    is_mine = intake.person_id == request.actor.person_id
    return {
        "procedure": _in_force(draft, clock.now()).procedure,
        "body": organization(intake.organization_id),
        "is_online": intake.channel == "online",
        "applicant": None if is_mine else person(intake.person_id),
    }
