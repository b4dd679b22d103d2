"""Reads of the insured. None asks permission: actions and other apps do."""

from datetime import date

from nentang.foundation.registers.public import BasisKind, version_on
from nentang.government.insurance.errors import InsuredNotFound
from nentang.government.insurance.models import HealthCard, Insured


def insured(number: str) -> Insured:
    """Whoever has that insurance number; InsuredNotFound."""
    found = Insured.objects.filter(code=number).first()
    if found is None:
        raise InsuredNotFound
    return found


def find_insured_person(person_id: int) -> Insured | None:
    """The record of that person, if there is one."""
    return Insured.objects.filter(person=person_id).first()


def card_on(record: Insured, on: date) -> HealthCard | None:
    """The card that is good on that day, as known now."""
    return version_on(HealthCard, record, on=on)


def is_entered_from(dossier_code: str) -> bool:
    """Whether a card was entered from that dossier before."""
    return HealthCard.objects.filter(basis_kind=BasisKind.CASE, basis=dossier_code).exists()
