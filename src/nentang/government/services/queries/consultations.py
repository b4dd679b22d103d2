"""Reads of consultations."""

from nentang.government.services.errors import ConsultationNotFound
from nentang.government.services.models import Consultation, Dossier


def find_consultation(code: str) -> Consultation:
    """The consultation of that code with its dossier; ConsultationNotFound. Asks no permission."""
    found = Consultation.objects.select_related("case", "dossier__case", "asked_by")
    try:
        return found.get(case__code=code)
    except Consultation.DoesNotExist:
        raise ConsultationNotFound from None


def consultations_of(dossier: Dossier) -> list[Consultation]:
    """What was asked in the dossier with the bodies asked, earliest first."""
    return list(dossier.consultations.select_related("case__holder").order_by("id"))
