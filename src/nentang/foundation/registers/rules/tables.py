"""Tables of text as they come in files, row by row: CSV with a head, JSON lines, JSON as a list of objects, or GeoJSON.

Of a feature collection each feature is a row: its properties, and `shape`, its geometry as text.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import is_storable

from .cells import without_apostrophe
from .json_pieces import LONGEST as LONGEST_ROW
from .json_pieces import Pieces
from .unreadable import TableUnreadable

LONGEST, LONGEST_SHAPE = 2000, 120_000
SHAPE = "shape"
GEOJSON = ("Feature", "FeatureCollection")
NO_JSON_TABLE = "JSON phải là một danh sách đối tượng, mỗi dòng một đối tượng, hoặc GeoJSON"


class Row(Frozen):
    """A line of the file, counted as people count, with its cells by column."""

    line: int
    cells: Mapping[str, str]


def rows_in(text: IO[str], columns: Sequence[str], required: Sequence[str]) -> Iterator[Row]:
    """The rows, one at a time; unknown columns are left out. TableUnreadable, also after some rows.

    The text is read from its beginning, with its line ends untouched.
    """
    read, is_first = _form_of(text.read(LONGEST_ROW)), True
    text.seek(0)
    for row in read(text):
        if is_first and (missing := [name for name in required if name not in row.cells]):
            raise TableUnreadable(f"thiếu cột {', '.join(missing)}")
        is_first = False
        yield Row(row.line, {name: row.cells.get(name, "") for name in columns})
    if is_first:
        raise TableUnreadable("tệp không có dòng nào")


def _form_of(head: str) -> Callable[[IO[str]], Iterator[Row]]:
    start = head.lstrip()[:1]
    if start == "[":
        return _list_rows
    if start == "{":
        return (
            _line_rows if _is_object_by_itself(head.lstrip().split("\n", 1)[0]) else _feature_rows
        )
    return _csv_rows


def _is_object_by_itself(line: str) -> bool:
    """Whether the line is an object, and not a whole map."""
    try:
        first = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "features" not in first and first.get("type") not in GEOJSON


def _csv_rows(text: IO[str]) -> Iterator[Row]:
    lines = _lines(text)
    head = next(lines, "")
    separator = max(",;\t", key=head.count)
    reader = csv.reader(_with_first(head, lines), delimiter=separator)
    try:
        names = [name.strip() for name in next(reader, ())]
        for cells in reader:
            if any(cell.strip() for cell in cells):
                number = reader.line_num
                told = zip(names, map(without_apostrophe, cells), strict=False)
                yield Row(number, _cells(told, number))
    except csv.Error as error:
        raise TableUnreadable("không phải bảng CSV") from error


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _line_rows(text: IO[str]) -> Iterator[Row]:
    for number, line in enumerate(_lines(text), 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise TableUnreadable(f"dòng {number} không phải JSON") from error
        yield Row(number, _cells(_object(told, number).items(), number))


def _list_rows(text: IO[str]) -> Iterator[Row]:
    pieces = Pieces(text)
    for number, told in enumerate(pieces.elements(), 1):
        yield Row(number, _cells(_object(told, number).items(), number))
    pieces.end()


def _feature_rows(text: IO[str]) -> Iterator[Row]:
    pieces, said = Pieces(text), dict[str, Any]()
    for name in pieces.members():
        if name == "features" and name not in said and pieces.next() == "[":
            said[name] = True
            for number, told in enumerate(pieces.elements(), 1):
                yield Row(number, _feature(_object(told, number), number))
        else:
            said[name] = pieces.value()
    pieces.end()
    if said.get("type") != "FeatureCollection" or said.get("features") is not True:
        raise TableUnreadable(NO_JSON_TABLE)


def _feature(feature: dict[str, Any], number: int) -> dict[str, str]:
    properties = feature.get("properties")
    said = properties if isinstance(properties, dict) else {}
    shape = feature.get("geometry")
    return _cells((said | ({SHAPE: shape} if shape else {})).items(), number)


def _object(told: object, number: int) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise TableUnreadable(f"dòng {number}: {NO_JSON_TABLE}")
    return told


def _lines(text: IO[str]) -> Iterator[str]:
    """The lines with their ends; no longer ones than a row may be."""
    number = 0
    while line := text.readline(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW:
            raise TableUnreadable(f"dòng {number} dài hơn {LONGEST_ROW:,} ký tự")
        yield line


def _cells(told: Any, number: int) -> dict[str, str]:
    """Each value as text, by its name."""
    return {name: _cell(value, name, number) for name, value in told}


def _cell(value: object, name: str, number: int) -> str:
    longest = LONGEST_SHAPE if name == SHAPE else LONGEST
    text = _text(value).strip()[:longest]
    if not is_storable(text):
        raise TableUnreadable(f"dòng {number} có ký tự không phải chữ (NUL, nửa ký tự)")
    return text


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict | list):
        return "" if value is None else str(value)
    try:
        return json.dumps(value, ensure_ascii=False)
    except RecursionError as error:
        raise TableUnreadable("JSON lồng nhau quá sâu") from error
