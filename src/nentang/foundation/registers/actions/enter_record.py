"""Enter a record."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import Act
from nentang.foundation.registers.models import Record, Version
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import register_of

from ._note import note
from ._write import Basis, lay_over, period_of, refold, tell_written

R = TypeVar("R", bound=Record)


@transaction.atomic
def enter_record(
    *,
    record: R,
    versions: Sequence[Version],
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> R:
    """The record, new in its register, with what is said of it from that day on.

    Raises NotYourRegister; IntegrityError where its number is taken.
    """
    register = register_of(record)
    check_may_keep(actor, register, record.keeper_id)
    record.entered_at = record.changed_at = at
    record.save(force_insert=True)
    for version in versions:
        version.record = record  # type: ignore[attr-defined] # every concrete version has it
        version.act, version.basis_kind, version.basis = Act.ENTRY, basis.kind, basis.code
        version.written_by_id = actor.account_id
        lay_over(version, period_of(valid_from, None), at)
    refold(register, record)
    if not versions:
        note(record, "enter_record", actor=actor, at=at)
    for version in versions:
        tell_written(register, version, "enter_record", actor=actor, at=at)
    return record
