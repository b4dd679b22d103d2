"""What can be done to people, accounts, officers and mandates."""

from .appoint_officer import appoint_officer
from .end_appointment import end_appointment
from .grant_mandate import grant_mandate
from .open_account import open_account
from .register_person import register_person
from .revoke_mandate import revoke_mandate

__all__ = [
    "appoint_officer",
    "end_appointment",
    "grant_mandate",
    "open_account",
    "register_person",
    "revoke_mandate",
]
