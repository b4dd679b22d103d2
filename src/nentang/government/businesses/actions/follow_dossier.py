"""Enter the household business that a granted dossier founds, once."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import find_person, register_person
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.businesses.enums import BusinessKind
from nentang.government.businesses.errors import NameTaken
from nentang.government.businesses.models import LAW
from nentang.government.businesses.queries import is_entered_from
from nentang.government.businesses.rules.reading import Founded, read_founded
from nentang.government.services.public import read_answers
from nentang.kernel.identifiers import parse_personal_number

from .enter_business import BusinessFacts, enter_business

OWNER = "Chủ hộ kinh doanh"


@transaction.atomic
def follow_dossier(*, code: str, at: datetime) -> bool:
    """Whether the dossier founded a business that was entered now; a second call enters nothing.

    A name that another has meanwhile gets the code of the dossier behind it: the certificate is granted.
    """
    if is_entered_from(code):
        return False
    dossier = read_answers(
        code=code,
        purpose="Ghi hộ kinh doanh vào cơ sở dữ liệu",
        legal_basis=LAW,
        actor=SYSTEM,
        at=at,
    )
    said = read_founded(dossier.answers)
    facts = _facts(said, said.name, organization(dossier.organization_id).unit_code, at)
    try:
        _enter(facts, said, dossier.organization_id, code, at)
    except NameTaken:
        again = _facts(said, f"{said.name} ({code})", facts.unit_code, at)
        _enter(again, said, dossier.organization_id, code, at)
    return True


def _facts(said: Founded, name: str, unit_code: str, at: datetime) -> BusinessFacts:
    return BusinessFacts(
        name=name,
        kind=BusinessKind.HOUSEHOLD,
        unit_code=unit_code,
        address_line=said.address_line,
        capital=said.capital,
        owner_person_id=_owner(said, at),
        owner_title=OWNER,
        described="; ".join(said.trades),
    )


def _owner(said: Founded, at: datetime) -> int:
    known = find_person(said.owner_number)
    if known:
        return known.id
    number = parse_personal_number(said.owner_number)
    return register_person(
        full_name=said.owner_name,
        birth_year=number.birth_year,
        personal_number=number.text,
        sex=number.sex.value,
        actor=SYSTEM,
        at=at,
    ).pk


def _enter(facts: BusinessFacts, said: Founded, keeper_id: int, code: str, at: datetime) -> None:
    enter_business(
        facts=facts,
        starts_on=said.starts_on,
        keeper_id=keeper_id,
        basis=Basis(BasisKind.CASE, code),
        actor=SYSTEM,
        at=at,
    )
