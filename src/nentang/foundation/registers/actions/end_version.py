"""Say that what holds of a record ends."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.models import Record, Version
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.queries import version_on
from nentang.foundation.registers.registry import register_of
from nentang.kernel.periods import Period

from ._write import Basis, check_open, lift, refold, tell_written, turn_page

V = TypeVar("V", bound=Version)


@transaction.atomic
def end_version(
    *, model: type[V], record: Record, last_on: date, basis: Basis, actor: Actor, at: datetime
) -> V | None:
    """What holds on that day, ending with it; nothing is said of the days after. None where nothing held.

    Raises NotYourRegister, RecordLocked, RecordMerged, ChangedMeanwhile.
    """
    check_may_write(actor, record)
    check_open(record)
    if version_on(model, record, on=last_on) is None:
        return None
    after = Period(last_on + timedelta(days=1))
    written_at = turn_page(record, at)
    for ended in lift(model, record, after, basis, actor, written_at):
        register = register_of(record)
        refold(register, record)
        tell_written(register, ended, "end_version", actor=actor, at=at)
    return version_on(model, record, on=last_on)
