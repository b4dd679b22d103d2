"""What the JSON interface says about procedures and dossiers, and what it takes."""

from .catalogue import ProcedureDetail, ProcedureOut, ProcedurePage
from .dossiers import ChangeOut, ChangePage, DossierDetail, DossierOut, DossierPage, TrackedOut
from .entered import BIGGEST, DossierIn, TrackingIn, WithdrawalIn

__all__ = [
    "BIGGEST",
    "ChangeOut",
    "ChangePage",
    "DossierDetail",
    "DossierIn",
    "DossierOut",
    "DossierPage",
    "ProcedureDetail",
    "ProcedureOut",
    "ProcedurePage",
    "TrackedOut",
    "TrackingIn",
    "WithdrawalIn",
]
