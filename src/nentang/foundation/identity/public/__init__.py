"""Door of identity."""

from nentang.foundation.identity.actions import (
    RegisteredClient,
    appoint_officer,
    end_appointment,
    enrol_one_time_code,
    grant_mandate,
    open_account,
    raise_assurance,
    register_client,
    register_person,
    revoke_mandate,
)
from nentang.foundation.identity.adapters.account import client_address
from nentang.foundation.identity.enums import Assurance, MandateKind, Sex
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.queries import PersonInfo, actor_for_account, find_person, person
from nentang.foundation.identity.registry import RoleInfo, declare_role, role_title, roles
from nentang.foundation.identity.rules import mandate_reaches

__all__ = [
    "Account",
    "Assurance",
    "MandateKind",
    "Person",
    "PersonInfo",
    "RegisteredClient",
    "RoleInfo",
    "Sex",
    "actor_for_account",
    "appoint_officer",
    "client_address",
    "declare_role",
    "end_appointment",
    "enrol_one_time_code",
    "find_person",
    "grant_mandate",
    "mandate_reaches",
    "open_account",
    "person",
    "raise_assurance",
    "register_client",
    "register_person",
    "revoke_mandate",
    "role_title",
    "roles",
]
