"""Values as they stand in an export: for machines in JSON, for people in Vietnamese."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from nentang.kernel.clock import VIETNAM
from nentang.kernel.frozen import Frozen


class Shown(Frozen):
    """A named value as people read it: a text, or parts with names of their own."""

    name: str
    text: str = ""
    parts: tuple["Shown", ...] = ()


def at_path(row: object, path: str) -> Any:
    """`organization.name` of a row; None where a step is missing."""
    for name in path.split("."):
        row = getattr(row, name, None)
    return row


def for_machines(value: Any) -> Any:
    """What JSON can say: instants and days in ISO 8601."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def for_people(name: str, value: Any) -> Shown:
    """The value in words, however deep it goes."""
    if isinstance(value, Mapping):
        return Shown(name, parts=tuple(for_people(str(key), each) for key, each in value.items()))
    if not isinstance(value, list | tuple):
        return Shown(name, _words(value))
    if value and all(isinstance(each, tuple) and len(each) == 2 for each in value):
        return Shown(name, parts=tuple(for_people(str(key), each) for key, each in value))
    if any(isinstance(each, Mapping | list) for each in value):
        return Shown(
            name, parts=tuple(for_people(str(row), each) for row, each in enumerate(value, 1))
        )
    return Shown(name, ", ".join(map(_words, value)) or "–")


def _words(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, datetime):
        return f"{value.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
