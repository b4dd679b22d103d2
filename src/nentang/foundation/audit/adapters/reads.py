"""Reads of one row by its code, whose SQL is composed once: every step of an office begins with one.

Django composes a SELECT anew for each read; for a row with two others joined that costs several times what
it costs to send it and to read the answer.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models.query import get_related_populators

from nentang.kernel.frozen import Frozen

M = TypeVar("M", bound=models.Model)
_CODE = "\x00code"
"""Stands for the code while the SQL is composed; no code looks so."""


class _Shape(Frozen):
    """A SELECT as one database takes it, and how its row becomes objects."""

    sql: str
    values: Sequence[Any]
    model: type[models.Model]
    names: list[str]
    columns: slice
    converters: list[tuple[int, list[Callable[..., Any]], Any]]
    related: Sequence[Any]


class RowByCode(Generic[M]):
    """Reads the row that `rows(code)` finds; `rows` is asked once, for the SQL."""

    def __init__(self, rows: Callable[[str], models.QuerySet[M]]) -> None:
        self._rows = rows
        self._shapes: dict[str, _Shape] = {}

    @cached_property
    def _found(self) -> models.QuerySet[M]:
        return self._rows(_CODE)

    def __call__(self, code: str) -> M | None:
        """The row of that code, None where there is none; one query. A code has no NUL."""
        if "\x00" in code:
            return None
        alias = self._found.db
        shape = self._shapes.get(alias) or self._compose(alias)
        read: M | None = _read(shape, alias, code)
        return read

    def _compose(self, alias: str) -> _Shape:
        compiler: Any = self._found.query.clone().get_compiler(using=alias)
        sql, values = compiler.as_sql()
        select, info = compiler.select, compiler.klass_info
        places = info["select_fields"]
        columns = slice(places[0], places[-1] + 1)
        converters = compiler.get_converters([entry[0] for entry in select])
        shape = self._shapes[alias] = _Shape(
            sql=sql,
            values=values,
            model=info["model"],
            names=[entry[0].target.attname for entry in select[columns]],
            columns=columns,
            converters=[(place, steps, field) for place, (steps, field) in converters.items()],
            related=get_related_populators(info, select, alias),  # type: ignore[call-arg] # stubs of a later Django,
        )
        return shape


def _read(shape: _Shape, alias: str, code: str) -> Any:
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(shape.sql, [code if each == _CODE else each for each in shape.values])
        found = cursor.fetchone()
    if found is None:
        return None
    row = list(found)
    for place, steps, field in shape.converters:
        for step in steps:
            row[place] = step(row[place], field, connection)
    read = shape.model.from_db(alias, shape.names, row[shape.columns])
    for populator in shape.related:
        populator.populate(row, read)
    return read
