"""Split a parcel."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.public import Basis, version_on
from nentang.government.land.enums import Origin, ParcelState
from nentang.government.land.errors import CutMisses
from nentang.government.land.events import ParcelsRedrawn
from nentang.government.land.models import Parcel, Plot, Right, Use
from nentang.government.land.queries import holder_shares, parcel, shape_on, uses_on
from nentang.government.land.rules.areas import apportioned
from nentang.government.land.rules.geometry import cut_by_line
from nentang.government.land.rules.plane import written_area
from nentang.government.land.rules.shapes import Point, Shape
from nentang.kernel.frozen import Frozen

from ._facts import HolderShare, ParcelFacts, RightFacts
from ._opening import note_act
from ._redrawing import check_fit, close, redrawable
from .enter_parcel import ParcelEntry, enter_parcel

MOST_PARTS = 20


class Part(Frozen):
    """A new parcel: its shape, and its address where that is another one."""

    shape: Shape
    address_line: str = ""


@transaction.atomic
def split_parcel(
    *,
    code: str,
    parts: Sequence[Part],
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> list[Parcel]:
    """The new parcels, with the right of the old one and new numbers of its sheet; the old leaves the map.

    Their areas together are exactly the old one. Raises ParcelNotFound, NotYourRegister, ParcelClosed,
    ParcelLocked, ParcelMortgaged, ShapeMissing, ShapeInvalid, ShapeOverlaps, PartsDoNotFit, AreaDisagrees.
    """
    old, plot, shape = redrawable(code, actor, valid_from)
    if not 1 < len(parts) <= MOST_PARTS:
        raise CutMisses
    check_fit([shape], [part.shape for part in parts], valid_from)
    entries = _entries(old, plot, parts, valid_from)
    made = [
        enter_parcel(
            entry=entry,
            starts_on=valid_from,
            keeper_id=old.keeper_id,
            basis=basis,
            actor=actor,
            at=at,
            predecessors=[code],
        )
        for entry in entries
    ]
    close(old, ParcelState.SPLIT, made, valid_from=valid_from, basis=basis, actor=actor, at=at)
    note_act(old, "split_parcel", actor=actor, at=at)
    publish(ParcelsRedrawn([code], [each.code for each in made]), at=at, key=code)
    return made


def _entries(old: Parcel, plot: Plot, parts: Sequence[Part], on: date) -> list[ParcelEntry]:
    areas = apportioned(plot.area, [written_area(part.shape) for part in parts])
    uses = shared_out(uses_on(old, on), areas)
    right = right_carried_over(old, on)
    return [
        ParcelEntry(
            ParcelFacts(
                unit_code=plot.unit_code,
                sheet=plot.sheet,
                number=0,
                area=area,
                uses=used,
                address_line=part.address_line or plot.address_line,
                earlier=f"{plot.sheet}/{plot.number}",
                shape=part.shape,
            ),
            right,
        )
        for part, area, used in zip(parts, areas, uses, strict=True)
    ]


def right_carried_over(old: Parcel, on: date) -> RightFacts | None:
    """The right to the old parcel, for a new one."""
    right = version_on(Right, old, on=on)
    if right is None:
        return None
    shares = holder_shares(right.holders_id)
    return RightFacts(
        tuple(HolderShare(who, part) for who, part in shares.items()), right.form, Origin.REDRAWN
    )


def shared_out(uses: Sequence[Use], areas: Sequence[Decimal]) -> list[tuple[Use, ...]]:
    """The purposes of the whole for each part by its area; each part and each purpose adds up exactly."""
    if not uses:
        return [() for _ in areas]
    left = [use.area for use in uses]
    found = []
    for area in areas[:-1]:
        given = apportioned(area, left)
        left = [rest - part for rest, part in zip(left, given, strict=True)]
        found.append(_said(uses, given))
    return [*found, _said(uses, left)]


def _said(uses: Sequence[Use], areas: Sequence[Decimal]) -> tuple[Use, ...]:
    paired = zip(uses, areas, strict=True)
    return tuple(replace(use, area=area) for use, area in paired if area)


def cut_parcel(*, code: str, line: Sequence[Point], on: date) -> list[Part]:
    """The parts into which a line cuts the parcel; nothing is written. ShapeMissing, CutMisses."""
    shape = shape_on(parcel(code), on)
    return [Part(each) for each in cut_by_line(shape, line)] if shape else []
