"""Take in rows of a table of businesses."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import reserve_ids
from nentang.foundation.identity.public import ids_by_number
from nentang.foundation.registers.public import (
    Line,
    NewRecord,
    Refusal,
    Said,
    check_may_keep,
    enter_records,
)
from nentang.government.businesses.enums import BusinessKind, BusinessState
from nentang.government.businesses.errors import NameTaken, OwnerUnknown, TaxCodeTaken, TradeUnknown
from nentang.government.businesses.models import (
    Activity,
    Business,
    Owner,
    Registration,
    Standing,
)
from nentang.government.businesses.registry import BUSINESSES
from nentang.government.businesses.rules.trades import trades_law
from nentang.kernel.errors import DomainError
from nentang.kernel.text import fold


@transaction.atomic
def take_in_rows(
    *, lines: Sequence[Line], organization_id: int, actor: Actor, at: datetime
) -> list[Refusal]:
    """Why rows are refused; all others are entered as active from their day, kept by that body.

    A business that is there under that name already is not entered again.
    """
    check_may_keep(actor, BUSINESSES, organization_id)
    owners = ids_by_number({line.values["owner_number"] for line in lines})
    known = _known([line.values["number"] for line in lines])
    names = _names(lines, organization_id)
    fresh, refused = list[Line](), list[Refusal]()
    for line in lines:
        code, name = line.values["number"], fold(line.values["name"])
        if known.get(code) == name:
            continue
        if error := _fault(line, name, code in known, names, owners):
            refused.append(Refusal(line.number, error.code, error.sentence))
            continue
        known[code] = name
        names.add(name)
        fresh.append(line)
    ids = reserve_ids(Business, len(fresh))
    enter_records(
        register=BUSINESSES,
        records=[
            _record(pk, line, owners, organization_id) for pk, line in zip(ids, fresh, strict=True)
        ],
        actor=actor,
        at=at,
    )
    return refused


def _known(codes: Sequence[str]) -> dict[str, str]:
    return dict(Business.objects.filter(code__among=codes).values_list("code", "folded"))


def _names(lines: Sequence[Line], organization_id: int) -> set[str]:
    """Names of household businesses that the body keeps."""
    asked = {fold(line.values["name"]) for line in lines}
    rows = Registration.objects.filter(
        kind=BusinessKind.HOUSEHOLD,
        superseded_at=None,
        record__keeper=organization_id,
        record__folded__in=asked,
    )
    return set(rows.values_list("record__folded", flat=True))


def _fault(
    line: Line, name: str, is_known: bool, names: set[str], owners: Mapping[str, int]
) -> DomainError | None:
    values = line.values
    if is_known:
        return TaxCodeTaken()
    if values["owner_number"] not in owners:
        return OwnerUnknown()
    if values["kind"] == BusinessKind.HOUSEHOLD and name in names:
        return NameTaken()
    law = trades_law()
    trades = law.in_force(on=max(values["starts_on"], law.rules[0].period.valid_from))
    unknown = [code for code in values["trades"] or () if trades.section_of(code) is None]
    return TradeUnknown(code=unknown[0]) if unknown else None


def _record(pk: int, line: Line, owners: Mapping[str, int], keeper_id: int) -> NewRecord:
    values, owner = line.values, owners[line.values["owner_number"]]
    since = values["starts_on"]
    registration = (
        *(values["name"], values["kind"], values["unit_code"]),
        *(values["address_line"], values["capital"]),
    )
    return NewRecord(
        pk=pk,
        code=values["number"],
        keeper_id=keeper_id,
        heading=values["name"],
        basis=line.basis,
        said=(
            Said(Registration, registration, since),
            Said(Activity, (json.dumps(values["trades"] or ()), ""), since),
            Said(Owner, (owner, values["owner_title"]), since),
            Said(Standing, (BusinessState.ACTIVE.value,), since),
        ),
        people=(owner,),
    )
