"""What services keeps: dossiers, and what happens on their way."""

from .course import Rating, SecondAppointment, Slip, SupplementRequest
from .dossier import DayCounter, Dossier, DossierPaper, Upload

__all__ = [
    "DayCounter",
    "Dossier",
    "DossierPaper",
    "Rating",
    "SecondAppointment",
    "Slip",
    "SupplementRequest",
    "Upload",
]
