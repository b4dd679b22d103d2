"""What services keeps: dossiers, and what happens on their way."""

from .course import Consultation, Obligation, Rating, SecondAppointment, Slip, SupplementRequest
from .delivery import Delivery
from .dossier import DayCounter, Dossier, DossierPaper, Upload
from .redress import Redress
from .reminder import Reminder

__all__ = [
    "Consultation",
    "DayCounter",
    "Delivery",
    "Dossier",
    "DossierPaper",
    "Obligation",
    "Rating",
    "Redress",
    "Reminder",
    "SecondAppointment",
    "Slip",
    "SupplementRequest",
    "Upload",
]
