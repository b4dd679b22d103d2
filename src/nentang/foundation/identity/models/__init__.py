"""People, accounts, officers, mandates, traces of sign-in, consents."""

from .account import Account
from .appointment import Appointment
from .consent import Consent
from .mandate import Mandate
from .person import Person
from .session import Session
from .sign_in import SignIn

__all__ = ["Account", "Appointment", "Consent", "Mandate", "Person", "Session", "SignIn"]
