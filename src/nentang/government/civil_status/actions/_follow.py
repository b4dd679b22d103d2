"""What the population register and other entries hear of an entry. The platform writes it, not the officer."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.public import province_of
from nentang.foundation.registers.public import Act, Basis, lock_record, say_anew, write_version
from nentang.government.civil_status.enums import ParentKind, Standing
from nentang.government.civil_status.models import (
    BirthFacts,
    CivilFacts,
    DeathFacts,
    MarriageStanding,
    RecognitionFacts,
)
from nentang.government.civil_status.queries import birth_of, marriages_of
from nentang.government.civil_status.rules.days import day_of, span_of, year_of
from nentang.government.population.public import (
    CitizenFacts,
    enter_citizen,
    find_citizen,
    issue_number,
    keeper_for,
    note_death,
    write_identity,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.text import fold

DECEASED = "Đã đăng ký khai tử"
VIETNAMESE = ("viet nam", "vn")


def follow(
    facts: CivilFacts, registered_on: date, unit_code: str, basis: Basis, at: datetime
) -> None:
    """Do what follows from the entry, before it is written; its number comes last."""
    if after := _AFTER.get(type(facts)):
        after(facts, registered_on, unit_code, basis, at)


def _birth(
    facts: BirthFacts, registered_on: date, unit_code: str, basis: Basis, at: datetime
) -> None:
    """The child gets a number, where none was given, and is entered as a citizen."""
    if not facts.personal_number:
        facts.personal_number = issue_number(
            province_code=province_of(unit_code, registered_on).code,
            sex=facts.sex,
            birth_year=year_of(facts.birth),
            actor=SYSTEM,
            at=at,
        )
    enter_citizen(
        number=facts.personal_number,
        facts=_citizen(facts, unit_code),
        keeper_id=keeper_for(unit_code, registered_on, today=legal_day(at)),
        basis=basis,
        actor=SYSTEM,
        at=at,
    )


def _citizen(facts: BirthFacts, unit_code: str) -> CitizenFacts:
    return CitizenFacts(
        full_name=facts.full_name,
        sex=facts.sex,
        birth_on=day_of(facts.birth),
        birth_year=year_of(facts.birth),
        birth_unit=unit_code,
        hometown=facts.hometown,
        nationality="VN" if fold(facts.nationality) in ("", *VIETNAMESE) else "ZZ",
        ethnicity=facts.ethnicity[:40],
        father_number=facts.father_number,
        mother_number=facts.mother_number,
    )


def _death(
    facts: DeathFacts, registered_on: date, unit_code: str, basis: Basis, at: datetime
) -> None:
    """The citizen is dead, their birth is locked (Civil Status Law, Art. 34), their marriage has ended."""
    if not facts.personal_number:
        return
    span = span_of(facts.died)
    died_on = min(span.last, registered_on) if span else registered_on
    if citizen := find_citizen(facts.personal_number):
        note_death(citizen=citizen, died_on=died_on, basis=basis, actor=SYSTEM, at=at)
    for marriage in marriages_of(facts.personal_number, registered_on):
        write_version(
            version=MarriageStanding(record=marriage, state=Standing.WIDOWED),
            act=Act.CHANGE,
            valid_from=max(died_on, marriage.registered_on),
            basis=basis,
            actor=SYSTEM,
            at=at,
        )
    birth = birth_of(facts.personal_number)
    if birth and not birth.locked_for:
        lock_record(record=birth, reason=DECEASED, actor=SYSTEM, at=at)


def _recognition(
    facts: RecognitionFacts, registered_on: date, unit_code: str, basis: Basis, at: datetime
) -> None:
    """The child's citizen and birth say who the parent is."""
    side = ParentKind(facts.parent_kind).value
    citizen = find_citizen(facts.child_number) if facts.child_number else None
    if citizen and facts.parent_number:
        write_identity(
            citizen=citizen,
            said={f"{side}_number": facts.parent_number},
            act=Act.CHANGE,
            valid_from=registered_on,
            basis=basis,
            actor=SYSTEM,
            at=at,
        )
    if birth := birth_of(facts.child_number):
        say_anew(
            model=BirthFacts,
            record=birth,
            said={
                f"{side}_name": facts.parent_name,
                f"{side}_birth": facts.parent_birth,
                f"{side}_number": facts.parent_number,
            },
            act=Act.CHANGE,
            valid_from=max(registered_on, birth.registered_on),
            basis=basis,
            actor=SYSTEM,
            at=at,
        )


_AFTER: Mapping[type[CivilFacts], Callable[[Any, date, str, Basis, datetime], None]] = {
    BirthFacts: _birth,
    DeathFacts: _death,
    RecognitionFacts: _recognition,
}
