"""The INSERT of facts, written by hand: it stands in every transaction of the house."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import connection
from msgspec.json import Encoder

from nentang.foundation.audit.public import add_rows, as_stored
from nentang.foundation.facts.errors import FactRefused
from nentang.foundation.facts.models import Fact
from nentang.foundation.facts.rules import FactKind, faults_of_values
from nentang.kernel.clock import legal_day

COLUMNS = ("kind", "version", "occurred_at", "day", "organization_id", "unit_code", "payload")
_INSERT = f"INSERT INTO facts_fact ({', '.join(COLUMNS)}) VALUES (%s, %s, %s, %s, %s, %s, %s)"  # noqa: S608 - as above

_encode = Encoder().encode

Row = tuple[str | int | datetime | date | None, ...]


def row(
    kind: FactKind,
    at: datetime,
    organization_id: int | None,
    unit_code: str,
    values: Mapping[str, object],
) -> Row:
    """The columns of one fact; FactRefused where its values do not fit the kind."""
    if faults := faults_of_values(kind, values):
        raise FactRefused(f"fact {kind.name}: {'; '.join(faults)}")
    return (
        kind.name,
        kind.version,
        at,
        legal_day(at),
        organization_id,
        unit_code,
        _encode(values).decode(),
    )


def add(rows: Iterable[Row]) -> None:
    """Insert facts: one statement for one, all at once for many."""
    listed = list(rows)
    if len(listed) == 1:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [as_stored(value) for value in listed[0]])
    elif listed:
        add_rows(Fact, COLUMNS, listed)
