"""Facts as Parquet files, each written whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nentang.foundation.facts.models import Fact
from nentang.foundation.facts.registry import kind_named

if TYPE_CHECKING:
    import pyarrow as pa

COMMON = {
    "id": "int64",
    "occurred_at": "timestamp[us, tz=UTC]",
    "day": "date32",
    "organization_id": "int64",
    "unit_code": "string",
}
ARROW_TYPES = {str: "string", int: "int64", float: "double", bool: "bool", date: "date32"}


def write_facts(path: Path, facts: Sequence[Fact]) -> None:
    """Write facts of one kind and month, ordered by unit and day so that filters skip blocks.

    A kind that no installed app declares any more keeps only the common columns.
    """
    import pyarrow as pa  # noqa: PLC0415 - heavy

    kind = kind_named(facts[0].kind)
    fields = kind.fields if kind else {}
    ordered = sorted(facts, key=lambda fact: (fact.unit_code, fact.day, fact.pk))
    columns = {name: [getattr(fact, name) for fact in ordered] for name in COMMON}
    for name, wanted in fields.items():
        columns[name] = [_read(fact.payload.get(name), wanted) for fact in ordered]
    types = COMMON | {name: ARROW_TYPES[wanted] for name, wanted in fields.items()}
    write_table(path, pa.table(columns, schema=arrow_schema(types)))


def write_table(path: Path, table: pa.Table) -> None:
    """Write beside, then put in place in one step."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{secrets.token_hex(8)}.writing")
    pq.write_table(table, beside, compression="zstd")
    beside.replace(path)


def arrow_schema(types: dict[str, str]) -> pa.Schema:
    """The schema with those columns."""
    import pyarrow as pa  # noqa: PLC0415 - heavy

    known = {
        "timestamp[us, tz=UTC]": pa.timestamp("us", tz="UTC"),
        "date32": pa.date32(),
        "int64": pa.int64(),
        "string": pa.string(),
        "double": pa.float64(),
        "bool": pa.bool_(),
    }
    return pa.schema([(name, known[kind]) for name, kind in types.items()])


def merge(target: Path, sources: Sequence[Path]) -> None:
    """One file out of several; columns that an older one lacks are empty there."""
    import pyarrow as pa  # noqa: PLC0415 - heavy
    import pyarrow.parquet as pq  # noqa: PLC0415 - heavy

    tables = [pq.read_table(source, partitioning=None) for source in sources]
    whole = pa.concat_tables(tables, promote_options="default")
    write_table(
        target,
        whole.sort_by([("unit_code", "ascending"), ("day", "ascending"), ("id", "ascending")]),
    )


def _read(value: object, wanted: type) -> object:
    return date.fromisoformat(value) if wanted is date and isinstance(value, str) else value
