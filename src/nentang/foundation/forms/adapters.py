"""Forms from files, and what identity knows of people as a source of answers."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils.translation import gettext_noop

from nentang.foundation.identity.public import PersonInfo
from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.kernel.yaml_file import YamlUnreadable, read_yaml

from .registry import Prefilled, register_prefill
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
    register_prefill([*(f"person.{name}" for name in _OF_PERSON), "person.home"], _of_account)


def _of_account(person: PersonInfo, on: date) -> dict[str, Prefilled]:
    values = {f"person.{name}": read(person) for name, read in _OF_PERSON.items()}
    values["person.home"] = home_words(person.unit_code, person.address_line, on)
    return {name: Prefilled(value, ACCOUNT) for name, value in values.items() if value}


def home_words(unit_code: str, address_line: str, on: date) -> str:
    """Where that is, as papers write it: house or hamlet, commune, district, province; empty where unknown."""
    try:
        place = unit_as_of(unit_code, on).place
    except UnitNotFound:
        return ""
    return f"{address_line}, {place}" if address_line else place
