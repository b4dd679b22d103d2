"""Reads of entries and of what they say. None asks permission: actions and pages do."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from nentang.foundation.identity.public import find_person
from nentang.foundation.organizations.public import current_organization
from nentang.foundation.registers.public import (
    find_record,
    register_named,
    version_on,
)
from nentang.government.civil_status.enums import BookKind, Standing
from nentang.government.civil_status.models import (
    BirthEntry,
    ChangeFacts,
    CivilEntry,
    CivilFacts,
    MarriageEntry,
    MarriageFacts,
    MarriageStanding,
)
from nentang.government.civil_status.registry import BOOKS, Book, book_of_entry
from nentang.government.civil_status.rules.numbers import BookPlace
from nentang.kernel.errors import DomainError

MOST_NOTES = 20


def entry_of(kind: str, code: str) -> CivilEntry:
    """The entry; RecordNotFound, RegisterNotFound."""
    return cast("CivilEntry", find_record(register_named(kind), code))


def entry_at(place: BookPlace) -> CivilEntry | None:
    """The entry at that place of a book, if there is one."""
    return BOOKS[place.kind].entry._default_manager.filter(code=place.code).first()


def body_for(entry: CivilEntry, on: date) -> int:
    """The body that keeps the entry on that day: whoever has the tasks of the one that wrote it."""
    return current_organization(entry.keeper_id, on).id


def facts_of(entry: CivilEntry) -> CivilFacts | None:
    """What the entry says now: the latest that holds."""
    rows = book_of_entry(type(entry)).facts._default_manager.filter(superseded_at=None)
    of_entry = rows.filter(record=entry.pk)  # type: ignore[misc]  # every concrete one has it
    return of_entry.order_by("-valid_from").first()


def facts_by_entry(book: Book, entries: Sequence[CivilEntry]) -> dict[int, CivilFacts]:
    """What the entries of a book say now, by the entry's identifier: one query."""
    rows = book.facts._default_manager.filter(superseded_at=None)
    of_entries = rows.filter(record__in=[entry.pk for entry in entries])  # type: ignore[misc]  # as above
    return {row.record_id: row for row in of_entries.order_by("valid_from")}  # type: ignore[attr-defined]


def numbers_in(facts: CivilFacts) -> list[str]:
    """Personal numbers that stand in it."""
    return [number for name in facts.NUMBERS if (number := getattr(facts, name))]


def people_of(entry: CivilEntry) -> Sequence[int]:
    """Persons known to the platform of whom the entry speaks."""
    facts = facts_of(entry)
    found = [_person_id(number) for number in numbers_in(facts)] if facts else []
    return [each for each in found if each]


def _person_id(number: str) -> int | None:
    try:
        known = find_person(number)
    except DomainError:
        return None
    return known.id if known else None


def standing_of(entry: MarriageEntry, on: date) -> MarriageStanding | None:
    """Where the marriage stands on that day."""
    return version_on(MarriageStanding, entry, on=on)


def marriages_of(number: str, on: date) -> list[MarriageEntry]:
    """Marriages in which the person of that number is married on that day."""
    rows = MarriageFacts.objects.filter(superseded_at=None)
    mine = rows.filter(wife_number=number) | rows.filter(husband_number=number)
    entries = MarriageEntry.objects.filter(pk__in=mine.values("record"), merged_into=None)
    return [
        entry
        for entry in entries.order_by("id")
        if (standing := standing_of(entry, on)) and standing.state == Standing.MARRIED
    ]


def birth_of(number: str) -> BirthEntry | None:
    """The birth of the person of that number, if it is in the books."""
    found = BirthEntry.objects.filter(
        facts__personal_number=number, facts__superseded_at=None, merged_into=None
    )
    return found.first() if number else None


def notes_of(entry: CivilEntry) -> list[str]:
    """What was written beside the entry since: how a marriage ended, what was changed."""
    changes = ChangeFacts.objects.filter(entry_code=entry.code, superseded_at=None)
    notes = [f"{each.what} ({each.decision})" for each in changes.order_by("id")[:MOST_NOTES]]
    if isinstance(entry, MarriageEntry):
        notes += _ends(entry)
    return notes


def _ends(entry: MarriageEntry) -> list[str]:
    rows = MarriageStanding.objects.filter(record=entry, superseded_at=None)
    ended = rows.exclude(state=Standing.MARRIED).order_by("valid_from")
    return [
        ", ".join(
            filter(
                None,
                (str(row.get_state_display()), f"từ {row.valid_from:%d/%m/%Y}", row.decision),
            )
        )
        for row in ended
    ]


def said_lines(facts: CivilFacts, kind: BookKind) -> list[tuple[object, str]]:
    """What is said, line by line as people read it; what nobody said is left out."""
    book = BOOKS[kind.value]
    lines = ((field.title, field.way.shown(getattr(facts, field.name))) for field in book.fields)
    return [(title, words) for title, words in lines if words]
