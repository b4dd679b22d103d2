"""Door of the land register."""

from .actions import (
    CertificateFacts,
    HolderShare,
    ParcelEntry,
    ParcelFacts,
    RightFacts,
    enter_parcel,
    enter_parcels,
    register_mortgage,
)
from .actions.register_mortgage import Mortgage
from .models import Use
from .queries import Holder, keeper_for, parcel, parcels_of_person
from .rules.plane import Plane, area_of
from .rules.shapes import shape_of

__all__ = [
    "CertificateFacts",
    "Holder",
    "HolderShare",
    "Mortgage",
    "ParcelEntry",
    "ParcelFacts",
    "Plane",
    "RightFacts",
    "Use",
    "area_of",
    "enter_parcel",
    "enter_parcels",
    "keeper_for",
    "parcel",
    "parcels_of_person",
    "register_mortgage",
    "shape_of",
]
