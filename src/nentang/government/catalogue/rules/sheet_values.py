"""What a sheet shows of a bundle's text, and what a saved sheet makes of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number

from .differences import name_of
from .entries import Entry, EntryKind, Unfit, read, written
from .sheets import Sheet, Values

K = EntryKind
Posted = Mapping[str, str]
SPARE = 1
MOST_ROWS = 300


class Box(Frozen):
    """An entry as a page shows it: its name there, what stands in it, what is wrong with it."""

    entry: Entry
    name: str
    text: str
    english: str = ""
    error: str = ""


class RowOfBoxes(Frozen):
    """A row as a page shows it; `was` is its place in the kept list, empty for a new one."""

    title: str
    was: str
    at: int
    boxes: tuple[Box, ...]


def shown(source: Values, sheet: Sheet) -> list[Any]:
    """What stands in the boxes of the sheet: two savings of it are told apart by this."""
    own = [_get(source, _join(sheet.root, each.path)) for each in sheet.entries]
    rows = [[_get(row, each.path) for each in sheet.row_entries] for row in _rows(source, sheet)]
    return [own, rows]


def part_of(source: Values, sheet: Sheet) -> Any:
    """What is kept in the sheet's place, with what it does not show."""
    own = [_get(source, _join(sheet.root, each.path)) for each in sheet.entries]
    return [own, _rows(source, sheet)]


def with_part(source: Values, sheet: Sheet, part: Any) -> dict[str, Any]:
    """The text with what the sheet showed at another time."""
    made: dict[str, Any] = _copy(source)
    for each, value in zip(sheet.entries, part[0], strict=True):
        _set(made, _join(sheet.root, each.path), value)
    if sheet.rows:
        _set(made, _join(sheet.root, sheet.rows), part[1])
    return made


def boxes(source: Values, sheet: Sheet) -> list[Box]:
    """The values of the sheet itself."""
    found = ((each, _get(source, _join(sheet.root, each.path))) for each in sheet.entries)
    return [_box(each, f"o.{each.path}", value) for each, value in found]


def rows_of_boxes(source: Values, sheet: Sheet) -> list[RowOfBoxes]:
    """The rows of the sheet, and some empty ones to be filled in."""
    kept = _rows(source, sheet)
    spare = SPARE if sheet.rows else 0
    rows = [(str(number), row) for number, row in enumerate(kept)] + [("", {})] * spare
    return [
        RowOfBoxes(
            title=_title_of(row),
            was=was,
            at=number + 1,
            boxes=tuple(
                _box(each, f"r.{number}.{each.path}", _get(row, each.path))
                for each in sheet.row_entries
            ),
        )
        for number, (was, row) in enumerate(rows)
    ]


def _title_of(row: Values) -> str:
    """The words that people read, where the row has some."""
    told = (row.get(key) for key in ("label", "title", "name"))
    words = (each["vi"] for each in told if isinstance(each, Mapping) and each.get("vi"))
    return str(next(words, name_of(row)))


def posted_rows(sheet: Sheet, posted: Posted) -> list[RowOfBoxes]:
    """The rows as a page sent them, in its order, with empty boxes."""
    return [
        RowOfBoxes(
            title=posted.get(f"r.{number}._title", ""),
            was=posted.get(f"r.{number}._was", ""),
            at=number + 1,
            boxes=tuple(Box(each, f"r.{number}.{each.path}", "") for each in sheet.row_entries),
        )
        for number in _numbers(posted)
    ]


def apply(source: Values, sheet: Sheet, posted: Posted) -> tuple[dict[str, Any], dict[str, str]]:
    """The text with what was typed into the sheet, and what is wrong there, by the name of the box."""
    made, errors = _copy(source), dict[str, str]()
    for each in sheet.entries:
        value = _typed(each, f"o.{each.path}", posted, errors)
        _set(made, _join(sheet.root, each.path), value)
    if sheet.rows:
        _set(made, _join(sheet.root, sheet.rows), _typed_rows(source, sheet, posted, errors))
    return made, errors


def _typed_rows(
    source: Values, sheet: Sheet, posted: Posted, errors: dict[str, str]
) -> list[dict[str, Any]]:
    kept = _rows(source, sheet)
    found: list[tuple[float, dict[str, Any]]] = []
    for number in _numbers(posted):
        prefix = f"r.{number}."
        was = whole_number(posted.get(f"{prefix}_was", ""))
        old = kept[was] if was is not None and was < len(kept) else {}
        names = [f"{prefix}{each.path}" for each in sheet.row_entries]
        typed = any(value.strip() for key, value in posted.items() if _belongs(key, names))
        if posted.get(f"{prefix}_gone") or not (old or typed):
            continue
        row = _copy(old)
        for each, name in zip(sheet.row_entries, names, strict=True):
            _set(row, each.path, _typed(each, name, posted, errors))
        place = posted.get(f"{prefix}_at", "").replace(",", ".")
        found.append((_place(place, number), row))
    return [row for _at, row in sorted(found, key=lambda pair: pair[0])]


def _belongs(key: str, names: list[str]) -> bool:
    return key in names or (key.rpartition(".")[0] in names and key.endswith((".vi", ".en")))


def _place(text: str, number: int) -> float:
    try:
        return float(text)
    except ValueError:
        return number + 1


def _numbers(posted: Posted) -> Iterator[int]:
    found = {key.split(".")[1] for key in posted if key.startswith("r.") and key.endswith("._was")}
    numbers = (number for each in found if (number := whole_number(each)) is not None)
    return iter(sorted(numbers)[:MOST_ROWS])


def _typed(each: Entry, name: str, posted: Posted, errors: dict[str, str]) -> Any:
    """What was typed into a box; None where there is nothing or it is wrong."""
    try:
        if each.kind is K.FLAG:
            return bool(posted.get(name))
        if each.kind is K.PAIR:
            vi, en = (read(each, posted.get(f"{name}.{language}", "")) for language in ("vi", "en"))
            return {"vi": vi or "", "en": en or ""} if vi or en else None
        return read(each, posted.get(name, ""))
    except Unfit as unfit:
        errors[name] = unfit.code
        return None


def _box(each: Entry, name: str, value: Any) -> Box:
    if each.kind is K.PAIR:
        pair = value if isinstance(value, Mapping) else {}
        return Box(each, name, str(pair.get("vi", "")), str(pair.get("en", "")))
    if each.kind is K.FLAG:
        return Box(each, name, "1" if value else "")
    return Box(each, name, written(each.kind, value))


def _rows(source: Values, sheet: Sheet) -> list[Any]:
    return list(_get(source, _join(sheet.root, sheet.rows)) or []) if sheet.rows else []


def _join(*parts: str) -> str:
    return ".".join(filter(None, parts))


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copy(each) for key, each in value.items()}
    return [_copy(each) for each in value] if isinstance(value, list) else value


def _get(value: Any, path: str) -> Any:
    for key in filter(None, path.split(".")):
        if isinstance(value, list):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _set(target: Any, path: str, value: Any) -> None:
    """Puts a value below the target; None takes the key away."""
    if not path:
        target.update(value or {})
        return
    *way, last = path.split(".")
    for key in way:
        if isinstance(target, list):
            target = target[int(key)]
            continue
        if not isinstance(target.get(key), (dict, list)):
            if value is None or value == []:
                return
            target[key] = {}
        target = target[key]
    if value is None:
        target.pop(last, None)
    elif value is not False or last in target:
        target[last] = value
