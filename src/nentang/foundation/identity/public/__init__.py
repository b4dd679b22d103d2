"""Door of identity."""

from nentang.foundation.identity.actions import (
    FORGOTTEN_NUMBER,
    PastPerson,
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
    seal_anew,
    stand_in_for_forgotten,
    take_in_people,
)
from nentang.foundation.identity.adapters.account import client_address
from nentang.foundation.identity.enums import Assurance, MandateKind, Sex
from nentang.foundation.identity.models import Account, Person
from nentang.foundation.identity.queries import (
    PersonInfo,
    Principal,
    actor_for_account,
    failed_sign_ins,
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
    "end_appointment",
    "enrol_one_time_code",
    "failed_sign_ins",
    "find_person",
    "grant_mandate",
    "mandate_reaches",
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
    "seal_anew",
    "stand_in_for_forgotten",
    "take_in_people",
]
