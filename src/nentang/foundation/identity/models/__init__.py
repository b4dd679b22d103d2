"""People, accounts, officers, mandates, traces of sign-in, consents."""

from .account import Account
from .appointment import Appointment
from .consent import Consent
from .factor_reset import FactorReset
from .mandate import Mandate
from .person import Person
from .session import Session
from .sign_in import SignIn

__all__ = [
    "Account",
    "Appointment",
    "Consent",
    "FactorReset",
    "Mandate",
    "Person",
    "Session",
    "SignIn",
]
