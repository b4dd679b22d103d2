"""Block a parcel, so that nothing of it changes; free it again."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import lock_record, unlock_record
from nentang.government.land.errors import NothingBlocked
from nentang.government.land.models import Parcel
from nentang.kernel.clock import legal_day

from ._opening import changeable, note_act, writable


@transaction.atomic
def block_parcel(*, code: str, reason: str, actor: Actor, at: datetime) -> Parcel:
    """The parcel, blocked for that reason (who asked, by which document) until somebody frees it.

    Raises ParcelNotFound, NotYourRegister, ParcelClosed, ParcelLocked, ReasonMissing.
    """
    parcel = changeable(code, actor, legal_day(at))
    lock_record(record=parcel, reason=reason, actor=actor, at=at)
    note_act(parcel, "block_parcel", actor=actor, at=at)
    return parcel


@transaction.atomic
def unblock_parcel(*, code: str, actor: Actor, at: datetime) -> Parcel:
    """The parcel, free again; ParcelNotFound, NotYourRegister, NothingBlocked."""
    parcel = writable(code, actor)
    if not parcel.locked_for:
        raise NothingBlocked
    unlock_record(record=parcel, actor=actor, at=at)
    note_act(parcel, "unblock_parcel", actor=actor, at=at)
    return parcel
