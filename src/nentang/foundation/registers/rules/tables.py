"""Tables of text as they come in files: CSV with a head, or JSON as a list of objects."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import is_storable

MOST_ROWS = 100_000
LONGEST = 2000


class TableUnreadable(ValueError):
    """The text is no such table; the argument says why, in Vietnamese."""


class Row(Frozen):
    """A line of the file, counted as people count, with its cells by column."""

    line: int
    cells: Mapping[str, str]


def read_table(text: str, columns: Sequence[str], required: Sequence[str]) -> list[Row]:
    """The rows; unknown columns are left out. TableUnreadable."""
    rows = _json_rows(text) if text.lstrip()[:1] == "[" else _csv_rows(text)
    if not rows:
        raise TableUnreadable("tệp không có dòng nào")
    if len(rows) > MOST_ROWS:
        raise TableUnreadable(f"nhiều hơn {MOST_ROWS} dòng, chia thành nhiều tệp")
    if missing := [name for name in required if name not in rows[0].cells]:
        raise TableUnreadable(f"thiếu cột {', '.join(missing)}")
    return [Row(row.line, {name: row.cells.get(name, "") for name in columns}) for row in rows]


def _csv_rows(text: str) -> list[Row]:
    head = text.lstrip("\N{BYTE ORDER MARK}").split("\n", 1)[0]
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text.lstrip("\N{BYTE ORDER MARK}")), delimiter=separator)
    try:
        names = [name.strip() for name in next(reader)]
        return [
            Row(
                reader.line_num,
                {name: _cell(value) for name, value in zip(names, cells, strict=False)},
            )
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except (csv.Error, StopIteration) as error:
        raise TableUnreadable("không phải bảng CSV") from error


def _json_rows(text: str) -> list[Row]:
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TableUnreadable("không phải JSON") from error
    if not all(isinstance(row, dict) for row in loaded):
        raise TableUnreadable("JSON phải là một danh sách các đối tượng")
    return [
        Row(number, {str(name): _cell(value) for name, value in row.items()})
        for number, row in enumerate(loaded, 1)
    ]


def _cell(value: object) -> str:
    text = "" if value is None else str(value).strip()[:LONGEST]
    if not is_storable(text):
        raise TableUnreadable("có ký tự không phải chữ (NUL, nửa ký tự)")
    return text
