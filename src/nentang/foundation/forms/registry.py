"""Where known answers come from, as apps register it."""

from collections.abc import Callable
from dataclasses import dataclass

from nentang.foundation.identity.public import PersonInfo


@dataclass(frozen=True, slots=True)
class Prefilled:
    """An answer that a register already holds; `source` is said to the reader."""

    value: str | int
    source: str


Source = Callable[[PersonInfo], Prefilled | None]

_sources: dict[str, Source] = {}


def register_prefill(name: str, source: Source) -> None:
    """Let fields with `prefill: <name>` be filled from the source."""
    _sources[name] = source


def prefilled(name: str, person: PersonInfo) -> Prefilled | None:
    """The known answer, if there is such a source and it knows one."""
    source = _sources.get(name)
    return source(person) if source else None


def _from_person(field: str) -> Source:
    def source(person: PersonInfo) -> Prefilled | None:
        value = getattr(person, field)
        return Prefilled(str(value), "identity") if value else None

    return source


for _field in ("full_name", "personal_number", "phone", "email", "address_line"):
    register_prefill(f"person.{_field}", _from_person(_field))
