"""Many rows of a table at once: COPY on PostgreSQL, one prepared statement on SQLite."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection, models

Row = Sequence[Any]


def add_rows(model: type[models.Model], names: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows with the values of these attributes; JSON comes as text, other columns are the table's own."""
    fields = {field.attname: field.column or field.attname for field in model._meta.concrete_fields}
    columns = ", ".join(connection.ops.quote_name(fields[name]) for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(
                f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places})",  # noqa: S608 - names of our own columns
                _stored(model, names, rows),
            )


def change_rows(
    model: type[models.Model], keys: Sequence[str], names: Sequence[str], rows: Iterable[Row]
) -> None:
    """Give rows new values: each row's keys, which name one row of the table, then the values of `names`."""
    fields = {field.attname: field.column or field.attname for field in model._meta.concrete_fields}
    table, quoted = model._meta.db_table, connection.ops.quote_name
    key, value = ([quoted(fields[name]) for name in each] for each in (keys, names))
    if connection.vendor == "postgresql":
        _change_by_copy(table, key, value, rows)
        return
    turned = ((*row[len(key) :], *row[: len(key)]) for row in rows)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET {_each(value, '{0} = %s')} WHERE {_each(key, '{0} = %s', ' AND ')}",  # noqa: S608 - names of our own columns
            _stored(model, [*names, *keys], turned),
        )


def _change_by_copy(
    table: str, key: Sequence[str], value: Sequence[str], rows: Iterable[Row]
) -> None:
    """Through a table of the transaction's own, whose rows go in many times faster than one by one."""
    columns = ", ".join([*key, *value])
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE changed ON COMMIT DROP AS SELECT {columns} FROM {table} LIMIT 0"  # noqa: S608 - names of our own columns
        )
        with cursor.copy(f"COPY changed ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(
            f"UPDATE {table} SET {_each(value, '{0} = changed.{0}')} FROM changed"  # noqa: S608 - names of our own columns
            f" WHERE {_each(key, table + '.{0} = changed.{0}', ' AND ')}"
        )
        cursor.execute("DROP TABLE changed")


def _each(columns: Sequence[str], form: str, between: str = ", ") -> str:
    return between.join(form.format(each) for each in columns)


def reserve_ids(model: type[models.Model], count: int) -> Sequence[int]:
    """So many numbers that no other row of the table will get; inside the transaction that uses them."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [table, count],
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        last: int = cursor.fetchone()[0]
        return range(last + 1, last + count + 1)


def _stored(model: type[models.Model], names: Sequence[str], rows: Iterable[Row]) -> list[Row]:
    fields = (field for field in model._meta.concrete_fields if field.attname in names)
    if not any(isinstance(field, models.DateField) for field in fields):
        return list(rows)
    return [[as_stored(value) for value in row] for row in rows]


def as_stored(value: Any) -> Any:
    """The value as the database's driver takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
