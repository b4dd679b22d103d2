"""Decide whether two records are one."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.enums import PairState
from nentang.foundation.registers.errors import PairSettled, ReasonMissing
from nentang.foundation.registers.models import PossibleDuplicate, Record
from nentang.foundation.registers.permissions import check_may_write
from nentang.foundation.registers.queries import find_record
from nentang.foundation.registers.registry import Register, register_named

from ._note import note
from ._write import check_open, turn_page


@transaction.atomic
def settle_pair(
    *, pair_id: int, is_same: bool, reason: str, actor: Actor, at: datetime
) -> PossibleDuplicate:
    """The pair, settled. Where they are one, the later record leads to the earlier, which goes on.

    Both records stay with all that was ever said of them. Raises PairSettled, ReasonMissing,
    NotYourRegister (whoever keeps the later record decides), RecordLocked, ChangedMeanwhile.
    """
    pair = PossibleDuplicate.objects.select_for_update().get(pk=pair_id)
    register = register_named(pair.register)
    one, other = find_record(register, pair.one), find_record(register, pair.other)
    check_may_write(actor, other)
    if pair.state != PairState.OPEN:
        raise PairSettled
    if not reason.strip():
        raise ReasonMissing
    pair.state = PairState.SAME if is_same else PairState.DIFFERENT
    pair.reason, pair.settled_at, pair.settled_by_id = reason.strip()[:400], at, actor.account_id
    pair.save()
    if is_same:
        _merge(register, one, other, actor, at)
    return pair


def _merge(register: Register, one: Record, other: Record, actor: Actor, at: datetime) -> None:
    check_open(one)
    check_open(other)
    turn_page(other, at)
    other.merged_into = one
    other.save(update_fields=["merged_into"])
    note(other, "settle_pair", actor=actor, at=at, into=one.pk)
