"""Change or correct what an entry says: a new entry in the book of changes, and the old one tells it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.registers.public import Act, Basis, BasisKind, say_anew
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.errors import EntryUnreadable, NothingChanged
from nentang.government.civil_status.models import (
    BirthFacts,
    ChangeEntry,
    ChangeFacts,
    CivilEntry,
    CivilFacts,
)
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.queries import body_for, facts_of
from nentang.government.civil_status.registry import BookField, book_of_entry
from nentang.government.civil_status.rules.days import day_of, year_of
from nentang.government.population.public import find_citizen, write_identity
from nentang.kernel.clock import legal_day

from ._read import read_value
from ._waiting import note_entered, waiting_one
from .enter_entry import enter_entry

FIXED = ("personal_number",)
"""A number belongs to one person for ever."""


@transaction.atomic
def change_entry(
    *,
    entry: CivilEntry,
    typed: Mapping[str, str],
    act: Act,
    decision: str,
    actor: Actor,
    at: datetime,
    revision: int | None = None,
    dossier_code: str = "",
) -> ChangeEntry:
    """The entry in the book of changes; the changed one says what is typed, the population register too.

    Only columns that are typed change. A change holds from today, a correction from the first day on.
    With a dossier it is that dossier's, which waits no longer. Raises NothingChanged, EntryUnreadable,
    NotYourRegister, ChangedMeanwhile, RecordLocked, DossierNotReady.
    """
    body = body_for(entry, legal_day(at))
    check_keeps_books(actor, body)
    held = facts_of(entry)
    if held is None or not decision.strip():
        raise EntryUnreadable(column=_("Căn cứ"), rule=_("ghi số, ngày, cơ quan ra quyết định"))
    said = _said(entry, held, typed)
    changes = _write_change(body, _change(entry, held, said, decision), dossier_code, actor, at)
    basis = Basis(BasisKind.REGISTER, changes.code)
    say_anew(
        model=type(held),
        record=entry,
        said=said,
        act=act,
        basis=basis,
        actor=actor,
        at=at,
        revision=revision,
    )
    if isinstance(held, BirthFacts):
        _tell_population(held, said, act, basis, at)
    return changes


def _write_change(
    body: int, facts: ChangeFacts, dossier_code: str, actor: Actor, at: datetime
) -> ChangeEntry:
    """The entry in the book of changes, which its dossier waits for no longer."""
    waiting = waiting_one(dossier_code, BookKind.CHANGES, body) if dossier_code else None
    changes = enter_entry(
        facts=facts,
        registered_on=legal_day(at),
        organization_id=body,
        basis=Basis(BasisKind.CASE, dossier_code)
        if waiting
        else Basis(BasisKind.DOCUMENT, facts.decision[:80]),
        actor=actor,
        at=at,
    )
    if waiting:
        note_entered(waiting, changes)
    return cast("ChangeEntry", changes)


def _said(entry: CivilEntry, held: CivilFacts, typed: Mapping[str, str]) -> dict[str, str]:
    fields = [each for each in book_of_entry(type(entry)).fields if each.name not in FIXED]
    said = {each.name: read_value(each, typed[each.name]) for each in fields if each.name in typed}
    said = {name: value for name, value in said.items() if value != getattr(held, name)}
    if not said:
        raise NothingChanged
    return said


def _change(
    entry: CivilEntry, held: CivilFacts, said: Mapping[str, str], decision: str
) -> ChangeFacts:
    fields = {each.name: each for each in book_of_entry(type(entry)).fields}
    lines = (_line(fields[name], getattr(held, name), value) for name, value in said.items())
    return ChangeFacts(
        full_name=getattr(held, held.NAMES[0]),
        personal_number=getattr(held, held.NUMBERS[0]),
        entry_code=entry.code,
        what="; ".join(lines)[:800],
        decision=decision.strip()[:200],
    )


def _line(field: BookField, old: str, new: str) -> str:
    return f"{field.title}: {field.way.shown(old) or '…'} → {field.way.shown(new) or '…'}"


def _tell_population(
    held: BirthFacts, said: Mapping[str, str], act: Act, basis: Basis, at: datetime
) -> None:
    citizen = find_citizen(held.personal_number) if held.personal_number else None
    told = _as_population_has_it(said)
    if citizen and told:
        write_identity(citizen=citizen, said=told, act=act, basis=basis, actor=SYSTEM, at=at)


def _as_population_has_it(said: Mapping[str, str]) -> dict[str, Any]:
    same = ("full_name", "sex", "hometown", "ethnicity", "father_number", "mother_number")
    told: dict[str, Any] = {name: said[name] for name in same if name in said}
    if "birth" in said:
        told |= {"birth_on": day_of(said["birth"]), "birth_year": year_of(said["birth"])}
    return told
