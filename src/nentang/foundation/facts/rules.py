"""What a kind may declare and a fact may say."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from nentang.kernel.frozen import Frozen

FIELD_TYPES: tuple[type, ...] = (str, int, float, bool, date)
COMMON_FIELDS = ("id", "occurred_at", "day", "organization_id", "unit_code")
LONGEST_TEXT = 80
_NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_PERSONAL_TEXT = re.compile(r"@|(?<!\d)\d{12}(?!\d)|(?<!\d)(?:\+84|0)[35789]\d{8}(?!\d)")


class FactKind(Frozen):
    """A kind of fact: its fields with their types, and in words what has happened."""

    name: str
    version: int
    fields: dict[str, type]
    description: str


def faults_of_kind(kind: FactKind) -> list[str]:
    """What forbids the kind."""
    faults = [f"{name} is a column of every fact" for name in kind.fields if name in COMMON_FIELDS]
    faults += [f"{n} is a {t.__name__}" for n, t in kind.fields.items() if t not in FIELD_TYPES]
    if not _NAME.fullmatch(kind.name):
        faults.append("its name is not app.thing_happened")
    if not kind.description:
        faults.append("it has no description")
    return faults


def faults_of_values(kind: FactKind, values: Mapping[str, object]) -> list[str]:
    """What forbids a fact of that kind with those values; the values themselves are not told."""
    if values.keys() == kind.fields.keys() and all(
        map(_fits, kind.fields.values(), map(values.__getitem__, kind.fields))
    ):
        return []
    faults = [f"{name} is missing" for name in kind.fields.keys() - values.keys()]
    faults += [f"{name} is not declared" for name in values.keys() - kind.fields.keys()]
    faults += [
        fault
        for name in kind.fields.keys() & values.keys()
        for fault in _fault(kind, name, values[name])
    ]
    return sorted(faults)


def _fits(wanted: type, value: object) -> bool:
    if wanted is str:
        return isinstance(value, str) and _is_fit(value)
    return type(value) is wanted


def _fault(kind: FactKind, name: str, value: object) -> list[str]:
    wanted = kind.fields[name]
    if type(value) is not wanted and not (wanted is str and isinstance(value, str)):
        return [f"{name} is not {wanted.__name__}"]
    if isinstance(value, str) and not _is_fit(value):
        return [f"{name} is longer than a code or looks personal"]
    return []


@lru_cache(maxsize=4096)
def _is_fit(text: str) -> bool:
    return len(text) <= LONGEST_TEXT and not _PERSONAL_TEXT.search(text)
