"""Door of the land register."""

from .actions import (
    CertificateFacts,
    HolderShare,
    ParcelEntry,
    ParcelFacts,
    RightFacts,
    block_parcel,
    enter_parcel,
    enter_parcels,
    register_mortgage,
)
from .actions.register_mortgage import Mortgage
from .enums import FormOfUse
from .models import Use
from .queries import Holder, keeper_for, parcel, parcels_of_person
from .rules.plane import Plane, written_area
from .rules.shapes import Shape, shape_of

__all__ = [
    "CertificateFacts",
    "FormOfUse",
    "Holder",
    "HolderShare",
    "Mortgage",
    "ParcelEntry",
    "ParcelFacts",
    "Plane",
    "RightFacts",
    "Shape",
    "Use",
    "block_parcel",
    "enter_parcel",
    "enter_parcels",
    "keeper_for",
    "parcel",
    "parcels_of_person",
    "register_mortgage",
    "shape_of",
    "written_area",
]
