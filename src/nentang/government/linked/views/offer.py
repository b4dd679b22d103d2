"""What is done in one go, before anybody signs in; then where."""

from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from nentang.foundation.forms.public import start_draft
from nentang.foundation.portal.public import PageRequest, for_everyone, for_person
from nentang.government.linked.permissions import check_begins
from nentang.government.linked.queries import Linked, linked_at
from nentang.government.linked.rules.intake import ChainIntake
from nentang.government.services.public import bodies_to_choose, check_can_apply_for
from nentang.kernel import clock

CATALOGUE = {"label": gettext_lazy("Dịch vụ công"), "url": reverse_lazy("services:catalogue")}


@require_safe
@for_everyone
def offer(request: PageRequest, kind: str) -> HttpResponse:
    """The procedures, who does each, how long it takes and what it costs, with the law."""
    linked = linked_at(kind, _today())
    context = {
        "linked": linked,
        "parts": [
            {
                "step": step,
                "bundle": linked.bundles[step.name],
                "former": linked.bundles[step.waits_for].procedure.name if step.waits_for else None,
            }
            for step in linked.chain.steps
        ],
        "crumbs": [CATALOGUE],
        **words_of(linked),
    }
    return render(request, "linked/offer.html", context)


@require_safe
@for_person(assurance=1)
def choose_body(request: PageRequest, kind: str) -> HttpResponse:
    """Which office receives the first part: search the commune."""
    today = _today()
    linked = linked_at(kind, today)
    _check(request, linked, 0)
    context = {
        "linked": linked,
        **bodies_to_choose(
            request.GET.get("q", "")[:80].strip(),
            level="commune",
            person_id=request.actor.subject_person_id or 0,
            on=today,
            begins_at=lambda body: reverse("linked:begin", args=[kind, body]),
        ),
        "crumbs": [CATALOGUE, {"label": words_of(linked)["title"], "url": _url(linked)}],
    }
    return render(request, "linked/choose_body.html", context)


@require_POST
@for_person(assurance=1)
def begin(request: PageRequest, kind: str, organization_id: int) -> HttpResponseRedirect:
    """Open a draft, or go on with the one begun for the same office."""
    linked = linked_at(kind, _today())
    _check(request, linked, organization_id)
    person_id = request.actor.subject_person_id or 0
    draft = start_draft(
        form=linked.form,
        subject_key=str(ChainIntake(linked.kind, organization_id, person_id)),
        person_id=person_id,
        actor=request.actor,
        at=clock.now(),
    )
    return redirect("linked:draft", draft_id=draft.public_id)


def words_of(linked: Linked) -> dict[str, Any]:
    """Its name and what it is about, in the reader's language."""
    language = get_language() or "vi"
    return {
        "title": linked.chain.name.in_language(language),
        "summary": linked.chain.summary.in_language(language),
    }


def _check(request: PageRequest, linked: Linked, organization_id: int) -> None:
    needed = linked.bundles[linked.chain.first.name].procedure.assurance
    person_id = request.actor.subject_person_id or 0
    check_begins(request.actor, person_id, organization_id=organization_id)
    check_can_apply_for(request.actor, person_id, assurance=needed)


def _url(linked: Linked) -> str:
    return reverse("linked:offer", args=[linked.chain.slug])


def _today() -> date:
    return clock.legal_day(clock.now())
