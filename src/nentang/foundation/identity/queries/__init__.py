"""Reads of people, accounts and what they may do."""

from .actors import actor_for_account
from .officers import account_named, account_of, appointments_in, waiting_resets
from .own import (
    Principal,
    SecondFactors,
    consents,
    failed_sign_ins,
    mandates_of,
    principals_of,
    second_factors,
    sign_ins,
)
from .people import PersonInfo, find_person, ids_by_number, person
from .programs import actor_for_token, covering_consent
from .sessions import OPENED, OpenSession, open_sessions

__all__ = [
    "OPENED",
    "OpenSession",
    "PersonInfo",
    "Principal",
    "SecondFactors",
    "account_named",
    "account_of",
    "actor_for_account",
    "actor_for_token",
    "appointments_in",
    "consents",
    "covering_consent",
    "failed_sign_ins",
    "find_person",
    "ids_by_number",
    "mandates_of",
    "open_sessions",
    "person",
    "principals_of",
    "second_factors",
    "sign_ins",
    "waiting_resets",
]
