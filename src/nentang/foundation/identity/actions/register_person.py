"""Make a person known, once."""

from datetime import date, datetime
from typing import TypedDict, Unpack

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import PersonDiffers, PersonIncomplete
from nentang.foundation.identity.events import PersonRegistered
from nentang.foundation.identity.models import Person
from nentang.foundation.identity.permissions import check_makes_known
from nentang.foundation.outbox.public import publish
from nentang.kernel.identifiers import parse_personal_number, parse_phone
from nentang.kernel.text import fold, normalize_name


class FurtherFacts(TypedDict, total=False):
    """What else is known of a person; `unit_code` is the commune they live in."""

    sex: str
    nationality: str
    ethnicity: str
    email: str
    unit_code: str
    address_line: str


@transaction.atomic
def register_person(
    *,
    full_name: str,
    birth_on: date | None = None,
    birth_year: int | None = None,
    personal_number: str | None = None,
    phone: str = "",
    actor: Actor,
    at: datetime,
    **further: Unpack[FurtherFacts],
) -> Person:
    """The person with that number, registered now or before.

    InvalidIdentifier for a number or phone that cannot be one; PersonDiffers where the number
    belongs to another name or birth; PersonIncomplete without a name or a year of birth;
    OwnMatterOnly unless an officer at a counter, one who keeps registers, or the platform asks.
    """
    check_makes_known(actor)
    person = Person(
        full_name=normalize_name(full_name),
        folded_name=fold(full_name),
        birth_on=birth_on,
        birth_year=birth_on.year if birth_on else birth_year,
        personal_number=parse_personal_number(personal_number).text if personal_number else None,
        phone=parse_phone(phone).e164 if phone else "",
        registered_at=at,
        **further,
    )
    if not person.full_name or person.birth_year is None:
        raise PersonIncomplete
    if known := _known(person):
        return known
    person.save()
    _tell(person, actor, at)
    return person


def _known(person: Person) -> Person | None:
    if person.personal_number is None:
        return None
    known = Person.objects.filter(personal_number=person.personal_number).first()
    if known and (known.folded_name, known.birth_year) != (person.folded_name, person.birth_year):
        raise PersonDiffers
    return known


def _tell(person: Person, actor: Actor, at: datetime) -> None:
    record(
        actor=actor,
        action="identity.register_person",
        subject=f"person:{person.pk}",
        person_id=person.pk,
        at=at,
    )
    publish(PersonRegistered(person.pk), at=at)
