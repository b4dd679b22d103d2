"""Reads of parcels."""

from .drawings import drawing_of, drawing_of_parts, words_of_part
from .neighbours import overlapping_parcel, parcels_around
from .offers import acts_offered
from .parcels import (
    Holder,
    holder_shares,
    holders_on,
    is_entered_from,
    keeper_for,
    mortgages_on,
    parcel,
    parcel_code,
    parcels_held_by,
    parcels_of_person,
    right_on,
    shape_on,
    standing_on,
    uses_on,
)
from .statistics import parcels_by_use

__all__ = [
    "Holder",
    "acts_offered",
    "drawing_of",
    "drawing_of_parts",
    "holder_shares",
    "holders_on",
    "is_entered_from",
    "keeper_for",
    "mortgages_on",
    "overlapping_parcel",
    "parcel",
    "parcel_code",
    "parcels_around",
    "parcels_by_use",
    "parcels_held_by",
    "parcels_of_person",
    "right_on",
    "shape_on",
    "standing_on",
    "uses_on",
    "words_of_part",
]
