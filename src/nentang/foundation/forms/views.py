"""What forms answer by themselves: saving while typing, places to choose from, schemas, the demo."""

from datetime import date
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from nentang.foundation.portal.public import PageRequest, for_everyone, for_officer, for_person
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .actions import read_photograph, save_draft
from .adapters import load_form
from .errors import FormNotFound
from .models import FormVersion
from .queries import page_of, places_like, validate
from .rules.cleaning import clean
from .rules.posted import read_posted
from .rules.schema import json_schema

DEMO = Path(__file__).parent / "law" / "forms" / "every_kind.yaml"


@require_POST
@for_person(assurance=1)
def autosave(request: PageRequest, draft_id: UUID, step: str) -> HttpResponse:
    """Keep what is being typed; answers when, and with the new revision."""
    now = clock.now()
    try:
        saved = save_draft(
            draft_id=draft_id,
            step=step,
            posted=request.POST.dict(),
            files={},
            actor=request.actor,
            at=now,
        )
    except DomainError as refusal:
        return render(request, "forms/_saved.html", {"refusal": refusal.sentence})
    draft = saved.draft
    context = {"at": now, "revision": draft.revision, "others": draft.others}
    return render(request, "forms/_saved.html", context)


@require_POST
@for_officer("clerk")
def read_text(request: PageRequest, draft_id: UUID) -> HttpResponse:
    """Give a photograph to be read, and come back to the question."""
    back = request.headers.get("Referer", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    if photograph := request.FILES.get("photograph"):
        read_photograph(
            draft_id=draft_id,
            content=cast(BinaryIO, photograph),
            filename=photograph.name or "",
            actor=request.actor,
            at=clock.now(),
        )
    return HttpResponseRedirect(back if here else reverse("portal:home"))


@require_GET
@for_everyone
def places(request: PageRequest) -> HttpResponse:
    """Places whose name is like what is typed, for the question at a path."""
    path = request.GET.get("path", "")[:120]
    text = request.GET.get(f"{path}.text", "")[:80].strip()
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        on = clock.legal_day(clock.now())
    level = request.GET.get("level", "commune")
    found = places_like(text, on, level) if text and level in LEVELS else ()
    return render(request, "forms/_places.html", {"path": path, "text": text, "places": found})


LEVELS = ("province", "district", "commune")


@require_GET
@for_everyone
def schema(request: PageRequest, code: str, version: int) -> JsonResponse:
    """The JSON Schema of a published form: what passes it passes here, identifiers and days apart."""
    form = FormVersion.objects.filter(code=code, version=version).first()
    if form is None:
        raise FormNotFound
    return JsonResponse(json_schema(form.definition), json_dumps_params={"ensure_ascii": False})


@for_everyone
def every_kind(request: PageRequest, step: str = "") -> HttpResponse:
    """Every kind of question, to try out; nothing is kept but in the page itself."""
    form, today = load_form(DEMO), clock.legal_day(clock.now())
    shown = form.steps[0] if step not in {s.name for s in form.steps} else form.step(step)
    answers = read_posted(shown.fields, request.POST.dict(), {})
    wants_on = request.POST.get("_go") == "next"
    told = validate(form, answers, on=today, step=shown.name) if wants_on else {}
    errors = {path: sentences[0] for path, sentences in told.items()}
    page = page_of(form, shown.name, answers, on=today, errors=errors, known={})
    context = {
        "page": page,
        "form": form,
        "cleaned": clean(form, answers) if wants_on and not errors else None,
    }
    return render(request, "forms/every_kind.html", context, status=422 if errors else 200)
