"""Enter what a granted residence dossier says, once."""

from datetime import date, datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.population.enums import Relation
from nentang.government.population.errors import AlreadyLivesThere
from nentang.government.population.models import RESIDENCE_LAW, Citizen
from nentang.government.population.queries import (
    find_citizen,
    home_of,
    is_entered_from,
    keeper_for,
)
from nentang.government.population.rules.residence import (
    REGISTRATION,
    REMOVAL,
    STAY,
    Move,
    Mover,
    Removal,
    Stay,
    birth_of,
    read_move,
    read_removal,
    read_stay,
)
from nentang.government.services.public import read_answers
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_personal_number

from .end_residence import end_residence
from .enter_citizen import CitizenFacts, enter_citizen
from .found_household import found_household
from .register_residence import Home, register_residence
from .register_stay import register_stay


class Told(Frozen):
    """Which dossier says it, for which commune, since when."""

    basis: Basis
    unit_code: str
    day: date
    at: datetime


@transaction.atomic
def follow_dossier(*, code: str, at: datetime) -> bool:
    """Whether the dossier said something that was entered now; a second call enters nothing."""
    if is_entered_from(code):
        return False
    said = read_answers(
        code=code,
        purpose="Ghi việc cư trú vào cơ sở dữ liệu",
        legal_basis=RESIDENCE_LAW,
        actor=SYSTEM,
        at=at,
    )
    unit_code = organization(said.organization_id).unit_code
    told = Told(Basis(BasisKind.CASE, code), unit_code, legal_day(at), at)
    if said.procedure == REGISTRATION:
        _move(read_move(said.answers), told)
    elif said.procedure == STAY:
        _stay(read_stay(said.answers), told)
    elif said.procedure == REMOVAL:
        _remove(read_removal(said.answers, told.day), told)
    return True


def _move(move: Move, told: Told) -> None:
    household = _household(move, told)
    for mover in move.movers:
        home = Home(told.unit_code, move.address_line, household, mover.relation)
        try:
            register_residence(
                citizen=_citizen(mover, told),
                home=home,
                valid_from=told.day,
                basis=told.basis,
                actor=SYSTEM,
                at=told.at,
            )
        except AlreadyLivesThere:
            continue


def _household(move: Move, told: Told) -> str:
    """The number of the household that they join: the head's, or a new one of theirs."""
    head = find_citizen(move.head_number) if move.head_number else None
    if head and move.movers[0].relation != Relation.HEAD:
        home = home_of(head, told.day)
        if home and home.household and home.unit_code == told.unit_code:
            return home.household.code
    founded = found_household(
        unit_code=told.unit_code,
        address_line=move.address_line,
        head=_citizen(move.movers[0], told) if move.movers[0].relation == Relation.HEAD else head,
        valid_from=told.day,
        basis=told.basis,
        actor=SYSTEM,
        at=told.at,
    )
    return founded.code


def _citizen(mover: Mover, told: Told) -> Citizen:
    """Who moves, entered now where the register did not know them."""
    birth_on, birth_year = birth_of(mover)
    return find_citizen(mover.number) or enter_citizen(
        number=mover.number,
        facts=CitizenFacts(
            full_name=mover.full_name,
            sex=parse_personal_number(mover.number).sex.value,
            birth_on=birth_on,
            birth_year=birth_year,
        ),
        keeper_id=keeper_for(told.unit_code, told.day, told.day),
        basis=told.basis,
        actor=SYSTEM,
        at=told.at,
    )


def _stay(stay: Stay, told: Told) -> None:
    register_stay(
        citizen=_citizen(stay.mover, told),
        unit_code=told.unit_code,
        address_line=stay.address_line,
        host_name=stay.host_name,
        valid_from=told.day,
        valid_to=max(stay.until, told.day) + timedelta(days=1),
        basis=told.basis,
        actor=SYSTEM,
        at=told.at,
    )


def _remove(removal: Removal | None, told: Told) -> None:
    citizen = find_citizen(removal.number) if removal else None
    if removal and citizen:
        end_residence(
            citizen=citizen, last_on=removal.last_on, basis=told.basis, actor=SYSTEM, at=told.at
        )
