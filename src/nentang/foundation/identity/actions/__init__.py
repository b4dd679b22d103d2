"""What can be done to people, accounts, officers and mandates."""

from .appoint_officer import appoint_officer
from .ask_factor_reset import ask_factor_reset
from .decide_factor_reset import decide_factor_reset
from .describe_person import KeptFacts, describe_person
from .end_appointment import end_appointment
from .end_session import end_other_sessions, end_session
from .enrol_one_time_code import enrol_one_time_code
from .ensure_signing_key import ensure_signing_key
from .forget_sessions import forget_sessions
from .forget_sign_ins import forget_sign_ins
from .give_consent import give_consent
from .grant_mandate import grant_mandate
from .note_sign_in_change import note_sign_in_change
from .open_account import open_account
from .raise_assurance import raise_assurance
from .record_sign_in import record_sign_in
from .register_client import RegisteredClient, register_client
from .register_person import register_person
from .revoke_mandate import revoke_mandate
from .seal_anew import seal_anew
from .sign_up import sign_up
from .stand_in_for_forgotten import FORGOTTEN_NUMBER, nobody, stand_in_for_forgotten
from .take_in_people import PastPerson, take_in_people
from .withdraw_consent import withdraw_consent

__all__ = [
    "FORGOTTEN_NUMBER",
    "KeptFacts",
    "PastPerson",
    "RegisteredClient",
    "appoint_officer",
    "ask_factor_reset",
    "decide_factor_reset",
    "describe_person",
    "end_appointment",
    "end_other_sessions",
    "end_session",
    "enrol_one_time_code",
    "ensure_signing_key",
    "forget_sessions",
    "forget_sign_ins",
    "give_consent",
    "grant_mandate",
    "nobody",
    "note_sign_in_change",
    "open_account",
    "raise_assurance",
    "record_sign_in",
    "register_client",
    "register_person",
    "revoke_mandate",
    "seal_anew",
    "sign_up",
    "stand_in_for_forgotten",
    "take_in_people",
    "withdraw_consent",
]
