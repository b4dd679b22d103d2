"""Door of the population register."""

from .actions import (
    CitizenFacts,
    Home,
    change_head,
    end_residence,
    enter_citizen,
    found_household,
    issue_number,
    note_absence,
    note_death,
    register_residence,
    register_stay,
    write_identity,
)
from .enums import LifeState, Relation, Sex
from .errors import AlreadyDead, CitizenNotFound
from .models import Citizen, CivilIdentity, Household, LifeStatus, PermanentResidence
from .queries import (
    citizen,
    citizen_of_person,
    find_citizen,
    home_of,
    household,
    identity_on,
    keeper_for,
    life_on,
    members_of,
)

__all__ = [
    "AlreadyDead",
    "Citizen",
    "CitizenFacts",
    "CitizenNotFound",
    "CivilIdentity",
    "Home",
    "Household",
    "LifeState",
    "LifeStatus",
    "PermanentResidence",
    "Relation",
    "Sex",
    "change_head",
    "citizen",
    "citizen_of_person",
    "end_residence",
    "enter_citizen",
    "find_citizen",
    "found_household",
    "home_of",
    "household",
    "identity_on",
    "issue_number",
    "keeper_for",
    "life_on",
    "members_of",
    "note_absence",
    "note_death",
    "register_residence",
    "register_stay",
    "write_identity",
]
