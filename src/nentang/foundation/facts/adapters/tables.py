"""Facts as Ibis tables over DuckDB, one view a kind, made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nentang.foundation.facts.registry import kind_named, kinds
from nentang.foundation.facts.rules import FactKind

from .engines import engine
from .layout import EVER, parts

if TYPE_CHECKING:
    import ibis

COMMON = {
    "id": "int64",
    "occurred_at": "timestamp('UTC')",
    "day": "date",
    "organization_id": "int64",
    "unit_code": "string",
}
IBIS_TYPES = {str: "string", int: "int64", float: "float64", bool: "boolean", date: "date"}


class FactTables(Mapping[str, "ibis.Table"]):
    """A table for each declared kind; one without facts is empty but has its columns.

    Only the batches after `since` up to `upto`. The connection is this object's own: short-lived.
    """

    def __init__(self, folder: Path, *, since: int = 0, upto: int = EVER) -> None:
        self._engine = engine()
        self._folder, self._since, self._upto = folder, since, upto
        self._made: dict[str, ibis.Table] = {}

    @property
    def connection(self) -> Any:
        """The connection of Ibis."""
        return self._engine.connection

    def close(self) -> None:
        """Let go of the connection."""
        self._engine.close()

    def __getitem__(self, name: str) -> ibis.Table:
        if name not in self._made:
            kind = kind_named(name)
            if kind is None:
                raise KeyError(name)
            self._made[name] = self._make(kind)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(kind.name for kind in kinds())

    def __len__(self) -> int:
        return len(kinds())

    def _parts(self, kind: FactKind) -> list[Path]:
        return parts(self._folder, kind.name, since=self._since, upto=self._upto)

    def _make(self, kind: FactKind) -> ibis.Table:
        types = COMMON | {name: IBIS_TYPES[wanted] for name, wanted in kind.fields.items()}
        view = kind.name.replace(".", "__")
        files = self._parts(kind)
        if not files:
            return _empty(types)
        return _shaped(self._engine.read(files, view), types)


def _shaped(found: ibis.Table, types: dict[str, str]) -> ibis.Table:
    """The declared columns in order; those that older files lack are empty."""
    import ibis  # noqa: PLC0415 - heavy

    lacking = {n: ibis.null().cast(t).name(n) for n, t in types.items() if n not in found.columns}
    return found.mutate(**lacking).select(list(types)) if lacking else found.select(list(types))


def _empty(types: dict[str, str]) -> ibis.Table:
    import ibis  # noqa: PLC0415 - heavy

    return ibis.memtable([], schema=ibis.schema(types))
