"""Answer another body's call about one record, by a service of the register."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.registers.errors import ClaimMissing
from nentang.foundation.registers.models import Record, Version, every_row
from nentang.foundation.registers.permissions import check_may_be_told, is_kept_within
from nentang.foundation.registers.queries import MATCHES, held, shared_value
from nentang.foundation.registers.registry import Register, RegisterService
from nentang.foundation.registers.rules.shared import answer_of, says_the_same, without_aspect
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

Told = list[dict[str, Any]]


class Call(Frozen):
    """What a call says, what its grant allows, and the body that answers."""

    said: Mapping[str, Sequence[str]]
    fields: Collection[str]
    rows: Mapping[str, Collection[str]]
    body_id: int


@transaction.atomic
def answer_call(
    *, register: Register, service: RegisterService, call: Call, actor: Actor, at: datetime
) -> Told:
    """The one record that the call means, reduced to its grant; none where anything does not fit.

    A number that nobody has, one of another body, one outside the rows of the grant, and a claim that is not
    so are told alike. That it was asked is written down here, about whom by the node that brought the call.
    Raises NotYourRegister, ClaimMissing.
    """
    check_may_be_told(actor)
    key, claims = _asked(service, call.said)
    found = _kept_record(register, key, call.body_id)
    versions = held(register, found, on=legal_day(at)) if found else {}
    is_told = found is not None and _agree(register, versions, claims)
    told = _reduced(register, service, versions, call) if is_told else []
    write_down(
        actor=actor,
        action="registers.answer_call",
        subject=f"{register.name}:{service.name}",
        organization_id=call.body_id,
        at=at,
    )
    return told


def _asked(
    service: RegisterService, said: Mapping[str, Sequence[str]]
) -> tuple[str, dict[str, str]]:
    """The key, and what is claimed by path; each must be said just once."""
    names = {path: without_aspect(path) for path in service.claims}
    wanted = [service.key, *names.values()]
    if any(len(said.get(name, ())) != 1 or not said[name][0].strip() for name in wanted):
        raise ClaimMissing(names=", ".join(wanted))
    return said[service.key][0].strip(), {path: said[name][0] for path, name in names.items()}


def _kept_record(register: Register, key: str, body_id: int) -> Record | None:
    """The record of that number that the body keeps, or one below it; where it was merged, that which goes on."""
    found = every_row(register.record).select_related("merged_into").filter(code=key).first()
    record = (found.merged_into or found) if found else None
    return record if record and is_kept_within(record, body_id) else None


def _agree(register: Register, versions: Mapping[str, Version], claims: Mapping[str, str]) -> bool:
    return all(
        says_the_same(claim, shared_value(register, versions, path))
        for path, claim in claims.items()
    )


def _reduced(
    register: Register, service: RegisterService, versions: Mapping[str, Version], call: Call
) -> Told:
    paths = {*service.fields, *service.rows}
    values = {path: shared_value(register, versions, path) for path in paths}
    if any(str(values.get(path)) not in allowed for path, allowed in call.rows.items()):
        return []
    granted = {*call.fields, *call.rows}
    told = {path: value for path, value in values.items() if path in granted}
    return [answer_of({MATCHES: True, **told})]
