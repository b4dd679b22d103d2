"""Finding and reading records: the list of registers, search, a record, its history."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.actions import open_record
from nentang.foundation.registers.adapters.purpose import purpose_said, say_purpose
from nentang.foundation.registers.forms import MomentForm, PurposeForm
from nentang.foundation.registers.models import Record, Version
from nentang.foundation.registers.permissions import (
    check_may_read_any,
    keepers_for,
    may_write,
    readable_registers,
)
from nentang.foundation.registers.queries import held, search_records, versions_of
from nentang.foundation.registers.registry import Aspect, Register, intake_of, register_named
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number

SHOWN = 20


class ShownAspect(Frozen):
    """What is said under one heading, line by line, and since when."""

    title: object
    lines: list[tuple[object, str]]
    version: Version | None


class ShownVersion(Frozen):
    """One line of a history."""

    title: object
    version: Version
    lines: list[tuple[object, str]]


@require_safe
@for_officer()
def registers_page(request: PageRequest) -> HttpResponse:
    """The registers that the officer reads."""
    context = {"registers": readable_registers(request.actor)}
    return render(request, "registers/registers.html", context)


@require_safe
@for_officer()
def search_page(request: PageRequest, register: str) -> HttpResponse:
    """What was found; all records of the officer's bodies, by name, before anything is typed."""
    kind = _readable(request, register)
    text = request.GET.get("q", "")[:80]
    found = search_records(
        kind,
        text,
        keepers=keepers_for(request.actor, kind),
        after=_after(request),
        limit=SHOWN + 1,
    )
    context = {
        "register": kind,
        "q": text,
        "rows": _with_headings(kind, found[:SHOWN]),
        "next_url": _next_url(text, found),
        "may_import": request.actor.has_role(*kind.writers) and intake_of(kind),
    }
    return render(request, "registers/search.html", context)


def _readable(request: PageRequest, register: str) -> Register:
    kind = register_named(register)
    check_may_read_any(request.actor, kind)
    return kind


def _with_headings(kind: Register, found: list[Record]) -> list[tuple[Record, str]]:
    headings = kind.headings(found)
    return [(record, headings.get(record.pk) or record.code) for record in found]


def _after(request: PageRequest) -> tuple[str, int] | None:
    number = whole_number(request.GET.get("so", ""))
    return (request.GET.get("tu", "")[:200], number) if number else None


def _next_url(text: str, found: list[Record]) -> str:
    if len(found) <= SHOWN:
        return ""
    query = QueryDict(mutable=True)
    query.update({"q": text, "tu": found[SHOWN - 1].folded, "so": str(found[SHOWN - 1].pk)})
    return f"?{query.urlencode()}"


@for_officer()
def record_page(request: PageRequest, register: str, record_code: str) -> HttpResponse:
    """What is said of the record today; asked why first, unless that was said in this half hour."""
    kind = _readable(request, register)
    now = clock.now()
    if request.method == "POST":
        form = PurposeForm(request.POST)
        if form.is_valid():
            say_purpose(request.session, form.words, at=now)
            return redirect(request.get_full_path())
        return _ask_purpose(request, kind, form)
    if not purpose_said(request.session, at=now) or "ly-do" in request.GET:
        return _ask_purpose(request, kind, PurposeForm())
    record = _open(request, register, record_code, now)
    today = clock.legal_day(now)
    template, drawn = kind.picture(record, today) or ("", {})
    context = _context(request, kind, record, now) | {
        "aspects": shown_aspects(kind, record, on=today),
        "picture": template,
        **drawn,
        "offers": kind.offers(record, request.actor, now)
        if may_write(request.actor, record)
        else (),
    }
    return render(request, "registers/record.html", context)


@require_safe
@for_officer()
def history_page(request: PageRequest, register: str, record_code: str) -> HttpResponse:
    """Everything that was ever said of the record; and what was said of a day as known on another."""
    kind = _readable(request, register)
    now = clock.now()
    if not purpose_said(request.session, at=now):
        return redirect("registers:record", register=register, record_code=record_code)
    record = _open(request, register, record_code, now)
    today = clock.legal_day(now)
    form = MomentForm(
        request.GET if "on" in request.GET else None, initial={"on": today, "known": today}
    )
    context = _context(request, kind, record, now) | {
        "form": form,
        "asked": _as_known_then(kind, record, form) if form.is_bound and form.is_valid() else None,
        "history": _history(kind, record),
    }
    return render(request, "registers/history.html", context)


def _as_known_then(kind: Register, record: Record, form: MomentForm) -> list[ShownAspect]:
    return shown_aspects(
        kind,
        record,
        on=form.cleaned_data["on"],
        known_at=end_of_day(form.cleaned_data["known"]),
    )


def end_of_day(day: date) -> datetime:
    """The last instant of that day in Viet Nam."""
    midnight = datetime.combine(day + timedelta(days=1), time(), clock.VIETNAM)
    return midnight - timedelta(microseconds=1)


def _ask_purpose(request: PageRequest, kind: Register, form: PurposeForm) -> HttpResponse:
    context = {"register": kind, "form": form, "crumbs": _crumbs(kind)}
    return render(request, "registers/purpose.html", context, status=422 if form.is_bound else 200)


def _open(request: PageRequest, register: str, code: str, at: datetime) -> Record:
    purpose = purpose_said(request.session, at=at)
    return open_record(register=register, code=code, purpose=purpose, actor=request.actor, at=at)


def _context(request: PageRequest, kind: Register, record: Record, at: datetime) -> dict[str, Any]:
    return {
        "register": kind,
        "record": record,
        "heading": kind.heading(record),
        "purpose": purpose_said(request.session, at=at),
        "crumbs": _crumbs(kind),
    }


def _crumbs(kind: Register) -> list[dict[str, object]]:
    return [{"label": kind.title, "url": reverse("registers:search", args=[kind.name])}]


def shown_aspects(
    kind: Register, record: Record, *, on: date, known_at: datetime | None = None
) -> list[ShownAspect]:
    """What is said of the record on that day, as pages show it."""
    found = held(kind, record, on=on, known_at=known_at)
    return [
        ShownAspect(aspect.title, _lines(aspect, found.get(aspect.name)), found.get(aspect.name))
        for aspect in kind.aspects
    ]


def _lines(aspect: Aspect, version: Version | None) -> list[tuple[object, str]]:
    if version is None:
        return []
    said = ((title, aspect.shown(version, name)) for name, title in aspect.fields.items())
    return [(title, words) for title, words in said if words]


def _history(kind: Register, record: Record) -> list[ShownVersion]:
    rows = [
        ShownVersion(aspect.title, version, _lines(aspect, version))
        for aspect in kind.aspects
        for version in versions_of(aspect.model, record)
    ]
    return sorted(rows, key=lambda row: (row.version.recorded_at, row.version.pk), reverse=True)
