"""Reads of entries: published ones for everybody, those of a body, those that somebody sent in."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold
from nentang.measure.small_registers.errors import EntryNotFound
from nentang.measure.small_registers.models import Entry, EntryFile, EntryVersion

from .registers import register_named

TOGETHER = ("case", "organization__unit")
MOST_WORDS = 8


class Link(Frozen):
    """A published entry as others point to it."""

    code: str
    title: str
    url: str


def find_entry(code: str) -> Entry:
    """The entry of that code with its case and body; EntryNotFound."""
    found = Entry.objects.select_related(*TOGETHER).filter(code=code).first()
    if found is None:
        raise EntryNotFound
    return found


def entry_with_code(register: str, code: str) -> Entry:
    """The same, in that register only."""
    found = find_entry(code)
    if found.register != register:
        raise EntryNotFound
    return found


def entry_to_change(code: str) -> Entry:
    """The same, locked until the transaction ends."""
    rows = Entry.objects.select_for_update(of=("self",)).select_related(*TOGETHER)
    found = rows.filter(code=code).first()
    if found is None:
        raise EntryNotFound
    return found


def published_entries(
    register: str, *, words: str = "", before_id: int | None = None, limit: int
) -> list[Entry]:
    """What everybody reads, newest first; every word typed must stand in it, marks aside."""
    rows = Entry.objects.filter(register=register, published__isnull=False)
    for word in fold(words).split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    return _page(rows.select_related("organization"), before_id, limit)


def entries_of_bodies(
    bodies: Collection[int], *, register: str = "", before_id: int | None, limit: int
) -> list[Entry]:
    """All entries of these bodies, newest first."""
    rows = Entry.objects.filter(organization__in=bodies).select_related("case", "organization")
    if register:
        rows = rows.filter(register=register)
    return _page(rows, before_id, limit)


def sent_in_by(
    person_id: int | None, organization_id: int | None, *, before_id: int | None, limit: int
) -> list[Entry]:
    """What the person sent in for themselves, or what was sent in for the organization."""
    rows = Entry.objects.select_related("case", "organization")
    if organization_id is not None:
        return _page(rows.filter(sent_for=organization_id), before_id, limit)
    if person_id is None:
        return []
    return _page(rows.filter(case__applicant=person_id, sent_for=None), before_id, limit)


def waiting_of(person_id: int) -> list[Entry]:
    """What the person sent in and is not answered yet."""
    rows = Entry.objects.filter(case__applicant=person_id, case__closed_at=None)
    return list(rows.filter(published=None).select_related("case").order_by("pk")[:50])


def stale_entries(today: date, limit: int) -> list[Entry]:
    """Entries that nobody confirmed in time and of which nobody was told for this term."""
    rows = Entry.objects.filter(confirm_by__lt=today)
    untold = rows.filter(Q(told_on=None) | Q(told_on__lte=F("confirm_by")))
    return list(untold.select_related("organization__unit").order_by("confirm_by", "pk")[:limit])


def uncounted_entries(registers: Collection[str], month: date, limit: int) -> list[Entry]:
    """Published entries of these registers that were not counted in that month yet."""
    rows = Entry.objects.filter(register__in=registers, published__isnull=False)
    waiting = rows.filter(Q(counted_on=None) | Q(counted_on__lt=month))
    return list(waiting.order_by("pk")[:limit])


def versions_of(entry: Entry) -> list[EntryVersion]:
    """All versions, the latest first, at most fifty."""
    return list(entry.versions.order_by("-number")[:50])


def version_of(entry: Entry, number: int) -> EntryVersion:
    """That version; EntryNotFound where it was never published."""
    found = entry.versions.filter(number=number).first()
    if found is None:
        raise EntryNotFound
    return found


def files_of(entry: Entry) -> list[EntryFile]:
    """What proves the entry, in the order in which it came."""
    return list(entry.files.select_related("file").order_by("pk"))


def entries_of(register: str, *, limit: int = 100) -> list[Link]:
    """Published entries of a register that are not over, newest first, as links."""
    rows = Entry.objects.filter(
        register=register, published__isnull=False, confirm_by__isnull=False
    )
    return [_link(each) for each in rows.order_by("-pk")[:limit]]


def entry_links(codes: Collection[str]) -> dict[str, Link]:
    """Published entries by their codes, over or not; one query."""
    rows = Entry.objects.filter(code__in=codes, published__isnull=False) if codes else ()
    return {each.code: _link(each) for each in rows}


def _link(entry: Entry) -> Link:
    path = register_named(entry.register).path
    url = reverse("small_registers:entry", args=[path, entry.code])
    return Link(entry.code, entry.shown_title, url)


def _page(rows: QuerySet[Entry], before_id: int | None, limit: int) -> list[Entry]:
    found = rows if before_id is None else rows.filter(pk__lt=before_id)
    return list(found.order_by("-pk")[:limit])
