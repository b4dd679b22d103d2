"""Rows of a table of people: what each says, and which cannot be."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nentang.foundation.registers.public import Line, Refusal
from nentang.government.population.enums import Relation
from nentang.government.population.errors import NumberTaken
from nentang.government.population.models import Citizen, CivilIdentity
from nentang.kernel.errors import DomainError
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold, normalize_name

from .enter_citizen import CitizenFacts, checked_number


class PersonRow(Frozen, gc=False, kw_only=True):
    """What a row says of somebody: who, where they live in which household as what, and since when."""

    line: int
    basis: str
    number: str
    facts: CitizenFacts
    unit_code: str
    address_line: str
    household: str
    relation: str
    lives_since: date | None
    died_on: date | None

    @property
    def born(self) -> date:
        """The day of birth; the first of the year where only that is known."""
        return self.facts.birth_on or date(self.facts.birth_year, 1, 1)

    def refused(self, error: DomainError, column: str = "") -> Refusal:
        """The row's refusal."""
        return Refusal(self.line, error.code, error.sentence, column)


class Placed(Frozen, gc=False):
    """Somebody new of a table: under which identifiers, kept by whom, living there since when."""

    row: PersonRow
    keeper_id: int
    since: date
    citizen_id: int = 0
    person_id: int = 0


def read_rows(lines: Sequence[Line]) -> tuple[list[PersonRow], list[Refusal]]:
    """Rows by their lines, and refusals; a number stands in the table once, or twice for one name."""
    rows, refused = dict[str, PersonRow](), list[Refusal]()
    for line in lines:
        try:
            row = _row(line)
        except DomainError as error:
            refused.append(Refusal(line.number, error.code, error.sentence))
            continue
        first = rows.setdefault(row.number, row)
        if fold(first.facts.full_name) != fold(row.facts.full_name):
            refused.append(row.refused(NumberTaken(), "number"))
    return list(rows.values()), refused


def _row(line: Line) -> PersonRow:
    values = line.values
    birth_on: date | None = values["birth_on"]
    facts = CitizenFacts(
        full_name=normalize_name(values["full_name"]),
        sex=values["sex"],
        birth_on=birth_on,
        birth_year=birth_on.year if birth_on else values["birth_year"],
        ethnicity=values["ethnicity"] or "",
        father_number=values["father_number"] or "",
        mother_number=values["mother_number"] or "",
    )
    household = values["household"] or ""
    return PersonRow(
        line=line.number,
        basis=line.basis,
        number=checked_number(values["number"], facts),
        facts=facts,
        unit_code=values["unit_code"] or "",
        address_line=(values["address_line"] or "").strip(),
        household=household,
        relation=(values["relation"] or Relation.OTHER.value) if household else "",
        lives_since=values["lives_since"],
        died_on=values["died_on"],
    )


def split_known(
    rows: Sequence[PersonRow],
) -> tuple[list[PersonRow], list[tuple[PersonRow, Citizen]], list[Refusal]]:
    """Those who are new, those who are in the register already, and those whose number is another's."""
    known = _known([row.number for row in rows])
    fresh, before, refused = list[PersonRow](), list[tuple[PersonRow, Citizen]](), list[Refusal]()
    for row in rows:
        if row.number not in known:
            fresh.append(row)
            continue
        citizen, names = known[row.number]
        if fold(row.facts.full_name) in names:
            before.append((row, citizen))
        else:
            refused.append(row.refused(NumberTaken(), "number"))
    return fresh, before, refused


def _known(numbers: Sequence[str]) -> Mapping[str, tuple[Citizen, set[str]]]:
    found = {each.pk: each for each in Citizen.objects.filter(code__among=numbers)}
    names: dict[int, set[str]] = {pk: set() for pk in found}
    said: Any = CivilIdentity.objects.filter(record__in=found).values_list("record", "full_name")
    for pk, name in said:
        names[pk].add(fold(name))
    return {citizen.code: (citizen, names[pk]) for pk, citizen in found.items()}
