"""Enter a person into the register."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import register_person
from nentang.foundation.registers.public import Basis, check_may_keep, enter_record
from nentang.government.population.adapters.numbers import claim_number
from nentang.government.population.enums import LifeState
from nentang.government.population.errors import BirthUnknown, NumberDisagrees, NumberTaken
from nentang.government.population.models import Citizen, CivilIdentity, LifeStatus
from nentang.government.population.queries import find_citizen
from nentang.government.population.registry import CITIZENS
from nentang.government.population.rules.numbers import agrees
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_personal_number
from nentang.kernel.text import fold, normalize_name

from ._follow import show_in_identity


class CitizenFacts(Frozen, kw_only=True):
    """Who somebody is. Where the day of birth is not known, `birth_on` is empty and the year is not."""

    full_name: str
    sex: str
    birth_on: date | None
    birth_year: int
    birth_unit: str = ""
    hometown: str = ""
    nationality: str = "VN"
    ethnicity: str = ""
    father_number: str = ""
    mother_number: str = ""


@transaction.atomic
def enter_citizen(
    *,
    number: str,
    facts: CitizenFacts,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Citizen:
    """The person with that number, entered now or before as the same.

    Raises InvalidIdentifier, NumberDisagrees, BirthUnknown, NumberTaken (somebody else has it),
    NotYourRegister.
    """
    check_may_keep(actor, CITIZENS, keeper_id)
    number = checked_number(number, facts)
    if known := find_citizen(number):
        return _same(known, facts, at)
    person = register_person(
        full_name=facts.full_name,
        birth_on=facts.birth_on,
        birth_year=facts.birth_year,
        personal_number=number,
        sex=facts.sex,
        nationality=facts.nationality,
        ethnicity=facts.ethnicity,
        actor=actor,
        at=at,
    )
    claim_number(number, at=at)
    citizen = Citizen(code=number, person_id=person.pk, keeper_id=keeper_id)
    try:
        _enter(citizen, facts, basis, actor, at)
    except IntegrityError as error:
        raise NumberTaken from error
    show_in_identity(citizen, at)
    return citizen


def checked_number(number: str, facts: CitizenFacts) -> str:
    """The number as it is kept; InvalidIdentifier, BirthUnknown, NumberDisagrees."""
    parsed = parse_personal_number(number)
    if not (facts.full_name.strip() and facts.birth_year):
        raise BirthUnknown
    if not agrees(parsed, facts.sex, facts.birth_year):
        raise NumberDisagrees
    return parsed.text


def _same(known: Citizen, facts: CitizenFacts, at: datetime) -> Citizen:
    """Whoever has the number, if that is whom the facts speak of."""
    rows = CivilIdentity.objects.filter(record=known)
    names = {fold(row.full_name) for row in rows}
    if fold(facts.full_name) not in names:
        raise NumberTaken
    return known


@transaction.atomic
def _enter(citizen: Citizen, facts: CitizenFacts, basis: Basis, actor: Actor, at: datetime) -> None:
    born = facts.birth_on or date(facts.birth_year, 1, 1)
    who = CivilIdentity(full_name=normalize_name(facts.full_name))
    for name in CitizenFacts.__struct_fields__:
        if name != "full_name":
            setattr(who, name, getattr(facts, name))
    enter_record(
        record=citizen,
        versions=[who, LifeStatus(state=LifeState.ALIVE)],
        valid_from=min(born, legal_day(at)),
        basis=basis,
        actor=actor,
        at=at,
    )
