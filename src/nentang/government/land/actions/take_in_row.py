"""Take in a row of a table of parcels."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, check_may_write, version_on
from nentang.government.land.adapters.vn2000 import from_vn2000
from nentang.government.land.errors import ParcelNumberTaken
from nentang.government.land.models import Parcel, Plot, Use
from nentang.government.land.queries import Holder, parcel_code
from nentang.government.land.rules.reading import Named
from nentang.government.land.rules.shapes import Shape, read_rings, shape_of
from nentang.kernel.clock import legal_day

from ._facts import CertificateFacts, HolderShare, ParcelFacts, RightFacts
from .enter_parcel import ParcelEntry, enter_parcel
from .follow_dossier import person_of


@transaction.atomic
def take_in_row(
    *,
    values: Mapping[str, Any],
    basis: Basis,
    organization_id: int,
    actor: Actor,
    at: datetime,
) -> str:
    """The number of the parcel that was entered; one of the same number and area is not entered again.

    Corners are WGS84, or VN-2000 where the row names a meridian. Raises what `enter_parcel` raises.
    """
    check_may_write(actor, Parcel(keeper_id=organization_id))
    today = legal_day(at)
    code = parcel_code(values["unit_code"], values["sheet"], values["number"])
    if known := Parcel.objects.filter(code=code).first():
        return _same(known, values, today)
    made = enter_parcel(
        entry=ParcelEntry(_plot(values, today), _right(values, at), _certificate(values, today)),
        starts_on=values["since"] or today,
        keeper_id=organization_id,
        basis=basis,
        actor=actor,
        at=at,
    )
    return made.code


def _same(known: Parcel, values: Mapping[str, Any], today: date) -> str:
    plot = version_on(Plot, known, on=today)
    if plot is None or plot.area != values["area"]:
        raise ParcelNumberTaken
    return known.code


def _plot(values: Mapping[str, Any], today: date) -> ParcelFacts:
    area = values["area"]
    return ParcelFacts(
        unit_code=values["unit_code"],
        sheet=values["sheet"],
        number=values["number"],
        area=area,
        uses=(Use(values["use"], area, values["until"]),) if values["use"] else (),
        address_line=values["address_line"] or "",
        shape=_shape(values["shape"], values["meridian"], today) if values["shape"] else None,
    )


def _shape(text: str, meridian: str | None, on: date) -> Shape:
    rings = read_rings(text)
    return from_vn2000(rings, meridian, on) if meridian else shape_of(rings)


def _right(values: Mapping[str, Any], at: datetime) -> RightFacts | None:
    if not values["holder_number"]:
        return None
    who = Named(values["holder_name"] or "", values["holder_number"])
    return RightFacts((HolderShare(Holder(person_of(who, at)), Fraction(1)),))


def _certificate(values: Mapping[str, Any], today: date) -> CertificateFacts | None:
    if not (values["serial"] and values["holder_number"]):
        return None
    return CertificateFacts(
        issued_by=values["issued_by"] or "",
        issued_on=values["issued_on"] or values["since"] or today,
        serial=values["serial"],
        book_number=values["book_number"] or "",
    )
