"""Lay an empty table anew in partitions by organisation, as far as PostgreSQL allows.

What it costs is said in docs/decisions: a key must contain the organisation, so no other table can refer to the
number alone any more, and a code is unique within its organisation only.
"""

from typing import Any

from django.db import connection, models

KEY = "organization_id"

_INDEXES = (
    "SELECT pg_get_indexdef(indexrelid), indisunique FROM pg_index"
    " WHERE indrelid = %s::regclass ORDER BY indexrelid"
)
_OUTGOING = (
    "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid = %s::regclass AND contype = 'f'"
)
_INCOMING = (
    "SELECT count(*) FROM pg_constraint"
    " WHERE confrelid = %s::regclass AND contype = 'f' AND conparentid = 0"
)


def partition(model: type[models.Model], parts: int) -> dict[str, int]:
    """How many references from other tables and how many unique keys the table lost."""
    table = model._meta.db_table
    indexes, outgoing = _rows(_INDEXES, table), _rows(_OUTGOING, table)
    lost = {
        "references": _rows(_INCOMING, table)[0][0],
        "unique": sum(unique for _, unique in indexes),
    }
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_plain")
        cursor.execute(
            f"CREATE TABLE {table} (LIKE {table}_plain INCLUDING DEFAULTS INCLUDING CONSTRAINTS)"
            f" PARTITION BY HASH ({KEY})"
        )
        cursor.execute(f"DROP TABLE {table}_plain CASCADE")
        cursor.execute(f"CREATE SEQUENCE {table}_id_seq OWNED BY {table}.id")
        cursor.execute(f"ALTER TABLE {table} ALTER COLUMN id SET DEFAULT nextval('{table}_id_seq')")
        for number in range(parts):
            cursor.execute(
                f"CREATE TABLE {table}_{number} PARTITION OF {table}"
                f" FOR VALUES WITH (MODULUS {parts}, REMAINDER {number})"
            )
        for definition, unique in indexes:
            cursor.execute(f"{definition[:-1]}, {KEY})" if unique else definition)
        for name, definition in outgoing:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    return lost


def _rows(query: str, table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        return list(cursor.fetchall())
