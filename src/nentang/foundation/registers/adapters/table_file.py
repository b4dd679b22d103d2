"""Files of tables: rows in, and a report of those that were refused out."""

import csv
import hashlib
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO

from nentang.foundation.portal.public import safe_cell
from nentang.foundation.registers.errors import FileUnreadable
from nentang.foundation.registers.registry import Intake, Refusal
from nentang.foundation.registers.rules.tables import Row, rows_in
from nentang.foundation.registers.rules.unreadable import TableUnreadable

BESIDE = ("dòng bị trả lại", "cột sai", "vì sao")


def rows_of(intake: Intake, content: IO[bytes]) -> Iterator[Row]:
    """The rows that the intake takes, one at a time, whatever the file's length, which is closed at their end.

    FileUnreadable says what is wrong.
    """
    columns = [column.name for column in intake.columns]
    required = [column.name for column in intake.columns if column.is_required]
    try:
        with io.TextIOWrapper(content, encoding="utf-8-sig", newline="") as text:
            yield from rows_in(text, columns, required)
    except UnicodeDecodeError:
        raise FileUnreadable(reason="tệp không phải UTF-8") from None
    except TableUnreadable as error:
        raise FileUnreadable(reason=str(error)) from None


def survey(intake: Intake, file: Path) -> tuple[str, int]:
    """SHA-256 of the file and how many rows it has; FileUnreadable wherever it breaks off."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    with file.open("rb") as content:
        return digest, sum(1 for _row in rows_of(intake, content))


def write_refused(
    report: Path, columns: Sequence[str], refused: Iterable[tuple[Row, Refusal]]
) -> None:
    """The rows as they stood in the file, each with its line, the column and why; only its owner may read it.

    Mended, the report is a table itself.
    """
    report.unlink(missing_ok=True)
    number = os.open(report, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*BESIDE, *columns))
        for row, why in refused:
            cells = map(safe_cell, row.cells.values())
            writer.writerow((row.line, why.column, why.sentence, *cells))
