"""Join parcels that lie side by side."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Basis
from nentang.government.land.enums import ParcelState
from nentang.government.land.errors import HoldersDiffer, NotNeighbours
from nentang.government.land.events import ParcelsRedrawn
from nentang.government.land.models import Parcel, Plot, Use
from nentang.government.land.queries import holders_on, uses_on
from nentang.government.land.rules.geometry import joined
from nentang.government.land.rules.shapes import Shape

from ._facts import ParcelFacts
from ._opening import note_act
from ._redrawing import check_fit, close, redrawable, total
from .enter_parcel import ParcelEntry, enter_parcel
from .split_parcel import MOST_PARTS, right_carried_over


@transaction.atomic
def join_parcels(
    *, codes: Sequence[str], valid_from: date, basis: Basis, actor: Actor, at: datetime
) -> Parcel:
    """The one parcel that they become, on the sheet of the first, as large as all of them.

    Raises what splitting one raises, NotNeighbours, HoldersDiffer.
    """
    if len(set(codes)) != len(codes) or not 1 < len(codes) <= MOST_PARTS:
        raise NotNeighbours
    found = {code: redrawable(code, actor, valid_from) for code in sorted(codes)}
    olds = [found[code] for code in codes]
    _check_holders([old for old, _, _ in olds], valid_from)
    shape = joined([shape for _, _, shape in olds])
    check_fit([shape for _, _, shape in olds], [shape], valid_from)
    made = enter_parcel(
        entry=_entry(olds, shape, valid_from),
        starts_on=valid_from,
        keeper_id=olds[0][0].keeper_id,
        basis=basis,
        actor=actor,
        at=at,
        predecessors=list(codes),
    )
    for old, _, _ in olds:
        close(
            old, ParcelState.JOINED, [made], valid_from=valid_from, basis=basis, actor=actor, at=at
        )
    note_act(made, "join_parcels", actor=actor, at=at)
    publish(ParcelsRedrawn(list(codes), [made.code]), at=at, key=codes[0])
    return made


def _check_holders(olds: Sequence[Parcel], on: date) -> None:
    first = holders_on(olds[0], on)
    if any(holders_on(old, on) != first for old in olds[1:]):
        raise HoldersDiffer


def _entry(olds: Sequence[tuple[Parcel, Plot, Shape]], shape: Shape, on: date) -> ParcelEntry:
    first = olds[0][1]
    facts = ParcelFacts(
        unit_code=first.unit_code,
        sheet=first.sheet,
        number=0,
        area=total([plot.area for _, plot, _ in olds]),
        uses=_uses([old for old, _, _ in olds], on),
        address_line=first.address_line,
        earlier=", ".join(f"{plot.sheet}/{plot.number}" for _, plot, _ in olds),
        shape=shape,
    )
    return ParcelEntry(facts, right_carried_over(olds[0][0], on))


def _uses(olds: Sequence[Parcel], on: date) -> tuple[Use, ...]:
    """Areas of like purposes and terms are one."""
    areas: dict[tuple[str, date | None], Decimal] = defaultdict(Decimal)
    for old in olds:
        for use in uses_on(old, on):
            areas[use.code, use.until] += use.area
    return tuple(Use(code, area, until) for (code, until), area in areas.items())
