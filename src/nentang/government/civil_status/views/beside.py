"""What is written beside an entry: an extract, a change, an end."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.public import Act, open_record
from nentang.government.civil_status.actions import (
    change_entry,
    end_guardianship,
    end_marriage,
    issue_extract,
)
from nentang.government.civil_status.enums import BookKind, Standing
from nentang.government.civil_status.forms import (
    ChangeForm,
    EndForm,
    EndMarriageForm,
    PurposeForm,
)
from nentang.government.civil_status.models import CivilEntry, GuardianshipEntry, MarriageEntry
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import body_for, entry_of, facts_of
from nentang.government.civil_status.registry import BOOKS
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotFound

from .desk import desk_crumb

WRITING = "Ghi thay đổi vào Sổ hộ tịch"


@for_officer("registrar")
def extract_page(request: PageRequest, kind: str, code: str) -> HttpResponse:
    """For whom the extract is; then the paper, being signed."""
    entry = _entry(request, kind, code)
    form, error = PurposeForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            paper = issue_extract(
                kind=kind,
                code=code,
                purpose=form.cleaned_data["purpose"],
                actor=request.actor,
                at=clock.now(),
            )
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("documents:document", public_id=paper.public_id)
    return _show(request, "civil_status/extract.html", entry, form, error)


@for_officer("registrar")
def change_page(request: PageRequest, kind: str, code: str) -> HttpResponse:
    """What the entry says, to be written anew where it is otherwise."""
    entry = _entry(request, kind, code)
    if entry.KIND is BookKind.CHANGES:
        raise NotFound
    fields = [each for each in BOOKS[kind].fields if each.name != "personal_number"]
    if request.method != "POST":
        open_record(register=kind, code=code, purpose=WRITING, actor=request.actor, at=clock.now())
        facts = facts_of(entry)
        shown = {each.name: _typed(each, facts) for each in fields}
        form = ChangeForm(fields, initial=shown | {"revision": entry.revision})
        return _show(request, "civil_status/change.html", entry, form, "")
    form = ChangeForm(fields, request.POST)

    def run() -> CivilEntry:
        typed = {name: form.typed()[name] for name in (each.name for each in fields)}
        return change_entry(
            entry=entry,
            typed=typed,
            act=Act(form.cleaned_data["act"]),
            decision=form.cleaned_data["decision"],
            actor=request.actor,
            at=clock.now(),
            revision=_revision(request),
            dossier_code=form.cleaned_data["dossier"].strip(),
        )

    return _take(request, "civil_status/change.html", entry, form, run)


@for_officer("registrar")
def end_page(request: PageRequest, kind: str, code: str) -> HttpResponse:
    """How a marriage or a guardianship ended."""
    entry = _entry(request, kind, code)
    if isinstance(entry, MarriageEntry):
        marriage_form = EndMarriageForm(request.POST or None)
        return _take(
            request,
            "civil_status/end.html",
            entry,
            marriage_form,
            lambda: _end_marriage(request, entry, marriage_form),
        )
    if isinstance(entry, GuardianshipEntry):
        form = EndForm(request.POST or None)
        return _take(
            request,
            "civil_status/end.html",
            entry,
            form,
            lambda: end_guardianship(
                entry=entry,
                last_on=form.cleaned_data["ended_on"],
                decision=form.cleaned_data["decision"],
                actor=request.actor,
                at=clock.now(),
            ),
        )
    raise NotFound


def _end_marriage(request: PageRequest, entry: MarriageEntry, form: EndMarriageForm) -> object:
    return end_marriage(
        entry=entry,
        state=Standing(form.cleaned_data["state"]),
        ended_on=form.cleaned_data["ended_on"],
        decision=form.cleaned_data["decision"],
        actor=request.actor,
        at=clock.now(),
        revision=_revision(request),
    )


def _entry(request: PageRequest, kind: str, code: str) -> CivilEntry:
    """The entry, to officers of the body that keeps it."""
    if kind not in BOOKS:
        raise NotFound
    entry = entry_of(kind, code)
    check_keeps_books(request.actor, body_for(entry, clock.legal_day(clock.now())))
    return entry


def _typed(field: Any, facts: Any) -> str:
    """The value as somebody would type it."""
    kept = str(getattr(facts, field.name)) if facts else ""
    return kept if field.way.name.startswith("choice") else str(field.way.shown(kept))


def _revision(request: PageRequest) -> int | None:
    text = request.POST.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _take(
    request: PageRequest,
    template: str,
    entry: CivilEntry,
    form: forms.Form,
    run: Callable[[], object],
) -> HttpResponse:
    """Do it where the form is right, and go back to the entry; show what is wrong otherwise."""
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            run()
        except DomainError as refused:
            error = refused.sentence
        else:
            return redirect("registers:record", register=entry.KIND.value, record_code=entry.code)
    return _show(request, template, entry, form, error)


def _show(
    request: PageRequest, template: str, entry: CivilEntry, form: forms.Form, error: str
) -> HttpResponse:
    kind = entry.KIND.value
    context = {
        "entry": entry,
        "form": form,
        "error": error,
        "back_url": reverse("registers:record", args=[kind, entry.code]),
        "crumbs": [
            desk_crumb(),
            {"label": entry.KIND.label, "url": reverse("registers:search", args=[kind])},
        ],
    }
    status = 422 if error or form.errors else 200
    return render(request, template, context, status=status)
