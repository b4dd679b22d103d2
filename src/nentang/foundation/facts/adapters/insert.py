"""The INSERT of facts, written by hand: it stands in every transaction of the house."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import connection

from nentang.foundation.facts.errors import FactRefused
from nentang.foundation.facts.rules import FactKind, faults_of_values
from nentang.kernel.clock import legal_day

_INSERT = (
    "INSERT INTO facts_fact (kind, version, occurred_at, day, organization_id, unit_code, payload)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s)"
)

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
        connection.ops.adapt_datetimefield_value(at),
        connection.ops.adapt_datefield_value(legal_day(at)),
        organization_id,
        unit_code,
        json.dumps(values, ensure_ascii=False, default=date.isoformat),
    )


def add(rows: Iterable[Row]) -> None:
    """Insert facts: one statement for one, one prepared statement for many."""
    listed = list(rows)
    with connection.cursor() as cursor:
        if len(listed) == 1:
            cursor.execute(_INSERT, listed[0])
        elif listed:
            cursor.executemany(_INSERT, listed)
