"""Door of identity."""

from nentang.foundation.identity.actions import (
    FORGOTTEN_NUMBER,
    KeptFacts,
    PastPerson,
    RegisteredClient,
    appoint_officer,
    describe_person,
    end_appointment,
    enrol_one_time_code,
    grant_mandate,
    nobody,
    open_account,
    raise_assurance,
    register_client,
    register_person,
    revoke_mandate,
    take_in_people,
)
from nentang.foundation.identity.adapters.account import client_address
from nentang.foundation.identity.enums import Assurance, MandateKind, Sex
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.queries import (
    PersonInfo,
    Principal,
    actor_for_account,
    find_person,
    person,
    principals_of,
)
from nentang.foundation.identity.registry import (
    AccountLink,
    RoleInfo,
    add_account_link,
    declare_role,
    role_title,
    roles,
)
from nentang.foundation.identity.rules import mandate_reaches, scope_reaches

__all__ = [
    "FORGOTTEN_NUMBER",
    "Account",
    "AccountLink",
    "Assurance",
    "KeptFacts",
    "MandateKind",
    "PastPerson",
    "Person",
    "PersonInfo",
    "Principal",
    "RegisteredClient",
    "RoleInfo",
    "Sex",
    "actor_for_account",
    "add_account_link",
    "appoint_officer",
    "client_address",
    "declare_role",
    "describe_person",
    "end_appointment",
    "enrol_one_time_code",
    "find_person",
    "grant_mandate",
    "mandate_reaches",
    "nobody",
    "open_account",
    "person",
    "principals_of",
    "raise_assurance",
    "register_client",
    "register_person",
    "revoke_mandate",
    "role_title",
    "roles",
    "scope_reaches",
    "take_in_people",
]
