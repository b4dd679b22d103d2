"""What services keeps: dossiers, and what happens on their way."""

from .course import Obligation, Rating, SecondAppointment, Slip, SupplementRequest
from .dossier import DayCounter, Dossier, DossierPaper, Upload

__all__ = [
    "DayCounter",
    "Dossier",
    "DossierPaper",
    "Obligation",
    "Rating",
    "SecondAppointment",
    "Slip",
    "SupplementRequest",
    "Upload",
]
