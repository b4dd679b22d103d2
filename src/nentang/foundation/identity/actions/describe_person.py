"""Know of a person what the register that keeps them says now."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.models import Person
from nentang.foundation.identity.permissions import check_is_platform
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold, normalize_name


class KeptFacts(Frozen):
    """What a register keeps of a person. `home` is commune and address; None where it never knew one."""

    full_name: str
    birth_on: date | None
    birth_year: int
    sex: str
    nationality: str
    ethnicity: str
    personal_number: str
    home: tuple[str, str] | None


@transaction.atomic
def describe_person(*, person_id: int, facts: KeptFacts, actor: Actor, at: datetime) -> Person:
    """The person as the register has them; OwnMatterOnly unless the platform acts, after whoever keeps the register."""
    check_is_platform(actor)
    person = Person.objects.select_for_update().get(pk=person_id)
    person.full_name = normalize_name(facts.full_name)
    person.folded_name = fold(facts.full_name)
    for name in ("birth_on", "birth_year", "sex", "nationality", "ethnicity", "personal_number"):
        setattr(person, name, getattr(facts, name))
    if facts.home is not None:
        person.unit_code, person.address_line = facts.home
    person.save()
    record(
        actor=actor,
        action="identity.describe_person",
        subject=f"person:{person.pk}",
        person_id=person.pk,
        at=at,
    )
    return person
