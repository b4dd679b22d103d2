"""Forms from files, and what identity knows of people as a source of answers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_noop

from nentang.foundation.identity.public import PersonInfo
from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.kernel.yaml_file import YamlUnreadable, read_yaml

from .registry import Prefilled, Source, register_prefill
from .rules.definition import FormDefinition
from .rules.reading import FormUnreadable, parse_form

ACCOUNT = gettext_noop("tài khoản định danh")


def load_form(path: Path) -> FormDefinition:
    """The form in a YAML or JSON file; FormUnreadable says what to mend."""
    try:
        return parse_form(read_yaml(path))
    except (YamlUnreadable, FormUnreadable) as error:
        raise FormUnreadable(f"{path.name}: {error}") from error


def _birth_on(person: PersonInfo) -> str:
    return person.birth_on.isoformat() if person.birth_on else ""


def _birth(person: PersonInfo) -> str:
    return _birth_on(person) or str(person.birth_year or "")


def _sex(person: PersonInfo) -> str:
    return person.sex if person.sex in ("male", "female") else ""


def _nationality(person: PersonInfo) -> str:
    """As papers write it; other countries are known by their code only, and asked for."""
    return "Việt Nam" if person.nationality == "VN" else ""


_OF_PERSON: dict[str, Callable[[PersonInfo], str | None]] = {
    "full_name": lambda person: person.full_name,
    "birth_on": _birth_on,
    "birth": _birth,
    "sex": _sex,
    "personal_number": lambda person: person.personal_number,
    "nationality": _nationality,
    "ethnicity": lambda person: person.ethnicity,
    "phone": lambda person: person.phone,
    "email": lambda person: person.email,
    "residence": lambda person: person.unit_code,
    "address_line": lambda person: person.address_line,
}


def register_person_sources() -> None:
    """`person.full_name` and its like: `birth` is the day, or the year where only that is known."""
    for name, read in _OF_PERSON.items():
        register_prefill(f"person.{name}", _source(read))
    register_prefill("person.home", _home)


def _home(person: PersonInfo, on: date) -> Prefilled | None:
    """Where the person lives, as papers write it: house or hamlet, commune, district, province."""
    try:
        place = unit_as_of(person.unit_code, on).place
    except UnitNotFound:
        return None
    words = f"{person.address_line}, {place}" if person.address_line else place
    return Prefilled(words, ACCOUNT)


def _source(read: Callable[[PersonInfo], str | None]) -> Source:
    def known(person: PersonInfo, on: date) -> Prefilled | None:
        value = read(person)
        return Prefilled(value, ACCOUNT) if value else None

    return known
