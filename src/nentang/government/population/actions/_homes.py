"""Households that a table of people speaks of."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.registers.public import (
    Basis,
    BasisKind,
    NewRecord,
    Refusal,
    Said,
    enter_records,
)
from nentang.government.population.adapters.numbers import note_household_numbers
from nentang.government.population.enums import Relation
from nentang.government.population.errors import HouseholdHasHead
from nentang.government.population.models import Citizen, Household, HouseholdHome
from nentang.government.population.registry import HOUSEHOLDS

from ._rows import Placed
from .change_head import change_head


def without_second_heads(rows: Sequence[Placed]) -> tuple[list[Placed], list[Refusal]]:
    """The rows but those that would be a second head of a household."""
    headed = _headed({each.row.household for each in rows if each.row.household})
    good, refused = list[Placed](), list[Refusal]()
    for each in rows:
        is_head = each.row.relation == Relation.HEAD
        if is_head and each.row.household in headed:
            refused.append(each.row.refused(HouseholdHasHead(), "relation"))
            continue
        if is_head:
            headed.add(each.row.household)
        good.append(each)
    return good, refused


def _headed(codes: set[str]) -> set[str]:
    homes = HouseholdHome.objects.filter(
        record__code__among=codes, superseded_at=None, head__isnull=False
    )
    return set(homes.values_list("record__code", flat=True))


def households_of(rows: Sequence[Placed], *, actor: Actor, at: datetime) -> Mapping[str, int]:
    """Identifiers of their households by number; those that are new are entered with their heads."""
    members: dict[str, list[Placed]] = {}
    for each in rows:
        if each.row.household:
            members.setdefault(each.row.household, []).append(each)
    found = Household.objects.filter(code__among=members)
    known = dict(found.values_list("code", "pk"))
    fresh = [code for code in members if code not in known]
    new = [
        _new(pk, code, members[code])
        for pk, code in zip(reserve_ids(Household, len(fresh)), fresh, strict=True)
    ]
    enter_records(register=HOUSEHOLDS, records=new, actor=actor, at=at)
    note_household_numbers(fresh)
    return known | {each.code: each.pk for each in new}


def _new(pk: int, code: str, members: Sequence[Placed]) -> NewRecord:
    """The household from the day on which the first of them lived there."""
    head = next((each for each in members if each.row.relation == Relation.HEAD), None)
    first = head or members[0]
    home = (first.row.unit_code, first.row.address_line, head.citizen_id if head else None)
    return NewRecord(
        pk=pk,
        code=code,
        keeper_id=first.keeper_id,
        heading=first.row.address_line,
        basis=first.row.basis,
        said=(Said(HouseholdHome, home, min(each.since for each in members)),),
        people=(head.person_id,) if head else (),
    )


def seat_heads(
    rows: Sequence[Placed], households: Mapping[str, int], *, actor: Actor, at: datetime
) -> None:
    """Heads whose households were entered before them."""
    heads = {
        households[each.row.household]: each for each in rows if each.row.relation == Relation.HEAD
    }
    headless = HouseholdHome.objects.filter(record__in=heads, superseded_at=None, head=None)
    for home in headless.select_related("record"):
        each = heads[home.record_id]
        change_head(
            home=home.record,
            head=Citizen(pk=each.citizen_id),
            valid_from=home.valid_from,
            basis=Basis(BasisKind.IMPORT, each.row.basis),
            actor=actor,
            at=at,
        )
