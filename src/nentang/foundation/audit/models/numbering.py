"""Numbers without gaps: of a body's year, of a book, of a day."""

from typing import Any

from django.db import connection, models


class Numbering(models.Model):
    """The last number of a series; the other columns, unique together, say of which.

    Take numbers last in a transaction: who else takes one of that series waits until its end.
    """

    last = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    @classmethod
    def take(cls, **series: Any) -> int:
        """The next number of the series, from 1; a rollback gives it back."""
        table = cls._meta.db_table
        row = cls._put(1, series, f"last = {table}.last + 1 RETURNING last")
        return int(row[0])

    @classmethod
    def note(cls, number: int, **series: Any) -> None:
        """That the number is used, by whoever: those taken later are above it."""
        table = cls._meta.db_table
        cls._put(number, series, f"last = excluded.last WHERE {table}.last < excluded.last")

    @classmethod
    def _put(cls, number: int, series: dict[str, Any], otherwise: str) -> Any:
        key = ", ".join(series)
        sql = (
            f"INSERT INTO {cls._meta.db_table} ({key}, last)"  # noqa: S608 - names of our own columns
            f" VALUES ({'%s, ' * len(series)}%s) ON CONFLICT ({key}) DO UPDATE SET {otherwise}"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*series.values(), number])
            return cursor.fetchone() if cursor.description else None
