"""What the registers say of one person, and who has taken it from them instead of asking again."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from nentang.foundation.registers.models import Evidence, Record, Version
from nentang.foundation.registers.registry import Aspect, Register, registers
from nentang.kernel.frozen import Frozen

from .evidence import shown_of
from .records import held


class Said(Frozen):
    """What is said under one heading, in one line, and the row that says so."""

    title: object
    words: str
    version: Version


class KeptRecord(Frozen):
    """A record about the person with all that is said of it that day."""

    register: Register
    code: str
    said: tuple[Said, ...]


class Taking(Frozen):
    """That a body took values for something, once; `is_signed` where all are as they were signed."""

    title: str
    body: str
    taken_at: datetime
    words: tuple[object, ...]
    is_signed: bool


def records_about(person_id: int, on: date) -> list[KeptRecord]:
    """Of each register that keeps one record a person: that person's, as known now."""
    found = ((each, _record_of(each, person_id)) for each in registers())
    return [
        KeptRecord(register, record.code, tuple(_said(register, record, on)))
        for register, record in found
        if record
    ]


def takings_about(person_id: int, limit: int = 200) -> list[Taking]:
    """Who took what about the person, the first first."""
    rows = Evidence.objects.filter(person=person_id).select_related("organization")
    rows = rows.order_by("taken_at", "subject", "id")[:limit]
    return [_taking(list(each)) for _key, each in groupby(rows, lambda row: row.subject)]


def _record_of(register: Register, person_id: int) -> Record | None:
    """None where its records are not each of one person."""
    model: Any = register.record
    column = getattr(model, "person", None)
    if column is None or not column.field.unique:
        return None
    found: Record | None = model.objects.filter(person=person_id, merged_into=None).first()
    return found


def _said(register: Register, record: Record, on: date) -> Iterator[Said]:
    for name, version in held(register, record, on=on).items():
        aspect = register.aspect(name)
        yield Said(aspect.title, ", ".join(_words(aspect, version)), version)


def _words(aspect: Aspect, version: Version) -> Iterator[str]:
    return filter(None, (aspect.shown(version, field) for field in aspect.fields))


def _taking(rows: list[Evidence]) -> Taking:
    first = rows[0]
    return Taking(
        title=first.title,
        body=first.organization.name,
        taken_at=first.taken_at,
        words=tuple(each.words for each in map(shown_of, rows)),
        is_signed=all(each.is_signed for each in map(shown_of, rows)),
    )
