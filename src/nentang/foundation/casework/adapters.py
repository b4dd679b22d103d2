"""The writes of every change of a case as plain SQL: they stand in every transaction of an office."""

from functools import cache
from typing import Any

from django.db import connection, models


def update_if_unchanged(row: models.Model, version: int, values: dict[str, Any]) -> bool:
    """Set the columns of the row if it still has that version; whether it had."""
    fields = [_field(type(row), name) for name in values]
    sets = ", ".join(f"{column} = %s" for column, _ in fields)
    table = row._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {sets} WHERE id = %s AND version = %s",  # noqa: S608 - names of our own columns
            [*_prepared(fields, values), row.pk, version],
        )
        return bool(cursor.rowcount)


def insert(row: models.Model, *names: str) -> None:
    """Insert the row with these attributes, without asking for its number; the rest are the table's own."""
    fields = [_field(type(row), name) for name in names]
    columns = ", ".join(column for column, _ in fields)
    places = ", ".join(["%s"] * len(fields))
    values = {name: getattr(row, name) for name in names}
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {row._meta.db_table} ({columns}) VALUES ({places})",  # noqa: S608 - as above
            _prepared(fields, values),
        )


Column = tuple[str, "models.Field[Any, Any]"]


@cache
def _field(model: type[models.Model], attname: str) -> Column:
    field = next(each for each in model._meta.concrete_fields if each.attname == attname)
    return connection.ops.quote_name(field.column or field.attname), field


def _prepared(fields: list[Column], values: dict[str, Any]) -> list[Any]:
    return [
        field.get_db_prep_save(value, connection)
        for (_, field), value in zip(fields, values.values(), strict=True)
    ]
