"""Facts as tables, one view a kind, made when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nentang.foundation.facts.registry import kind_named, kinds
from nentang.foundation.facts.rules import FactKind

from .engines import engine
from .layout import EVER, parts

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

COMMON = {
    "id": "int64",
    "occurred_at": "timestamp('UTC')",
    "day": "date",
    "organization_id": "int64",
    "unit_code": "string",
}
IBIS_TYPES = {str: "string", int: "int64", float: "float64", bool: "boolean", date: "date"}


class FactForms(Mapping[str, "ibis.Table"]):
    """The form of each declared kind's table, bound to no facts: what expressions are made of.

    Their SQL is the same whichever facts it is run over, and so is made once.
    """

    def __getitem__(self, name: str) -> ibis.Table:
        import ibis  # noqa: PLC0415 - heavy

        return ibis.table(_types(_declared(name)), name=_view(name))

    def __iter__(self) -> Iterator[str]:
        return iter(kind.name for kind in kinds())

    def __len__(self) -> int:
        return len(kinds())


class FactTables(FactForms):
    """A table for each declared kind; one without facts is empty but has its columns.

    Only the batches after `since` up to `upto`. The connection is this object's own: short-lived.
    """

    def __init__(self, folder: Path, *, since: int = 0, upto: int = EVER) -> None:
        self._engine = engine()
        self._folder, self._since, self._upto = folder, since, upto
        self._shown: set[str] = set()

    @property
    def dialect(self) -> str:
        """Of the SQL that it understands, as Ibis names it."""
        return self._engine.dialect

    @property
    def connection(self) -> Any:
        """The connection of Ibis."""
        return self._engine.connection

    def __getitem__(self, name: str) -> ibis.Table:
        self._show(name)
        return self.connection.table(_view(name))

    def has_any(self, names: Collection[str]) -> bool:
        """Whether there are facts of one of these kinds."""
        return any(self._parts(_declared(name)) for name in names)

    def put(self, name: str, rows: pa.Table) -> None:
        """Let SQL find these rows beside the facts."""
        self._engine.put(name, rows)

    def run(self, sql: str, names: Collection[str]) -> pa.Table:
        """What SQL over the tables of these kinds, and over what was put beside them, finds."""
        for name in names:
            self._show(name)
        return self._engine.run(sql)

    def close(self) -> None:
        """Let go of the connection."""
        self._engine.close()

    def _show(self, name: str) -> None:
        if name not in self._shown:
            kind = _declared(name)
            self._engine.show(_view(name), self._parts(kind), _types(kind))
            self._shown.add(name)

    def _parts(self, kind: FactKind) -> list[Path]:
        return parts(self._folder, kind.name, since=self._since, upto=self._upto)


def _declared(name: str) -> FactKind:
    kind = kind_named(name)
    if kind is None:
        raise KeyError(name)
    return kind


def _types(kind: FactKind) -> dict[str, str]:
    return COMMON | {name: IBIS_TYPES[wanted] for name, wanted in kind.fields.items()}


def _view(name: str) -> str:
    return name.replace(".", "__")
