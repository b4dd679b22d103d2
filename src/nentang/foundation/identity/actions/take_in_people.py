"""Take in people whom another system knows, each once."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import add_rows, record, reserve_ids
from nentang.foundation.identity.models import Person
from nentang.foundation.identity.permissions import check_is_platform
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

_COLUMNS = (
    *("id", "full_name", "folded_name", "birth_on", "birth_year", "personal_number", "phone"),
    *("sex", "nationality", "ethnicity", "email", "unit_code", "address_line", "registered_at"),
)


class PastPerson(Frozen, kw_only=True, dict=True):
    """Somebody as another system knows them; name, number and phone in the forms that are kept here."""

    full_name: str
    birth_year: int
    birth_on: date | None = None
    personal_number: str | None = None
    phone: str = ""
    sex: str = "unknown"
    nationality: str = "VN"
    ethnicity: str = ""
    unit_code: str = ""
    address_line: str = ""

    @cached_property
    def folded_name(self) -> str:
        """The name as it is searched and compared."""
        return fold(self.full_name)


@transaction.atomic
def take_in_people(*, people: Sequence[PastPerson], actor: Actor, at: datetime) -> list[int | None]:
    """Their numbers, in order: of whom the personal number names, else of somebody new.

    None where the personal number belongs to another name or year of birth. Only the platform may.
    """
    check_is_platform(actor)
    known = _known(people)
    missing = _missing(people, known)
    for person, number in zip(missing, reserve_ids(Person, len(missing)), strict=True):
        known[_key(person)] = (number, person.folded_name, person.birth_year)
    _add(missing, known, at)
    record(
        actor=actor,
        action="identity.take_in_people",
        subject="people",
        at=at,
        details={"known": len(people) - len(missing), "new": len(missing)},
    )
    return [_number_of(person, known[_key(person)]) for person in people]


_Key = str | int
_Known = dict[_Key, tuple[int, str, int | None]]


def _key(person: PastPerson) -> _Key:
    """The personal number; whoever has none is somebody new each time."""
    return person.personal_number or id(person)


def _known(people: Sequence[PastPerson]) -> _Known:
    numbers = {each.personal_number for each in people if each.personal_number}
    rows = Person.objects.filter(personal_number__among=numbers)
    return {
        number or "": (pk, folded, year)
        for number, pk, folded, year in rows.values_list(
            "personal_number", "pk", "folded_name", "birth_year"
        )
    }


def _missing(people: Sequence[PastPerson], known: _Known) -> list[PastPerson]:
    first: dict[_Key, PastPerson] = {}
    for person in people:
        if _key(person) not in known:
            first.setdefault(_key(person), person)
    return list(first.values())


def _number_of(person: PastPerson, known: tuple[int, str, int | None]) -> int | None:
    number, folded, year = known
    is_same = (folded, year) == (person.folded_name, person.birth_year)
    return number if is_same else None


def _add(people: Sequence[PastPerson], known: _Known, at: datetime) -> None:
    add_rows(
        Person,
        _COLUMNS,
        (
            (
                *known[_key(each)][:1],
                *(each.full_name, each.folded_name, each.birth_on, each.birth_year),
                *(each.personal_number, each.phone, each.sex, each.nationality, each.ethnicity),
                *("", each.unit_code, each.address_line, at),
            )
            for each in people
        ),
    )
