"""`code__among=codes`: one of many values, which reach the database as one."""

import json
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Lookup
from django.db.models.sql.compiler import SQLCompiler


@Field.register_lookup
class Among(Lookup):
    """What `IN` says, as an array on PostgreSQL and a list of JSON on SQLite.

    An `IN` is written out value by value, by Django, by the driver and by the database: of two thousand
    values each costs more than the row that is looked for. For values that JSON has: texts and whole numbers.
    """

    lookup_name = "among"

    def get_prep_lookup(self) -> list[Any]:
        """The values as the column has them."""
        prepared = self.lhs.output_field.get_prep_value
        return [prepared(value) for value in self.rhs]

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        """The condition; of no values nothing is asked."""
        if not self.rhs:
            raise EmptyResultSet
        column, parameters = self.process_lhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{column} = ANY(%s)", (*parameters, self.rhs)
        values = json.dumps(self.rhs, ensure_ascii=False)
        condition = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 - our own column
        return condition, (*parameters, values)
