"""What everybody reads: the registers, their entries, each version, all of it as a file."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.kernel.text import whole_number
from nentang.measure.small_registers.context import (
    entry_lines,
    entry_title,
    file_rows,
    level_words,
    spoken,
    state_words,
)
from nentang.measure.small_registers.errors import EntryNotFound
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import is_sender
from nentang.measure.small_registers.queries import (
    counts_by_register,
    entry_with_code,
    files_of,
    published_entries,
    register_at,
    registers,
    version_of,
    versions_of,
)
from nentang.measure.small_registers.registry import related_to
from nentang.measure.small_registers.rules.registers import Register

PAGE, BATCH, MOST_IN_FILE = 30, 500, 20_000


@require_safe
@for_everyone
def index(request: PageRequest) -> HttpResponse:
    """All registers with what they are for and how many entries they have."""
    counts = counts_by_register(clock.legal_day(clock.now()))
    language = spoken()
    rows = [
        {
            "path": each.path,
            "title": each.title.said(language),
            "purpose": each.purpose.said(language),
            "count": counts.get(each.code, (0, 0))[0],
            "is_open": each.submission is not None,
        }
        for each in registers()
    ]
    context = {"rows": rows, "is_signed_in": request.actor.is_signed_in}
    return render(request, "small_registers/index.html", context)


@require_safe
@for_everyone
def register_page(request: PageRequest, register: str) -> HttpResponse:
    """The published entries, newest first; searched by words."""
    known, today = register_at(register), clock.legal_day(clock.now())
    words = request.GET.get("tu", "")[:100]
    before = whole_number(request.GET.get("truoc", ""))
    found = published_entries(known.code, words=words, before_id=before, limit=PAGE + 1)
    shown = found[:PAGE]
    everything, stale = counts_by_register(today).get(known.code, (0, 0))
    older = {"tu": words, "truoc": shown[-1].pk} if len(found) > PAGE else {}
    context = {
        **_about(known),
        "rows": [_row(known, each) for each in shown],
        "today": today,
        "words": words,
        "count": everything,
        "stale": stale,
        "older_url": f"?{urlencode(older)}" if older else "",
        "crumbs": _crumbs(),
    }
    return render(request, "small_registers/register.html", context)


@require_safe
@for_everyone
def register_file(request: PageRequest, register: str) -> HttpResponse:
    """All published entries as CSV."""
    known = register_at(register)
    head, rows = file_rows(known, _all_entries(known.code))
    first = [_("Mã"), _("Cơ quan giữ"), _("Tình trạng")]
    return csv_file(f"so-{known.path}", [*first, *head, _("Xác nhận trước ngày")], rows)


@require_safe
@for_everyone
def entry_page(request: PageRequest, register: str, code: str) -> HttpResponse:
    """An entry as it was last published, with its versions."""
    known, entry = _published(register, code)
    today = clock.legal_day(clock.now())
    context = {
        **_about(known),
        "entry": entry,
        "title": entry_title(known, entry),
        "state": state_words(known, entry.public_state),
        "lines": entry_lines(known, entry.shown, today),
        "versions": versions_of(entry),
        "files": len(files_of(entry)),
        "related": _related(known, code),
        "is_stale": entry.confirm_by is not None and entry.confirm_by < today,
        "is_own": is_sender(request.actor, entry),
        "is_desk": entry.organization_id in request.actor.organizations(),
        "crumbs": _crumbs(known),
    }
    return render(request, "small_registers/entry.html", context)


@require_safe
@for_everyone
def version_page(request: PageRequest, register: str, code: str, number: int) -> HttpResponse:
    """A version as it was published."""
    known, entry = _published(register, code)
    version = version_of(entry, number)
    title = entry_title(known, entry)
    url = reverse("small_registers:entry", args=[known.path, code])
    context = {
        "version": version,
        "entry": entry,
        "title": title,
        "state": state_words(known, version.state),
        "lines": entry_lines(known, version.values, clock.legal_day(version.published_at)),
        "crumbs": [*_crumbs(known), {"label": title, "url": url}],
    }
    return render(request, "small_registers/version.html", context)


def _published(register: str, code: str) -> tuple[Register, Entry]:
    known = register_at(register)
    entry = entry_with_code(known.code, code)
    if entry.published is None:
        raise EntryNotFound
    return known, entry


def _all_entries(register: str) -> Iterator[Entry]:
    """Page by page, so that no file holds the whole register in memory."""
    before: int | None = None
    for _batch in range(MOST_IN_FILE // BATCH):
        found = published_entries(register, before_id=before, limit=BATCH)
        yield from found
        if len(found) < BATCH:
            return
        before = found[-1].pk


def _related(register: Register, code: str) -> list[dict[str, Any]]:
    """What other apps say of the entry."""
    found = ((each.title, each.links_of(code)) for each in related_to(register.code))
    return [{"title": title, "links": links} for title, links in found if links]


def _row(register: Register, entry: Entry) -> dict[str, Any]:
    return {
        "entry": entry,
        "title": entry_title(register, entry),
        "state": state_words(register, entry.public_state),
    }


def _about(register: Register) -> dict[str, Any]:
    language = spoken()
    invited = register.submission
    return {
        "register": register,
        "register_title": register.title.said(language),
        "purpose": register.purpose.said(language),
        "invitation": invited.words.said(language) if invited else "",
        "basis": register.basis,
        "keepers": [level_words(each) for each in register.keepers],
        "columns": [each.title.said(language) for each in register.public_fields],
    }


def _crumbs(register: Register | None = None) -> list[dict[str, str]]:
    crumbs = [{"label": _("Sổ đăng ký"), "url": reverse("small_registers:index")}]
    if register:
        url = reverse("small_registers:register", args=[register.path])
        crumbs.append({"label": register.title.said(spoken()), "url": url})
    return crumbs
