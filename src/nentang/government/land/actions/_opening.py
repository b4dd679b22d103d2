"""How every change of a parcel begins and what is told of it."""

from datetime import date, datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.facts.public import record_fact
from nentang.foundation.registers.public import check_may_write
from nentang.government.land.enums import ParcelState
from nentang.government.land.errors import (
    ParcelClosed,
    ParcelLocked,
    ParcelMortgaged,
    ParcelNotFound,
)
from nentang.government.land.indicators import ACT_DONE
from nentang.government.land.models import Parcel
from nentang.government.land.queries import mortgages_on, standing_on


def writable(code: str, actor: Actor) -> Parcel:
    """The parcel, kept from other writers until the transaction ends; ParcelNotFound, NotYourRegister."""
    found = Parcel.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise ParcelNotFound
    check_may_write(actor, found)
    return found


def changeable(code: str, actor: Actor, on: date) -> Parcel:
    """The same, on the map and not blocked; ParcelClosed, ParcelLocked."""
    found = writable(code, actor)
    standing = standing_on(found, on)
    if standing is not None and standing.state != ParcelState.ACTIVE:
        raise ParcelClosed(successors=", ".join(standing.successors) or code)
    if found.locked_for:
        raise ParcelLocked(reason=found.locked_for)
    return found


def check_not_pledged(parcel: Parcel, on: date) -> None:
    """ParcelMortgaged."""
    for pledge in mortgages_on(parcel, on):
        raise ParcelMortgaged(lender=pledge["lender"])


def note_act(parcel: Parcel, act: str, *, actor: Actor, at: datetime) -> None:
    """Audit and fact of what was done."""
    write_down(
        actor=actor,
        action=f"land.{act}",
        subject=f"land:{parcel.pk}",
        organization_id=parcel.keeper_id,
        at=at,
        details={"parcel": parcel.code},
    )
    record_fact(
        ACT_DONE,
        at=at,
        organization_id=parcel.keeper_id,
        unit_code=parcel.unit_code,
        act=act,
    )
