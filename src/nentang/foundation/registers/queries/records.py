"""Reads of records and of what is said of them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import TypeVar, cast

from django.db.models import Q, QuerySet

from nentang.foundation.audit.public import RowBy
from nentang.foundation.organizations.public import Organization
from nentang.foundation.registers.errors import RecordNotFound
from nentang.foundation.registers.models import Record, Version, every_row
from nentang.foundation.registers.registry import Register
from nentang.kernel.text import fold

R = TypeVar("R", bound=Record)
V = TypeVar("V", bound=Version)
PAGE = 20
MOST_WORDS = 8


def find_record(register: Register, code: str) -> Record:
    """The record of that number; RecordNotFound. Asks no permission."""
    found = every_row(register.record).select_related("keeper", "merged_into")
    record = found.filter(code=code).first()
    if record is None:
        raise RecordNotFound
    return record


def search_records(
    register: Register,
    text: str,
    *,
    keepers: QuerySet[Organization],
    after: tuple[str, int] | None = None,
    limit: int = PAGE,
) -> list[Record]:
    """Records of those bodies in which a word begins with each word typed, marks aside; by their words.

    A text that is a record's number finds just that. The next page begins after (words, id) of the last.
    """
    found = _kept_by(register, keepers)
    exact = found.filter(code=text.strip()) if text.strip() else None
    if exact is not None and (records := list(exact[:1])):
        return records
    found = found.filter(merged_into__isnull=True).filter(_named(text))
    if after:
        found = found.filter(Q(folded__gt=after[0]) | Q(folded=after[0], id__gt=after[1]))
    return list(found.order_by("folded", "id")[:limit])


def _kept_by(register: Register, keepers: QuerySet[Organization]) -> QuerySet[Record]:
    found = every_row(register.record).filter(keeper__in=keepers.values("pk"))
    return found.select_related("keeper")


def _named(text: str) -> Q:
    fits = Q()
    for word in fold(text).split()[:MOST_WORDS]:
        fits &= Q(folded__startswith=word) | Q(folded__contains=f" {word}")
    return fits


def held(
    register: Register, record: Record, *, on: date, known_at: datetime | None = None
) -> Mapping[str, Version]:
    """What is said of the record on that day, as we know it now or knew it then, by name of the aspect."""
    return {
        aspect.name: version
        for aspect in register.aspects
        if (version := version_on(aspect.model, record, on=on, known_at=known_at))
    }


def version_on(
    model: type[V], record: Record, *, on: date, known_at: datetime | None = None
) -> V | None:
    """The one version of that kind that speaks of the day; None where nothing is said of it."""
    if known_at is None:
        return cast("V | None", _held_now(model)(record.pk, on))
    known = Q(superseded_at=None) | Q(superseded_at__gt=known_at)
    return _speaking(model, record.pk, on).filter(known, recorded_at__lte=known_at).first()


def _speaking(model: type[V], pk: int, on: date) -> QuerySet[V]:
    """Versions of that record that speak of the day."""
    rows = every_row(model).filter(record_id=pk, valid_from__lte=on)
    return rows.filter(Q(valid_to=None) | Q(valid_to__gt=on))


@cache
def _held_now(model: type[Version]) -> RowBy[Version]:
    """The one held for true; its SQL is composed once."""
    return RowBy(lambda pk, on: _speaking(model, pk, on).filter(superseded_at=None), int, date)


def latest(model: type[V], records: Sequence[Record]) -> dict[int, V]:
    """Of each record the version of that kind that begins last, as known now; one query."""
    rows = every_row(model).filter(record__in=[each.pk for each in records], superseded_at=None)
    return {row.record_id: row for row in rows.order_by("valid_from")}  # type: ignore[attr-defined] # every concrete version has it


def versions_of(model: type[V], record: Record, limit: int = 200) -> list[V]:
    """All versions of that kind, the latest written first, those superseded among them."""
    rows = every_row(model).filter(record_id=record.pk)
    return list(rows.select_related("written_by__person").order_by("-recorded_at", "-id")[:limit])


def held_from(model: type[V], record: Record, day: date) -> list[V]:
    """All that is held for true of that day and later ones, the earliest first."""
    rows = every_row(model).filter(record_id=record.pk, superseded_at=None)
    rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=day))
    return list(rows.order_by("valid_from"))
