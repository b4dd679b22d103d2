"""Take in rows of a table of old entries."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.facts.public import record_facts
from nentang.foundation.identity.public import ids_by_number
from nentang.foundation.organizations.public import OrganizationInfo, organization
from nentang.foundation.registers.public import (
    BasisKind,
    Line,
    NewRecord,
    Refusal,
    Said,
    enter_records,
    register_named,
)
from nentang.government.civil_status.enums import BookKind, Standing
from nentang.government.civil_status.errors import NumberUsed
from nentang.government.civil_status.indicators import ENTRY_MADE
from nentang.government.civil_status.models import BookCounter, CivilFacts, MarriageStanding
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import facts_by_entry, numbers_in
from nentang.government.civil_status.registry import BOOKS, DECISION, ENDED, REGISTERED, Book
from nentang.government.civil_status.rules.numbers import BookPlace
from nentang.kernel.errors import DomainError
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number

from ._measure import entry_fact
from ._read import facts_from, read_value
from .enter_by_hand import Past, place_of

OWN = ("unit_code", "year", "volume", "number", "registered_on")


class Written(Frozen):
    """An entry as a row says it; `ended` is the day on which a marriage ended, and the judgment if one ended it."""

    line: Line
    place: BookPlace
    registered_on: date
    facts: CivilFacts
    values: Mapping[str, Any]
    ended: tuple[date, str] | None


@transaction.atomic
def take_in_rows(
    *, kind: str, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
) -> list[Refusal]:
    """Why rows are refused; all others are entered under the numbers that they had on paper.

    The same entry again is nothing new. Nobody is told: what is old did not happen now. Raises
    NotYourRegister.
    """
    check_keeps_books(actor, organization_id)
    body = organization(organization_id)
    written, unread = _read(kind, lines, body, at)
    fresh, used = _fresh(BOOKS[kind], written)
    _enter(BOOKS[kind], fresh, body, actor, at)
    return [*unread, *used]


def _read(
    kind: str, lines: Sequence[Line], body: OrganizationInfo, at: datetime
) -> tuple[list[Written], list[Refusal]]:
    good, refused = list[Written](), list[Refusal]()
    for line in lines:
        try:
            good.append(_written(kind, line, body, at))
        except DomainError as error:
            refused.append(Refusal(line.number, error.code, error.sentence))
    return good, refused


def _written(kind: str, line: Line, body: OrganizationInfo, at: datetime) -> Written:
    said = {name: str(value) for name, value in line.values.items() if value is not None}
    past = Past(
        number=whole_number(said.get("number", "")) or 0,
        volume=whole_number(said.get("volume", "")) or 0,
        registered_on=date.fromisoformat(read_value(REGISTERED, said.get("registered_on", ""))),
    )
    facts, ended = facts_from(kind, said), read_value(ENDED, said.get(ENDED.name, ""))
    return Written(
        line=line,
        place=place_of(kind, past, body.unit_code, at),
        registered_on=past.registered_on,
        facts=facts,
        values=facts.values(),
        ended=(date.fromisoformat(ended), said.get(DECISION.name, "")) if ended else None,
    )


def _fresh(book: Book, written: Sequence[Written]) -> tuple[list[Written], list[Refusal]]:
    """Entries that are not there yet; NumberUsed for those whose place says something else."""
    said = _held(book, [each.place.code for each in written])
    fresh, refused = list[Written](), list[Refusal]()
    for each in written:
        if each.place.code not in said:
            said[each.place.code] = each.values
            fresh.append(each)
        elif said[each.place.code] != each.values:
            error = NumberUsed()
            refused.append(Refusal(each.line.number, error.code, error.sentence, "number"))
    return fresh, refused


def _held(book: Book, codes: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """What entries with those codes say now."""
    entries = list(book.entry._default_manager.filter(code__among=codes))
    found = facts_by_entry(book, entries)
    return {each.code: found[each.pk].values() if each.pk in found else {} for each in entries}


def _enter(
    book: Book, fresh: Sequence[Written], body: OrganizationInfo, actor: Actor, at: datetime
) -> None:
    people = ids_by_number({number for each in fresh for number in numbers_in(each.facts)})
    ids = reserve_ids(book.entry, len(fresh))
    enter_records(
        register=register_named(book.kind.value),
        records=[
            _record(book, pk, each, body.id, people) for pk, each in zip(ids, fresh, strict=True)
        ],
        own_columns=OWN,
        actor=actor,
        at=at,
    )
    last: dict[int, int] = {}
    for each in fresh:
        last[each.place.year] = max(last.get(each.place.year, 0), each.place.number)
    for year, number in sorted(last.items()):
        BookCounter.note(number, kind=book.kind.value, unit_code=body.unit_code, year=year)
    facts = [
        entry_fact(book.kind, each.facts, each.registered_on, BasisKind.IMPORT, body, at)
        for each in fresh
    ]
    record_facts(ENTRY_MADE, facts)


def _record(
    book: Book, pk: int, each: Written, keeper_id: int, people: Mapping[str, int]
) -> NewRecord:
    names = " – ".join(filter(None, (getattr(each.facts, name) for name in each.facts.NAMES)))
    place = each.place
    said = [Said(book.facts, tuple(each.values.values()), each.registered_on)]
    if book.kind is BookKind.MARRIAGES:
        said += _standings(each)
    return NewRecord(
        pk=pk,
        code=place.code,
        keeper_id=keeper_id,
        heading=f"{names}, {book.entry(number=place.number, year=place.year).shown_number}",
        basis=each.line.basis,
        said=tuple(said),
        own=(place.unit_code, place.year, place.volume, place.number, each.registered_on),
        people=tuple(
            dict.fromkeys(people[number] for number in numbers_in(each.facts) if number in people)
        ),
    )


def _standings(each: Written) -> list[Said]:
    """That they were married, and until when: until a judgment where one is named, else until one of them died."""
    begun, ended = each.registered_on, each.ended
    if ended is None or ended[0] <= begun:
        return [Said(MarriageStanding, (Standing.MARRIED.value, ""), begun)]
    return [
        Said(MarriageStanding, (Standing.MARRIED.value, ""), begun, ended[0]),
        Said(MarriageStanding, (_after(ended[1]).value, ended[1]), ended[0]),
    ]


def _after(judgment: str) -> Standing:
    return Standing.DIVORCED if judgment else Standing.WIDOWED
