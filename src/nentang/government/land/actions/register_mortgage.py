"""Register a mortgage, or release one."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Act, Basis, write_version
from nentang.government.land.errors import MortgageNotFound, MortgageTaken, NoRightHeld
from nentang.government.land.events import MortgageChanged
from nentang.government.land.models import Mortgages, Parcel
from nentang.government.land.queries import holders_on, mortgages_on
from nentang.kernel.frozen import Frozen

from ._opening import changeable, note_act


class Mortgage(Frozen):
    """A pledge as it is registered: its number, who lends, the contract."""

    number: str
    lender: str
    contract: str


@transaction.atomic
def register_mortgage(
    *,
    code: str,
    mortgage: Mortgage,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Mortgages:
    """All that burdens the parcel from that day.

    Raises ParcelNotFound, NotYourRegister, ParcelClosed, ParcelLocked, NoRightHeld, MortgageTaken.
    """
    parcel = changeable(code, actor, valid_from)
    if not holders_on(parcel, valid_from):
        raise NoRightHeld
    known = mortgages_on(parcel, valid_from)
    if any(each["number"] == mortgage.number for each in known):
        raise MortgageTaken
    pledge = {
        "number": mortgage.number[:60],
        "lender": mortgage.lender.strip()[:200],
        "contract": mortgage.contract.strip()[:200],
        "since": valid_from.isoformat(),
    }
    written = _write(parcel, [*known, pledge], valid_from, basis, actor, at)
    note_act(parcel, "register_mortgage", actor=actor, at=at)
    publish(MortgageChanged(parcel.pk, code, False), at=at, key=code)
    return written


@transaction.atomic
def release_mortgage(
    *, code: str, number: str, valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> Mortgages:
    """What still burdens the parcel from that day.

    Raises ParcelNotFound, NotYourRegister, ParcelClosed, ParcelLocked, MortgageNotFound.
    """
    parcel = changeable(code, actor, valid_from)
    known = mortgages_on(parcel, valid_from)
    left = [each for each in known if each["number"] != number]
    if len(left) == len(known):
        raise MortgageNotFound
    written = _write(parcel, left, valid_from, basis, actor, at)
    note_act(parcel, "release_mortgage", actor=actor, at=at)
    publish(MortgageChanged(parcel.pk, code, True), at=at, key=code)
    return written


def _write(
    parcel: Parcel,
    entries: list[dict[str, str]],
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Mortgages:
    return write_version(
        version=Mortgages(record=parcel, entries=entries),
        act=Act.CHANGE,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
