"""Reads of persons and households."""

from .people import (
    citizen,
    citizen_of_person,
    find_citizen,
    home_of,
    household,
    identity_on,
    is_entered_from,
    keeper_for,
    life_on,
    members_of,
    person_facts,
)
from .residents import KeptResidents

__all__ = [
    "KeptResidents",
    "citizen",
    "citizen_of_person",
    "find_citizen",
    "home_of",
    "household",
    "identity_on",
    "is_entered_from",
    "keeper_for",
    "life_on",
    "members_of",
    "person_facts",
]
