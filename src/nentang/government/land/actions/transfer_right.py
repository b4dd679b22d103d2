"""Transfer the right to a parcel, or a part of it."""

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Act, Basis, write_version
from nentang.government.land.enums import FormOfUse, Origin
from nentang.government.land.errors import NoRightHeld, SharesInvalid
from nentang.government.land.events import RightTransferred
from nentang.government.land.models import Right
from nentang.government.land.queries import Holder, holders_on
from nentang.government.land.rules.shares import handed_over

from ._facts import HolderShare, write_holders
from ._opening import changeable, check_not_pledged, note_act


@transaction.atomic
def transfer_right(
    *,
    code: str,
    takers: Sequence[HolderShare],
    giver: Holder | None,
    origin: Origin,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
    is_joint: bool = False,
) -> Right:
    """The right from that day: `giver` (all of them where None) gave those parts of the whole.

    `is_joint`: the takers are spouses who have it together. Raises ParcelNotFound, NotYourRegister,
    ParcelClosed, ParcelLocked, ParcelMortgaged, NoRightHeld, ShareTooSmall, SharesInvalid,
    HolderUnknown.
    """
    parcel = changeable(code, actor, valid_from)
    check_not_pledged(parcel, valid_from)
    known = holders_on(parcel, valid_from)
    if not known:
        raise NoRightHeld
    parts = _parts(takers)
    left = handed_over(known, giver, parts) if giver else parts
    [holders] = write_holders([[HolderShare(who, part) for who, part in left.items()]])
    written = write_version(
        version=Right(
            record=parcel, holders=holders, form=_form(len(left), is_joint), origin=origin
        ),
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
    note_act(parcel, "transfer_right", actor=actor, at=at)
    publish(RightTransferred(parcel.pk, code, str(origin)), at=at, key=code)
    return written


def _parts(takers: Sequence[HolderShare]) -> dict[Holder, Fraction]:
    """What each gets; SharesInvalid where one is named twice."""
    parts = {each.holder: each.part for each in takers}
    if len(parts) != len(takers):
        raise SharesInvalid
    return parts


def _form(number: int, is_joint: bool) -> FormOfUse:
    if number == 1:
        return FormOfUse.PRIVATE
    return FormOfUse.JOINT if is_joint and number == 2 else FormOfUse.SHARED
