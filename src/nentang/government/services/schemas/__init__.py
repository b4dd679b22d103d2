"""What the JSON interface says about procedures and dossiers, and what it takes."""

from .catalogue import ProcedureDetail, ProcedureOut, ProcedurePage
from .dossiers import (
    ChangeOut,
    ChangePage,
    DossierDetail,
    DossierOut,
    DossierPage,
    FileOut,
    TrackedOut,
)
from .entered import BIGGEST, DossierIn, SupplementIn, TrackingIn, WithdrawalIn

__all__ = [
    "BIGGEST",
    "ChangeOut",
    "ChangePage",
    "DossierDetail",
    "DossierIn",
    "DossierOut",
    "DossierPage",
    "FileOut",
    "ProcedureDetail",
    "ProcedureOut",
    "ProcedurePage",
    "SupplementIn",
    "TrackedOut",
    "TrackingIn",
    "WithdrawalIn",
]
