"""Say something else of a record: that it changed on a day, or that what we held was wrong."""

from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import Act
from nentang.foundation.registers.errors import ChangedMeanwhile
from nentang.foundation.registers.models import Version
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.registry import register_of

from ._write import (
    Basis,
    check_open,
    lay_over,
    period_of,
    refold,
    tell_written,
    turn_page,
)

V = TypeVar("V", bound=Version)


@transaction.atomic
def write_version(
    *,
    version: V,
    act: Act,
    valid_from: date,
    valid_to: date | None = None,
    basis: Basis,
    actor: Actor,
    at: datetime,
    revision: int | None = None,
) -> V:
    """The version, which holds for its days instead of what was held for them; what was held is kept.

    `revision`: what the writer saw; another meanwhile is refused. Raises NotYourRegister, RecordLocked,
    RecordMerged, PeriodInvalid, ChangedMeanwhile.
    """
    record = version.record  # type: ignore[attr-defined] # every concrete version has it
    check_may_write(actor, record)
    check_open(record)
    if revision not in (None, record.revision):
        raise ChangedMeanwhile
    written_at = turn_page(record, at)
    version.act, version.basis_kind, version.basis = act, basis.kind, basis.code
    version.written_by_id = actor.account_id
    lay_over(version, period_of(valid_from, valid_to), written_at)
    register = register_of(record)
    refold(register, record)
    tell_written(register, version, "write_version", actor=actor, at=at)
    return version
