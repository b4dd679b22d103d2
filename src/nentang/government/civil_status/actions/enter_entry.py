"""Write an entry into a book."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Basis, Version, enter_record
from nentang.government.civil_status.enums import BookKind, Standing
from nentang.government.civil_status.errors import EntryRefused, NumberUsed
from nentang.government.civil_status.events import EntryMade
from nentang.government.civil_status.models import (
    BookCounter,
    CivilEntry,
    CivilFacts,
    MarriageStanding,
)
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import entry_at, facts_of, look_before, words_of
from nentang.government.civil_status.registry import BOOKS, book_of_facts
from nentang.government.civil_status.rules.law import volume_law
from nentang.government.civil_status.rules.numbers import BookPlace, volume_of
from nentang.government.civil_status.rules.remarks import refusals

from ._follow import follow
from ._measure import measure_entry


@transaction.atomic
def enter_entry(
    *,
    facts: CivilFacts,
    registered_on: date,
    organization_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> CivilEntry:
    """The entry with the next number of the book of that year; the population register hears of it.

    The number is taken last: a book has no gaps. Raises NotYourRegister, EntryRefused (the law or what
    the registers know stands against it; a late registration is not refused), and what `population`
    and `registers` raise.
    """
    check_keeps_books(actor, organization_id)
    if against := refusals(look_before(facts, registered_on)):
        raise EntryRefused(reasons=" ".join(words_of(each) for each in against))
    kind, unit_code = book_of_facts(type(facts)).kind, organization(organization_id).unit_code
    follow(facts, registered_on, unit_code, basis, at)
    number = BookCounter.take(kind=kind.value, unit_code=unit_code, year=registered_on.year)
    volume = volume_of(number, volume_law().in_force(on=registered_on))
    place = BookPlace(kind.value, unit_code, registered_on.year, volume, number)
    return _write(facts, place, registered_on, organization_id, basis, actor, at)


@transaction.atomic
def enter_past(
    *,
    facts: CivilFacts,
    place: BookPlace,
    registered_on: date,
    organization_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> CivilEntry:
    """The entry as it stands in a paper book, under its own number; the same again is the same entry.

    What was written then is not judged by the law again. Raises NotYourRegister, NumberUsed.
    """
    check_keeps_books(actor, organization_id)
    if before := entry_at(place):
        return _same(before, facts)
    BookCounter.note(place.number, kind=place.kind, unit_code=place.unit_code, year=place.year)
    return _write(facts, place, registered_on, organization_id, basis, actor, at)


def _same(before: CivilEntry, facts: CivilFacts) -> CivilEntry:
    held = facts_of(before)
    if held is None or held.values() != facts.values():
        raise NumberUsed
    return before


def _write(
    facts: CivilFacts,
    place: BookPlace,
    registered_on: date,
    organization_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> CivilEntry:
    entry = BOOKS[place.kind].entry(
        code=place.code,
        keeper_id=organization_id,
        unit_code=place.unit_code,
        year=place.year,
        volume=place.volume,
        number=place.number,
        registered_on=registered_on,
    )
    versions: list[Version] = [facts]
    if entry.KIND is BookKind.MARRIAGES:
        versions.append(MarriageStanding(state=Standing.MARRIED))
    enter_record(
        record=entry,
        versions=versions,
        valid_from=registered_on,
        basis=basis,
        actor=actor,
        at=at,
    )
    publish(EntryMade(place.kind, entry.pk, organization_id), at=at, key=f"entry:{entry.code}")
    measure_entry(entry, facts, basis, at)
    return entry
