"""Files of old dossiers: CSV or JSON lines in, a report of what is wrong out."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from nentang.government.services.errors import OldFileUnreadable
from nentang.government.services.rules.old_dossiers import COLUMNS, REQUIRED
from nentang.government.services.rules.old_faults import ADVICE, Fault

Row = tuple[int, Mapping[str, str]]
_HEADINGS = ("dòng/row", "mã/code", "cột/column", "sai gì", "làm gì", "what is wrong", "what to do")


def digest_of(file: Path) -> str:
    """SHA-256 of what stands in it."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def rows_of(file: Path) -> Iterator[Row]:
    """Each row with its line in the file; OldFileUnreadable where it is no such file."""
    read = _json_lines if file.suffix in (".jsonl", ".ndjson") else _csv
    try:
        with file.open(encoding="utf-8-sig", newline="") as content:
            yield from read(content, file.name)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise OldFileUnreadable(file=file.name, fault=type(fault).__name__) from fault


def _csv(content: IO[str], name: str) -> Iterator[Row]:
    reader = csv.DictReader(content)
    columns = set(reader.fieldnames or ())
    if missing := [column for column in REQUIRED if column not in columns]:
        raise OldFileUnreadable(file=name, fault=f"- {', '.join(missing)}")
    if strange := sorted(columns - set(COLUMNS)):
        raise OldFileUnreadable(file=name, fault=f"+ {', '.join(strange)}")
    for values in reader:
        yield reader.line_num, values


def _json_lines(content: IO[str], name: str) -> Iterator[Row]:
    for number, line in enumerate(content, 1):
        if not line.strip():
            continue
        try:
            values = _texts(json.loads(line))
        except (ValueError, RecursionError) as fault:
            raise OldFileUnreadable(file=name, fault=f"line {number}") from fault
        yield number, values


def _texts(told: object) -> dict[str, str]:
    """The values as texts; ValueError where it is no object, or holds half a character."""
    if not isinstance(told, dict):
        raise ValueError("no object")
    values = {key: "" if value is None else str(value) for key, value in told.items()}
    "".join(values.values()).encode()
    return values


def write_report(file: Path, faults: Iterable[Fault]) -> None:
    """What is wrong, row by row, as a table that opens in any office program."""
    with file.open("w", encoding="utf-8-sig", newline="") as content:
        writer = csv.writer(content)
        writer.writerow(_HEADINGS)
        for fault in sorted(faults, key=lambda each: each.row):
            advice = ADVICE[fault.reason]
            texts = (advice.wrong, advice.mend, advice.wrong_en, advice.mend_en)
            writer.writerow((fault.row, fault.code, fault.column, *texts))
