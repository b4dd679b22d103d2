"""Tables as files: CSV, or JSON lines, with the columns that the register's own intake has."""

import csv
import json
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from nentang.foundation.registers.public import intake_of, register_named

from .registered import Row, Told

Write = Callable[[Iterable[Row]], int]
FORMATS = ("csv", "jsonl")


def columns_of(table: str) -> list[str]:
    """The columns with which the register of that name takes in tables."""
    intake = intake_of(register_named(table))
    if intake is None:
        raise LookupError(table)
    return [column.name for column in intake.columns]


class Files:
    """One file a table in a folder; rows are written as they come."""

    def __init__(self, folder: Path, form: str, open_files: ExitStack) -> None:
        self._folder, self._form, self._open = folder, form, open_files
        self._writes: dict[str, Write] = {}
        self.counts: dict[str, int] = {}

    def write(self, told: Told) -> None:
        """All that is told of one place."""
        for table, rows in told.tables():
            self.counts[table] = self.counts.get(table, 0) + self._write_for(table)(rows)

    def _write_for(self, table: str) -> Write:
        if table not in self._writes:
            path = self._folder / f"{table}.{self._form}"
            file = self._open.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._writes[table] = (_csv if self._form == "csv" else _json_lines)(file, table)
        return self._writes[table]


def _csv(file: IO[str], table: str) -> Write:
    writer = csv.DictWriter(file, columns_of(table), restval="", lineterminator="\n")
    writer.writeheader()

    def write(rows: Iterable[Row]) -> int:
        count = 0
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last place is how many
            writer.writerow(row)
        return count

    return write


def _json_lines(file: IO[str], table: str) -> Write:
    names = columns_of(table)

    def write(rows: Iterable[Row]) -> int:
        count = 0
        for count, row in enumerate(rows, 1):  # noqa: B007 - as above
            told = {name: row[name] for name in names if row.get(name)}
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
        return count

    return write
