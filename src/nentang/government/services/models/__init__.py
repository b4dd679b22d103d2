"""What services keeps: dossiers, and what happens on their way."""

from .course import Consultation, Obligation, Rating, SecondAppointment, Slip, SupplementRequest
from .dossier import DayCounter, Dossier, DossierPaper, Upload

__all__ = [
    "Consultation",
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
