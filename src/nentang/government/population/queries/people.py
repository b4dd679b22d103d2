"""Reads of persons and households. None asks permission: actions and other apps do."""

from datetime import date
from typing import cast

from nentang.foundation.audit.public import RowBy
from nentang.foundation.identity.public import KeptFacts
from nentang.foundation.organizations.public import (
    UnitNotFound,
    current_organization,
    find_organization_for,
    organization_with_task,
    unit_as_of,
)
from nentang.foundation.registers.public import BasisKind, version_on
from nentang.government.population.enums import LifeState
from nentang.government.population.errors import (
    CitizenNotFound,
    HouseholdNotFound,
    UnknownCommune,
)
from nentang.government.population.models import (
    Citizen,
    CivilIdentity,
    Household,
    LifeStatus,
    PermanentResidence,
    TemporaryResidence,
)


def find_citizen(number: str) -> Citizen | None:
    """Whoever has that personal number, if they are in the register."""
    found = _with_number(number)
    return cast("Citizen | None", found.merged_into or found) if found else None


_with_number = RowBy(
    lambda number: Citizen.objects.select_related("merged_into", "keeper").filter(code=number), str
)


def citizen(number: str) -> Citizen:
    """Whoever has that personal number; CitizenNotFound."""
    found = find_citizen(number)
    if found is None:
        raise CitizenNotFound
    return found


def citizen_of_person(person_id: int) -> Citizen | None:
    """The record of a person known to the platform, if the register keeps one."""
    return _of_person(person_id)


_of_person = RowBy(lambda person_id: Citizen.objects.filter(person=person_id), int)


def household(code: str) -> Household:
    """The household of that number; HouseholdNotFound."""
    found = Household.objects.filter(code=code).first()
    if found is None:
        raise HouseholdNotFound
    return found


def identity_on(record: Citizen, on: date) -> CivilIdentity | None:
    """Who the person was on that day, as known now."""
    return version_on(CivilIdentity, record, on=on)


def life_on(record: Citizen, on: date) -> LifeState:
    """Whether the person lived on that day, as known now."""
    found = version_on(LifeStatus, record, on=on)
    return LifeState(found.state) if found else LifeState.ALIVE


def home_of(record: Citizen, on: date) -> PermanentResidence | None:
    """Where the person was registered to live on that day, as known now."""
    return version_on(PermanentResidence, record, on=on)


def members_of(home: Household, on: date, limit: int = 60) -> list[PermanentResidence]:
    """Those who belong to the household on that day, the head first."""
    rows = PermanentResidence.objects.filter(household=home, superseded_at=None, valid_from__lte=on)
    rows = rows.exclude(valid_to__lte=on).select_related("record")
    return sorted(rows[:limit], key=lambda row: (row.relation != "head", row.pk))


def is_entered_from(dossier_code: str) -> bool:
    """Whether something was entered from that dossier before."""
    return any(
        model.objects.filter(basis_kind=BasisKind.CASE, basis=dossier_code).exists()
        for model in (PermanentResidence, TemporaryResidence)
    )


def keeper_for(unit_code: str, on: date, today: date) -> int:
    """The body that keeps those who live there from that day: the commune's police, else its committee.

    Where the commune or its body is no more today, whoever has its tasks. UnknownCommune.
    """
    try:
        unit_as_of(unit_code, on)
    except UnitNotFound:
        raise UnknownCommune from None
    now = max(on, today)
    for day in (now, on):
        body = organization_with_task("police", unit_code, day)
        if found := body or find_organization_for(unit_code, day):
            return current_organization(found.id, now).id
    raise UnknownCommune


def person_facts(record: Citizen, on: date) -> KeptFacts | None:
    """What identity shows of the person: who they are and where they live on that day."""
    who = identity_on(record, on)
    if who is None:
        return None
    return KeptFacts(
        full_name=who.full_name,
        birth_on=who.birth_on,
        birth_year=who.birth_year,
        sex=who.sex,
        nationality=who.nationality,
        ethnicity=who.ethnicity,
        personal_number=record.code,
        home=_home_words(record, on),
    )


def _home_words(record: Citizen, on: date) -> tuple[str, str] | None:
    """Commune and address; empty once struck off, None where none was ever registered."""
    if home := home_of(record, on):
        return home.unit_code, home.address_line
    was_registered = PermanentResidence.objects.filter(record=record).exists()
    return ("", "") if was_registered else None
