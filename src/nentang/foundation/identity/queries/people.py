"""People as other apps see them."""

from collections.abc import Collection
from datetime import date

from nentang.foundation.audit.public import RowBy
from nentang.foundation.identity.errors import PersonNotFound
from nentang.foundation.identity.models import Person
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_personal_number


class PersonInfo(Frozen):
    """A person as other apps see one."""

    id: int
    full_name: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    personal_number: str | None
    nationality: str
    ethnicity: str
    phone: str
    email: str
    unit_code: str
    address_line: str


def _info(person: Person) -> PersonInfo:
    return PersonInfo(**{name: getattr(person, name) for name in PersonInfo.__struct_fields__})


def person(person_id: int) -> PersonInfo:
    """The person; PersonNotFound."""
    found = _by_id(person_id)
    if found is None:
        raise PersonNotFound
    return _info(found)


_by_id = RowBy(lambda pk: Person.objects.filter(pk=pk), int)


def ids_by_number(numbers: Collection[str]) -> dict[str, int]:
    """Identifiers by personal number of those who are registered; one query."""
    found = Person.objects.filter(personal_number__among=numbers)
    return {number or "": pk for number, pk in found.values_list("personal_number", "pk")}


def find_person(personal_number: str) -> PersonInfo | None:
    """The person with that personal number, if registered; InvalidIdentifier."""
    number = parse_personal_number(personal_number).text
    found = Person.objects.filter(personal_number=number).first()
    return _info(found) if found else None
