"""Tables of text as they come in files: CSV with a head, JSON as a list of objects, or GeoJSON.

Of a feature collection each feature is a row: its properties, and `shape`, its geometry as text.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import is_storable

MOST_ROWS = 100_000
LONGEST, LONGEST_SHAPE = 2000, 120_000
SHAPE = "shape"


class TableUnreadable(ValueError):
    """The text is no such table; the argument says why, in Vietnamese."""


class Row(Frozen):
    """A line of the file, counted as people count, with its cells by column."""

    line: int
    cells: Mapping[str, str]


def read_table(text: str, columns: Sequence[str], required: Sequence[str]) -> list[Row]:
    """The rows; unknown columns are left out. TableUnreadable."""
    read = {"[": _json_rows, "{": _feature_rows}.get(text.lstrip()[:1], _csv_rows)
    rows = read(text)
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
                {name: _cell(value, name) for name, value in zip(names, cells, strict=False)},
            )
            for cells in reader
            if any(cell.strip() for cell in cells)
        ]
    except (csv.Error, StopIteration) as error:
        raise TableUnreadable("không phải bảng CSV") from error


def _json_rows(text: str) -> list[Row]:
    loaded = _loaded(text)
    if not all(isinstance(row, dict) for row in loaded):
        raise TableUnreadable("JSON phải là một danh sách các đối tượng")
    return [
        Row(number, {str(name): _cell(value, str(name)) for name, value in row.items()})
        for number, row in enumerate(loaded, 1)
    ]


def _feature_rows(text: str) -> list[Row]:
    loaded = _loaded(text)
    features = loaded.get("features")
    if loaded.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise TableUnreadable("JSON phải là một danh sách, hoặc GeoJSON FeatureCollection")
    if not all(isinstance(each, dict) for each in features):
        raise TableUnreadable("mỗi phần tử của GeoJSON phải là một Feature")
    return [Row(number, _feature(each)) for number, each in enumerate(features, 1)]


def _feature(feature: dict[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    said = properties if isinstance(properties, dict) else {}
    cells = {str(name): _cell(value, str(name)) for name, value in said.items()}
    geometry = feature.get("geometry")
    return cells | ({SHAPE: _cell(json.dumps(geometry), SHAPE)} if geometry else {})


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TableUnreadable("không phải JSON") from error


def _cell(value: object, name: str) -> str:
    longest = LONGEST_SHAPE if name == SHAPE else LONGEST
    text = "" if value is None else str(value).strip()[:longest]
    if not is_storable(text):
        raise TableUnreadable("có ký tự không phải chữ (NUL, nửa ký tự)")
    return text
