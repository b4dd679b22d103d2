"""What counts the facts: DuckDB in this process, or a Spark cluster; the same expressions run on either."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings

if TYPE_CHECKING:
    import ibis


class Engine(Protocol):
    """A connection of Ibis, and how Parquet files become one of its tables."""

    connection: Any

    def read(self, files: Sequence[Path], view: str) -> ibis.Table:
        """The rows of all files; a column that an older file lacks is empty there."""

    def close(self) -> None:
        """Let go of what is held."""


def engine() -> Engine:
    """The one that this installation is set to."""
    master = settings.SPARK_MASTER
    return _Spark(master) if master else _DuckDB()


class _DuckDB:
    def __init__(self) -> None:
        import ibis  # noqa: PLC0415 - heavy

        # ibis 12 still calls DuckDB by a name that DuckDB 2 has renamed.
        warnings.filterwarnings("ignore", "fetch_arrow_table", DeprecationWarning)
        self.connection = ibis.duckdb.connect()

    def read(self, files: Sequence[Path], view: str) -> ibis.Table:
        return self.connection.read_parquet(
            [str(each) for each in files],
            table_name=view,
            union_by_name=True,
            hive_partitioning=False,
        )

    def close(self) -> None:
        self.connection.disconnect()


class _Spark:
    """The session is the process's own and stays; the files must lie where the workers read them too."""

    def __init__(self, master: str) -> None:
        import ibis  # noqa: PLC0415 - heavy
        from pyspark.sql import SparkSession  # noqa: PLC0415 - only with the extra `spark`

        builder = SparkSession.builder.master(master).appName("nentang")
        for name, value in _SPARK.items():
            builder = builder.config(name, value)
        self._session = builder.getOrCreate()
        self.connection = ibis.pyspark.connect(self._session)

    def read(self, files: Sequence[Path], view: str) -> ibis.Table:
        found = self._session.read.option("mergeSchema", "true").parquet(*map(str, files))
        found.createOrReplaceTempView(view)
        return self.connection.table(view)

    def close(self) -> None:
        """A later computation would pay for starting it again."""


_SPARK = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
