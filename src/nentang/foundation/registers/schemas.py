"""What the interface gives."""

from collections.abc import Mapping
from datetime import date, datetime

from ninja import Schema

from .models import Record, Version
from .registry import Register


class RecordLine(Schema):
    """A record in a list."""

    code: str
    heading: str


class Next(Schema):
    """Where the next page begins."""

    words: str
    after: int


class RecordPage(Schema):
    """Records, and where the next page begins."""

    items: list[RecordLine]
    next: Next | None

    @classmethod
    def of(cls, register: Register, found: list[Record], limit: int) -> "RecordPage":
        """The first `limit` of what was found."""
        headings = register.headings(found[:limit])
        last = found[limit - 1] if len(found) > limit else None
        return cls(
            items=[
                RecordLine(code=each.code, heading=headings.get(each.pk) or each.code)
                for each in found[:limit]
            ],
            next=Next(words=last.folded, after=last.pk) if last else None,
        )


class Said(Schema):
    """What is said under one heading, by column, and what stands behind it."""

    values: dict[str, str]
    valid_from: date
    valid_to: date | None
    recorded_at: datetime
    act: str
    basis_kind: str
    basis: str


class RecordDetail(Schema):
    """A record and what is said of it."""

    code: str
    revision: int
    merged_into: str | None
    locked_for: str
    said: dict[str, Said]

    @classmethod
    def of(
        cls, register: Register, record: Record, versions: Mapping[str, Version]
    ) -> "RecordDetail":
        """The record with those versions."""
        return cls(
            code=record.code,
            revision=record.revision,
            merged_into=record.merged_into.code if record.merged_into else None,
            locked_for=record.locked_for,
            said={name: _said(register, version) for name, version in versions.items()},
        )


def _said(register: Register, version: Version) -> Said:
    aspect = register.aspect_of(version)
    return Said(
        values={name: aspect.shown(version, name) for name in aspect.fields},
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        recorded_at=version.recorded_at,
        act=version.act,
        basis_kind=version.basis_kind,
        basis=version.basis,
    )
