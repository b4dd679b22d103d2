"""What the JSON interface says of registers and their entries."""

from datetime import date, datetime
from typing import Self

from ninja import Schema

from .models import Entry, EntryVersion
from .rules.registers import Register
from .rules.typed import Value


class FieldOut(Schema):
    """A public field of a register."""

    id: str
    kind: str
    title_vi: str
    title_en: str
    options: list[str]


class RegisterOut(Schema):
    """A register; `takes_submissions`: citizens or companies may send entries in."""

    code: str
    path: str
    title_vi: str
    title_en: str
    purpose_vi: str
    purpose_en: str
    entries: int
    confirm_months: int
    takes_submissions: bool
    fields: list[FieldOut]

    @classmethod
    def of(cls, register: Register, entries: int) -> Self:
        """The register with how many entries are published."""
        return cls(
            code=register.code,
            path=register.path,
            title_vi=register.title.vi,
            title_en=register.title.en,
            purpose_vi=register.purpose.vi,
            purpose_en=register.purpose.en,
            entries=entries,
            confirm_months=register.confirm_months,
            takes_submissions=register.submission is not None,
            fields=[
                FieldOut(
                    id=each.id,
                    kind=each.kind,
                    title_vi=each.title.vi,
                    title_en=each.title.en,
                    options=list(each.options),
                )
                for each in register.public_fields
            ],
        )


class EntryOut(Schema):
    """A published entry; `is_stale`: nobody confirmed it by `confirm_by`."""

    code: str
    register_code: str
    title: str
    state: str
    version: int
    organization_id: int
    unit_code: str
    published_at: datetime
    confirm_by: date | None
    is_stale: bool
    values: dict[str, Value]

    @classmethod
    def of(cls, entry: Entry, today: date, /, **more: object) -> Self:
        """The entry as everybody reads it."""
        known = {
            "code": entry.code,
            "register_code": entry.register,
            "title": entry.shown_title,
            "state": entry.public_state,
            "version": entry.published,
            "organization_id": entry.organization_id,
            "unit_code": entry.unit_code,
            "published_at": entry.published_at,
            "confirm_by": entry.confirm_by,
            "is_stale": entry.confirm_by is not None and entry.confirm_by < today,
            "values": entry.shown,
        }
        return cls.model_validate(known | more)


class EntryPage(Schema):
    """Entries, newest first, and the `before` of the next page."""

    items: list[EntryOut]
    next: int | None


class EntryVersionOut(Schema):
    """A version of an entry."""

    number: int
    state: str
    title: str
    reason: str
    published_at: datetime
    values: dict[str, Value]

    @classmethod
    def of(cls, version: EntryVersion) -> Self:
        """The version as it was published."""
        return cls(
            number=version.number,
            state=version.state,
            title=version.title,
            reason=version.reason,
            published_at=version.published_at,
            values=version.values,
        )


class EntryDetail(EntryOut):
    """A published entry with its versions, the latest first."""

    versions: list[EntryVersionOut]
