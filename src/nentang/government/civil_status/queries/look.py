"""What the law and the registers say of an entry before it is written."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from nentang.government.civil_status.enums import BookKind, Remark, Who
from nentang.government.civil_status.models import (
    BirthFacts,
    CivilEntry,
    CivilFacts,
    DeathEntry,
    DeathFacts,
    GuardianshipFacts,
    MarriageFacts,
    RecognitionFacts,
)
from nentang.government.civil_status.registry import book_of_facts
from nentang.government.civil_status.rules.days import birthday, span_of
from nentang.government.civil_status.rules.kinship import may_not_marry
from nentang.government.civil_status.rules.law import (
    birth_term_law,
    death_term_law,
    guardian_age_law,
    kinship_law,
    marriage_age_law,
    one_marriage_law,
    rule_on,
)
from nentang.government.civil_status.rules.remarks import Found, found, is_before, on_ages, on_term
from nentang.government.population.public import LifeState, find_citizen, life_on
from nentang.kernel.law import Rule

from .entries import birth_of, marriages_of
from .family import parents_of

Look = Callable[[Any, date], list[Found]]


def look_before(facts: CivilFacts, registered_on: date) -> list[Found]:
    """What forbids the entry, and what only has to be known; empty where nothing was found."""
    look = _LOOKS.get(book_of_facts(type(facts)).kind)
    return look(facts, registered_on) if look else []


def words_of(remark: Found) -> str:
    """The remark as a sentence."""
    said = {name: _who(value) if name == "who" else value for name, value in remark.says.items()}
    return str(remark.remark.label).format(**said)


def _who(value: str | int) -> str:
    return str(Who(str(value)).label)


def _birth(facts: BirthFacts, day: date) -> list[Found]:
    remarks = on_term(facts.birth, day, rule_on(birth_term_law(), day))
    if before := birth_of(facts.personal_number):
        remarks.append(_written(before))
    child = span_of(facts.birth)
    if any(is_before(child, span_of(each)) for each in (facts.mother_birth, facts.father_birth)):
        remarks.append(found(Remark.NOT_OLDER))
    return remarks


def _death(facts: DeathFacts, day: date) -> list[Found]:
    remarks = on_term(facts.died, day, rule_on(death_term_law(), day))
    if is_before(span_of(facts.died), span_of(facts.birth)):
        remarks.append(found(Remark.ENDS_BEFORE))
    if not facts.personal_number:
        return [*remarks, found(Remark.NO_NUMBER, who=Who.DECEASED.value)]
    before = DeathEntry.objects.filter(
        facts__personal_number=facts.personal_number, facts__superseded_at=None, merged_into=None
    ).first()
    if before:
        remarks.append(_written(before))
    return remarks + _unknown(facts.personal_number, Who.DECEASED)


def _marriage(facts: MarriageFacts, day: date) -> list[Found]:
    births = {"wife": facts.wife_birth, "husband": facts.husband_birth}
    remarks = on_ages(births, day, rule_on(marriage_age_law(), day))
    one = rule_on(one_marriage_law(), day)
    for who, number in ((Who.WIFE, facts.wife_number), (Who.HUSBAND, facts.husband_number)):
        remarks += _spouse(who, number, day, one)
    if facts.wife_number and facts.husband_number:
        remarks += _both(facts.wife_number, facts.husband_number, day)
    return remarks


def _spouse(who: Who, number: str, day: date, rule: Rule[str] | None) -> list[Found]:
    if not number:
        return [found(Remark.NO_NUMBER, who=who.value)]
    married = marriages_of(number, day)
    remarks = [found(Remark.MARRIED, rule, who=who.value, book=each.code) for each in married[:1]]
    return remarks + _unknown(number, who) + _dead(number, who, day)


def _both(wife: str, husband: str, day: date) -> list[Found]:
    if wife == husband:
        return [found(Remark.SAME_PERSON)]
    remarks = []
    if int(wife[3]) % 2 == int(husband[3]) % 2:
        remarks.append(found(Remark.SAME_SEX, rule_on(marriage_age_law(), day)))
    rule = rule_on(kinship_law(), day)
    if rule and may_not_marry(wife, husband, parents_of((wife, husband)), rule.value):
        remarks.append(found(Remark.RELATED, rule))
    return remarks


def _recognition(facts: RecognitionFacts, day: date) -> list[Found]:
    remarks = []
    if is_before(span_of(facts.child_birth), span_of(facts.parent_birth)):
        remarks.append(found(Remark.NOT_OLDER))
    for who, number in ((Who.CHILD, facts.child_number), (_parent(facts), facts.parent_number)):
        remarks += _unknown(number, who) if number else [found(Remark.NO_NUMBER, who=who.value)]
    return remarks


def _parent(facts: RecognitionFacts) -> Who:
    return Who.FATHER if facts.parent_kind == "father" else Who.MOTHER


def _guardianship(facts: GuardianshipFacts, day: date) -> list[Found]:
    rule = rule_on(guardian_age_law(), day)
    born = span_of(facts.guardian_birth)
    if rule and born and birthday(born.first, rule.value) > day:
        return [found(Remark.TOO_YOUNG, rule, who=Who.GUARDIAN.value, years=rule.value)]
    number = facts.guardian_number
    return _dead(number, Who.GUARDIAN, day) if number else []


def _unknown(number: str, who: Who) -> list[Found]:
    return [] if find_citizen(number) else [found(Remark.NOT_KNOWN, who=who.value)]


def _dead(number: str, who: Who, day: date) -> list[Found]:
    citizen = find_citizen(number)
    if citizen and life_on(citizen, day) is LifeState.DEAD:
        return [found(Remark.DEAD, who=who.value)]
    return []


def _written(entry: CivilEntry) -> Found:
    return found(Remark.WRITTEN_BEFORE, book=entry.code)


_LOOKS: Mapping[BookKind, Look] = {
    BookKind.BIRTHS: _birth,
    BookKind.MARRIAGES: _marriage,
    BookKind.DEATHS: _death,
    BookKind.RECOGNITIONS: _recognition,
    BookKind.GUARDIANSHIPS: _guardianship,
}
