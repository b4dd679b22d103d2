"""Take in rows of a table of people."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from django.db import transaction
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.identity.public import PastPerson, Person, take_in_people
from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.foundation.registers.public import (
    Basis,
    BasisKind,
    Line,
    NewRecord,
    Refusal,
    Said,
    check_may_keep,
    enter_records,
)
from nentang.government.population.adapters.numbers import claim_numbers
from nentang.government.population.enums import LifeState
from nentang.government.population.errors import NumberTaken, UnknownCommune
from nentang.government.population.models import (
    Citizen,
    CivilIdentity,
    LifeStatus,
    PermanentResidence,
)
from nentang.government.population.queries import home_of, keeper_for
from nentang.government.population.registry import CITIZENS
from nentang.kernel.clock import legal_day

from ._follow import show_in_identity
from ._homes import households_of, seat_heads, without_second_heads
from ._rows import PersonRow, Placed, read_rows, split_known
from .register_residence import Home, register_residence


@transaction.atomic
def take_in_rows(
    *, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
) -> list[Refusal]:
    """Why rows are refused. Everybody else is entered with where they live if the row says so, all at once.

    Somebody who is there already is not entered again; a home is written where none was known.
    """
    check_may_keep(actor, CITIZENS, organization_id)
    rows, unread = read_rows(lines)
    fresh, before, taken = split_known(rows)
    placed, nowhere = _placed(fresh, organization_id, at)
    placed, headed = without_second_heads(placed)
    known = _known_people(placed)
    placed, strangers = _with_people(placed, actor, at)
    _enter(placed, known, actor, at)
    for row, citizen in before:
        _house(row, citizen, actor, at)
    return [*unread, *taken, *nowhere, *headed, *strangers]


def _placed(
    rows: Sequence[PersonRow], organization_id: int, at: datetime
) -> tuple[list[Placed], list[Refusal]]:
    """With the body that keeps each: that of the commune where the row says one."""
    today, good, refused = legal_day(at), list[Placed](), list[Refusal]()
    keeper = cache(lambda unit_code, since: keeper_for(unit_code, since, today))
    stands_since = cache(lambda unit_code: _stands_since(unit_code, today))
    for row in rows:
        since = row.lives_since or today
        day = today if stands_since(row.unit_code) <= since <= today else since
        try:
            keeper_id = keeper(row.unit_code, day) if row.unit_code else organization_id
        except UnknownCommune as error:
            refused.append(row.refused(error, "unit_code"))
            continue
        good.append(Placed(row, keeper_id, since))
    return good, refused


def _stands_since(unit_code: str, today: date) -> date:
    """Since when the commune is what it is today: who keeps its people is then the same for all days between."""
    try:
        return unit_as_of(unit_code, today).valid_from
    except UnitNotFound:
        return date.max


def _known_people(placed: Sequence[Placed]) -> set[str]:
    """Numbers of those whom identity knew before."""
    numbers = [each.row.number for each in placed]
    found = Person.objects.filter(personal_number__among=numbers)
    return {number or "" for number in found.values_list("personal_number", flat=True)}


def _with_people(
    placed: Sequence[Placed], actor: Actor, at: datetime
) -> tuple[list[Placed], list[Refusal]]:
    """With an identifier for each, as a citizen and as a person; NumberTaken where a number is another's."""
    if not placed:
        return [], []
    people = take_in_people(people=[_person(each.row) for each in placed], actor=actor, at=at)
    good, refused = list[tuple[Placed, int]](), list[Refusal]()
    for each, person_id in zip(placed, people, strict=True):
        if person_id:
            good.append((each, person_id))
        else:
            refused.append(each.row.refused(NumberTaken(), "number"))
    ids = reserve_ids(Citizen, len(good))
    return [
        replace(each, citizen_id=pk, person_id=person_id)
        for pk, (each, person_id) in zip(ids, good, strict=True)
    ], refused


def _person(row: PersonRow) -> PastPerson:
    facts = row.facts
    return PastPerson(
        full_name=facts.full_name,
        birth_year=facts.birth_year,
        birth_on=facts.birth_on,
        personal_number=row.number,
        sex=facts.sex,
        nationality=facts.nationality,
        ethnicity=facts.ethnicity,
        unit_code="" if row.died_on else row.unit_code,
        address_line="" if row.died_on else row.address_line,
    )


def _enter(placed: Sequence[Placed], known: set[str], actor: Actor, at: datetime) -> None:
    today = legal_day(at)
    households = households_of(placed, actor=actor, at=at)
    enter_records(
        register=CITIZENS,
        records=[_record(each, households, today) for each in placed],
        own_columns=("person_id",),
        actor=actor,
        at=at,
    )
    claim_numbers([each.row.number for each in placed], at=at)
    seat_heads(placed, households, actor=actor, at=at)
    for each in placed:
        if each.row.number in known:
            show_in_identity(
                Citizen(pk=each.citizen_id, code=each.row.number, person_id=each.person_id), at
            )


def _record(each: Placed, households: Mapping[str, int], today: date) -> NewRecord:
    row = each.row
    return NewRecord(
        pk=each.citizen_id,
        code=row.number,
        keeper_id=each.keeper_id,
        heading=f"{row.facts.full_name}, {row.facts.birth_year}",
        basis=row.basis,
        said=tuple(_said(each, households, today)),
        own=(each.person_id,),
        people=(each.person_id,),
    )


def _said(each: Placed, households: Mapping[str, int], today: date) -> list[Said]:
    row, born = each.row, min(each.row.born, today)
    dead_from = row.died_on + timedelta(days=1) if row.died_on else None
    who = tuple(getattr(row.facts, name) for name in CivilIdentity.value_names())
    said = [
        Said(CivilIdentity, who, born),
        Said(LifeStatus, (LifeState.ALIVE.value,), born, dead_from),
    ]
    if dead_from:
        said.append(Said(LifeStatus, (LifeState.DEAD.value,), dead_from))
    if row.unit_code and (dead_from is None or each.since < dead_from):
        household = households.get(row.household)
        home = (row.unit_code, row.address_line, household, row.relation)
        said.append(Said(PermanentResidence, home, each.since, dead_from))
    return said


def _house(row: PersonRow, citizen: Citizen, actor: Actor, at: datetime) -> None:
    """Where somebody lives of whom that was not known."""
    today = legal_day(at)
    if row.unit_code and home_of(citizen, today) is None and not row.died_on:
        register_residence(
            citizen=citizen,
            home=Home(row.unit_code, row.address_line),
            valid_from=today,
            basis=Basis(BasisKind.IMPORT, row.basis),
            actor=actor,
            at=at,
        )
