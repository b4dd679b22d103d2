"""What counts the facts: DuckDB in this process, or a Spark cluster; the same definitions run on either."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings

if TYPE_CHECKING:
    import pyarrow as pa


class Engine(Protocol):
    """Where Parquet files become views, and SQL of its dialect (as Ibis names it) is run."""

    dialect: str

    @property
    def connection(self) -> Any:
        """The same as a connection of Ibis."""

    def show(self, view: str, files: Sequence[Path], types: Mapping[str, str]) -> None:
        """The rows of all files in those columns; one that an older file lacks is empty there."""

    def put(self, name: str, rows: pa.Table) -> None:
        """These rows as a table."""

    def run(self, sql: str) -> pa.Table:
        """What the query finds."""

    def close(self) -> None:
        """Let go of what is held."""


def engine() -> Engine:
    """The one that this installation is set to."""
    master = settings.SPARK_MASTER
    return _Spark(master) if master else _DuckDB()


class _DuckDB:
    dialect = "duckdb"

    def __init__(self) -> None:
        import duckdb  # noqa: PLC0415 - heavy

        self._duckdb = duckdb.connect()
        self._duckdb.execute(
            "SET enable_progress_bar = false"
        )  # it would stand in the worker's log

    @cached_property
    def connection(self) -> Any:
        import ibis  # noqa: PLC0415 - heavy

        # ibis 12 still calls DuckDB by a name that DuckDB 2 has renamed.
        warnings.filterwarnings("ignore", "fetch_arrow_table", DeprecationWarning)
        return ibis.duckdb.from_connection(self._duckdb)

    def show(self, view: str, files: Sequence[Path], types: Mapping[str, str]) -> None:
        columns = ", ".join(f'CAST(NULL AS {_DUCKDB[kind]}) AS "{n}"' for n, kind in types.items())
        rows = f"SELECT {columns} WHERE false"
        if files:
            names = ", ".join(_quoted(each) for each in files)
            read = f"read_parquet([{names}], union_by_name=true, hive_partitioning=false)"
            rows = f"{rows} UNION ALL BY NAME SELECT * FROM {read}"  # noqa: S608 - files and fields of our own
        wanted = ", ".join(f'"{name}"' for name in types)
        self._duckdb.execute(f'CREATE VIEW "{view}" AS SELECT {wanted} FROM ({rows})')  # noqa: S608

    def put(self, name: str, rows: pa.Table) -> None:
        self._duckdb.register("_put", rows)
        self._duckdb.execute(f'CREATE OR REPLACE TABLE "{name}" AS SELECT * FROM _put')  # noqa: S608
        self._duckdb.unregister("_put")

    def run(self, sql: str) -> pa.Table:
        return self._duckdb.sql(sql).to_arrow_table()

    def close(self) -> None:
        self._duckdb.close()


class _Spark:
    """The session is the process's own and stays; the files must lie where the workers read them too."""

    dialect = "pyspark"

    def __init__(self, master: str) -> None:
        import ibis  # noqa: PLC0415 - heavy
        from pyspark.sql import SparkSession  # noqa: PLC0415 - only with the extra `spark`

        builder = SparkSession.builder.master(master).appName("nentang")
        for name, value in _SPARK.items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self.connection = ibis.pyspark.connect(self._session)

    def show(self, view: str, files: Sequence[Path], types: Mapping[str, str]) -> None:
        form = ", ".join(f"{name} {_SPARK_TYPES[kind]}" for name, kind in types.items())
        reader = self._session.read.schema(form)
        found = reader.parquet(*map(str, files)) if files else self._nothing(form)
        found.createOrReplaceTempView(view)

    def put(self, name: str, rows: pa.Table) -> None:
        self._session.createDataFrame(rows).createOrReplaceTempView(name)

    def run(self, sql: str) -> pa.Table:
        return self._session.sql(sql).toArrow()

    def close(self) -> None:
        """A later computation would pay for starting it again."""

    def _nothing(self, form: str) -> Any:
        return self._session.createDataFrame([], form)


def _quoted(file: Path) -> str:
    return "'" + str(file).replace("'", "''") + "'"


_DUCKDB = {
    "int64": "BIGINT",
    "timestamp('UTC')": "TIMESTAMPTZ",
    "date": "DATE",
    "string": "VARCHAR",
    "float64": "DOUBLE",
    "boolean": "BOOLEAN",
}
_SPARK_TYPES = {
    "int64": "bigint",
    "timestamp('UTC')": "timestamp",
    "date": "date",
    "string": "string",
    "float64": "double",
    "boolean": "boolean",
}
_SPARK = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
