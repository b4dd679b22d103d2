"""Take in rows of a table of health insurance cards."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.identity.public import Person, ids_by_number
from nentang.foundation.registers.public import (
    Line,
    NewRecord,
    Refusal,
    Said,
    check_may_keep,
    enter_records,
)
from nentang.government.insurance.errors import CardNeverGood, InsuranceNumberTaken, InsuredUnknown
from nentang.government.insurance.models import HealthCard, Insured
from nentang.government.insurance.registry import INSURANCE
from nentang.kernel.errors import DomainError


@transaction.atomic
def take_in_rows(
    *, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
) -> list[Refusal]:
    """Why rows are refused; all others are entered with their card. Who is insured already is not entered again."""
    check_may_keep(actor, INSURANCE, organization_id)
    people = ids_by_number({line.values["personal_number"] for line in lines})
    taken = _taken(lines, people)
    insured = set(taken.values())
    fresh, refused = list[Line](), list[Refusal]()
    for line in lines:
        number, person_id = line.values["number"], people.get(line.values["personal_number"])
        if person_id and taken.get(number) == person_id:
            continue
        if error := _fault(line, person_id, taken, insured):
            refused.append(Refusal(line.number, error.code, error.sentence))
            continue
        taken[number] = person_id
        insured.add(person_id)
        fresh.append(line)
    ids = reserve_ids(Insured, len(fresh))
    names = dict(
        Person.objects.filter(
            pk__in=[people[each.values["personal_number"]] for each in fresh]
        ).values_list("pk", "full_name")
    )
    enter_records(
        register=INSURANCE,
        records=[
            _record(pk, line, people[line.values["personal_number"]], names, organization_id)
            for pk, line in zip(ids, fresh, strict=True)
        ],
        own_columns=("person_id",),
        actor=actor,
        at=at,
    )
    return refused


def _taken(lines: Sequence[Line], people: Mapping[str, int]) -> dict[str, int | None]:
    """Numbers that are given, each to whom; those whom the lines name among them."""
    by_number = Insured.objects.filter(code__among=[line.values["number"] for line in lines])
    by_person = Insured.objects.filter(person__in=people.values())
    return dict((by_number | by_person).values_list("code", "person_id"))


def _fault(
    line: Line,
    person_id: int | None,
    taken: Mapping[str, int | None],
    insured: Collection[int | None],
) -> DomainError | None:
    if person_id is None:
        return InsuredUnknown()
    if line.values["number"] in taken or person_id in insured:
        return InsuranceNumberTaken()
    if line.values["good_until"] < line.values["good_from"]:
        return CardNeverGood()
    return None


def _record(
    pk: int, line: Line, person_id: int, names: Mapping[int, str], keeper_id: int
) -> NewRecord:
    values = line.values
    card = (values["payer"], values["category"], values["benefit"], values["facility"] or "")
    until = values["good_until"] + timedelta(days=1)
    return NewRecord(
        pk=pk,
        code=values["number"],
        keeper_id=keeper_id,
        heading=names[person_id],
        basis=line.basis,
        said=(Said(HealthCard, card, values["good_from"], until),),
        own=(person_id,),
        people=(person_id,),
    )
