"""Who stands where a person's name was erased and a row must still name somebody."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.identity.models import Person
from nentang.kernel.text import fold

NAME = "Người đã xóa tên theo thời hạn"
FORGOTTEN_NUMBER = "DA-XOA-TEN"  # no personal number: those are digits


def stand_in_for_forgotten(*, at: datetime) -> Person:
    """The one row that is nobody, made at first use."""
    person, is_new = Person.objects.get_or_create(
        personal_number=FORGOTTEN_NUMBER,
        defaults={
            "full_name": NAME,
            "folded_name": fold(NAME),
            "birth_year": 0,
            "registered_at": at,
        },
    )
    if is_new:
        record(
            actor=SYSTEM,
            action="identity.stand_in_for_forgotten",
            subject=f"person:{person.pk}",
            at=at,
        )
    return person


def nobody(at: datetime) -> int:
    """The number of that row: what stands in a holding's field that must name somebody."""
    return stand_in_for_forgotten(at=at).pk
