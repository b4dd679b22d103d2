"""Door of identity."""

from .actions import (
    appoint_officer,
    end_appointment,
    grant_mandate,
    open_account,
    register_person,
    revoke_mandate,
)
from .enums import Assurance, MandateKind, Sex
from .models import Account, Person
from .queries import PersonInfo, actor_for_account, find_person, person
from .registry import RoleInfo, declare_role, role_title, roles

__all__ = [
    "Account",
    "Assurance",
    "MandateKind",
    "Person",
    "PersonInfo",
    "RoleInfo",
    "Sex",
    "actor_for_account",
    "appoint_officer",
    "declare_role",
    "end_appointment",
    "find_person",
    "grant_mandate",
    "open_account",
    "person",
    "register_person",
    "revoke_mandate",
    "role_title",
    "roles",
]
