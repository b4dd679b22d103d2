"""Reads of one row by what names it, whose SQL is composed once: every step of an office begins with some.

Django composes a SELECT anew for each read; for a row with two others joined that costs several times what
it costs to send it and to read the answer.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connections, models
from django.db.models.query import get_related_populators

from nentang.kernel.frozen import Frozen

from .bulk import as_stored

M = TypeVar("M", bound=models.Model)
Given = str | int | date
_STANDS_FOR: dict[type, Callable[[int], Given]] = {
    str: "\x00{}".format,
    int: lambda place: -(2**60) - place,
    date: lambda place: date(1, 1, 1 + place),
}
"""What stands for a value while the SQL is composed; no text has a NUL, no identifier is below nought."""


class _Shape(Frozen):
    """A SELECT as one database takes it, and how its row becomes objects."""

    sql: str
    values: Sequence[Any]
    places: Sequence[int | None]
    """Of each value, which of those given takes its place."""
    model: type[models.Model]
    names: list[str]
    columns: slice
    converters: list[tuple[int, list[Callable[..., Any]], Any]]
    related: Sequence[Any]


class RowBy(Generic[M]):
    """Reads the row that `rows` finds for values of those kinds; `rows` is asked once, for the SQL.

    What `rows` asks must be the values themselves, as `=`, `<=` and `>` do.
    """

    def __init__(self, rows: Callable[..., models.QuerySet[M]], *kinds: type[Given]) -> None:
        self._rows, self._kinds = rows, kinds
        self._shapes: dict[str, _Shape] = {}

    @cached_property
    def _stand_ins(self) -> list[Given]:
        return [_STANDS_FOR[kind](place) for place, kind in enumerate(self._kinds)]

    @cached_property
    def _found(self) -> models.QuerySet[M]:
        return self._rows(*self._stand_ins)

    def __call__(self, *given: Given) -> M | None:
        """The row they name, None where there is none; one query. A text has no NUL."""
        if any(isinstance(each, str) and "\x00" in each for each in given):
            return None
        alias = self._found.db
        shape = self._shapes.get(alias) or self._compose(alias)
        read: M | None = _read(shape, alias, given)
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
            places=self._places(values),
            model=info["model"],
            names=[entry[0].target.attname for entry in select[columns]],
            columns=columns,
            converters=[(place, steps, field) for place, (steps, field) in converters.items()],
            related=get_related_populators(info, select, alias),  # type: ignore[call-arg] # stubs of a later Django,
        )
        return shape

    def _places(self, values: Sequence[Any]) -> list[int | None]:
        names = {str(each): place for place, each in enumerate(self._stand_ins)}
        places = [names.get(str(value)) for value in values]
        if set(names.values()) - set(places):
            raise ValueError("a value is not asked for as it is")
        return places


def _read(shape: _Shape, alias: str, given: Sequence[Given]) -> Any:
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(
            shape.sql,
            [
                value if place is None else as_stored(given[place])
                for value, place in zip(shape.values, shape.places, strict=True)
            ],
        )
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
