"""Reads of parcels. None asks permission: actions, pages and other apps do."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q, QuerySet

from nentang.foundation.organizations.public import (
    UnitNotFound,
    current_organization,
    find_organization_for,
    organization_with_task,
    unit_as_of,
)
from nentang.foundation.registers.public import version_on
from nentang.government.land.enums import ParcelState
from nentang.government.land.errors import ParcelNotFound
from nentang.government.land.models import (
    Mortgages,
    Parcel,
    ParcelStanding,
    Right,
    ShapeVersion,
    Share,
    Use,
    Uses,
)
from nentang.government.land.rules.shapes import Shape, read_shape
from nentang.kernel.frozen import Frozen


class Holder(Frozen):
    """A person, or an organisation by name and number."""

    person_id: int | None = None
    organization_name: str = ""
    organization_code: str = ""


def parcel_code(unit_code: str, sheet: int, number: int) -> str:
    """`14722-7-83`."""
    return f"{unit_code}-{sheet}-{number}"


def parcel(code: str) -> Parcel:
    """The parcel of that number; ParcelNotFound."""
    found = Parcel.objects.select_related("keeper").filter(code=code).first()
    if found is None:
        raise ParcelNotFound
    return found


def standing_on(record: Parcel, on: date) -> ParcelStanding | None:
    """Whether it is on the map on that day, as known now."""
    return version_on(ParcelStanding, record, on=on)


def shape_on(record: Parcel, on: date) -> Shape | None:
    """Its shape on that day, as known now."""
    found = version_on(ShapeVersion, record, on=on)
    return read_shape(found.wkt) if found else None


def uses_on(record: Parcel, on: date) -> tuple[Use, ...]:
    """What it is used for on that day."""
    found = version_on(Uses, record, on=on)
    return found.said if found else ()


def right_on(record: Parcel, on: date) -> Right | None:
    """Who has it how on that day, as known now."""
    return version_on(Right, record, on=on)


def mortgages_on(record: Parcel, on: date) -> list[dict[str, str]]:
    """What burdens it on that day."""
    found = version_on(Mortgages, record, on=on)
    return list(found.entries) if found else []


def holders_on(record: Parcel, on: date) -> Mapping[Holder, Fraction]:
    """Who has what part of the right on that day."""
    found = version_on(Right, record, on=on)
    return holder_shares(found.holders_id) if found else {}


def holder_shares(holders_id: int) -> dict[Holder, Fraction]:
    """Who has what part."""
    rows = Share.objects.filter(holders=holders_id).order_by("pk")
    return {
        Holder(row.person_id, row.organization_name, row.organization_code): row.part
        for row in rows
    }


def parcels_of_person(person_id: int, on: date, limit: int = 200) -> list[Parcel]:
    """Parcels on the map to which the person has a right on that day, by number."""
    held = _holding(on).filter(holders__shares__person=person_id)
    found = Parcel.objects.filter(pk__in=held.values("record")).filter(pk__in=on_map(on))
    return list(found.select_related("keeper").order_by("unit_code", "sheet", "number")[:limit])


def parcels_held_by(number: str, limit: int = 100) -> list[int]:
    """Identifiers of parcels to which whoever has that personal or tax number has a right, as known now."""
    named = Q(holders__shares__person__personal_number=number) | Q(
        holders__shares__organization_code=number
    )
    rows = Right.objects.filter(named, superseded_at=None, valid_to=None)
    return list(rows.values_list("record", flat=True).distinct()[:limit])


def _holding(on: date) -> QuerySet[Right]:
    return Right.objects.filter(superseded_at=None, valid_from__lte=on).exclude(valid_to__lte=on)


def on_map(on: date) -> QuerySet[ParcelStanding, Any]:
    rows = ParcelStanding.objects.filter(
        state=ParcelState.ACTIVE, superseded_at=None, valid_from__lte=on
    )
    return rows.exclude(valid_to__lte=on).values("record")


def is_entered_from(dossier_code: str) -> bool:
    """Whether a parcel was entered from that dossier before."""
    return Parcel.objects.filter(dossier=dossier_code).exists()


def keeper_for(unit_code: str, on: date) -> int | None:
    """The body that keeps the land of that commune: its registration office, else its committee."""
    try:
        unit_as_of(unit_code, on)
    except UnitNotFound:
        return None
    body = organization_with_task("land_registration", unit_code, on)
    found = body or find_organization_for(unit_code, on)
    return current_organization(found.id, on).id if found else None
