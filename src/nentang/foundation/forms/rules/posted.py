"""Takes what a page posted into a draft's answers. Only names that the form knows are read.

Names are flat: `children.0.full_name`; a ticked box is `kinds.book`; a place is `home` (the code
chosen), `home.text` (what was typed) and `home.was` (what the list was made from); a paper given
before is `proof.known.<its name>`. A question that was not on the page keeps its answer.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from nentang.foundation.forms.enums import FieldKind

from .cleaning import tidy
from .definition import Field

Posted = Mapping[str, str]
Answers = dict[str, Any]

ADD, REMOVE = "_add", "_remove"
KNOWN = ".known."
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_posted(
    fields: tuple[Field, ...], posted: Posted, current: object, prefix: str = ""
) -> Answers:
    """The answers of one level after this post, tidied where they can be read."""
    kept: Answers = dict(current) if isinstance(current, Mapping) else {}
    for field in fields:
        path = f"{prefix}{field.name}"
        kept[field.name] = _answer(field, path, posted, kept.get(field.name))
    return {name: value for name, value in kept.items() if value is not None}


def _answer(field: Field, path: str, posted: Posted, current: object) -> object:
    match field.kind:
        case FieldKind.GROUP:
            return read_posted(field.fields, posted, current, f"{path}.")
        case FieldKind.REPEAT:
            return _rows(field, path, posted, current)
        case FieldKind.FILE:
            return _files(path, posted, current)
    if path not in posted:
        return current
    if field.kind is FieldKind.MULTI_CHOICE:
        return [c.value for c in field.choices if f"{path}.{c.value}" in posted]
    if field.kind is FieldKind.UNIT:
        return tidy(field, _place(path, posted))
    return tidy(field, _storable(posted[path]))


def _storable(text: str) -> str:
    return _UNSTORABLE.sub("", text)


def _place(path: str, posted: Posted) -> str:
    """The code chosen, unless other words were typed since the list was made; then the words."""
    text = _storable(posted.get(f"{path}.text", "")).strip()
    was_reworded = text != _storable(posted.get(f"{path}.was", "")).strip()
    return text if was_reworded or not posted[path] else _storable(posted[path])


def _files(path: str, posted: Posted, current: object) -> object:
    removed = posted.get(f"{path}.remove", "")
    return [n for n in current if str(n) != removed] if isinstance(current, list) else current


def _rows(field: Field, path: str, posted: Posted, current: object) -> object:
    """The rows on the page without the one removed, and with an empty one added."""
    shown = _shown(path, posted)
    if not shown and posted.get(ADD) != path:
        return current
    before: Sequence[Any] = current if isinstance(current, list) else []
    rows = [
        read_posted(field.fields, posted, before[i] if i < len(before) else {}, f"{path}.{i}.")
        for i in shown[: field.most + 1]
        if posted.get(REMOVE) != f"{path}.{i}"
    ]
    return [*rows, {}] if posted.get(ADD) == path and len(rows) < field.most else rows


def _shown(path: str, posted: Posted) -> list[int]:
    """Numbers of the rows that were on the page."""
    begin = f"{path}."
    found = {name[len(begin) :].split(".", 1)[0] for name in posted if name.startswith(begin)}
    return sorted(
        int(each) for each in found if each.isascii() and each.isdigit() and len(each) < 4
    )


def place_files(
    fields: tuple[Field, ...], answers: object, path: str, numbers: list[int]
) -> Answers:
    """The answers with more files at that path; unchanged where the form asks for none there."""
    level: Answers = dict(answers) if isinstance(answers, Mapping) else {}
    name, _, rest = path.partition(".")
    field = next((each for each in fields if each.name == name), None)
    if field is None:
        return level
    if field.kind is FieldKind.FILE and not rest:
        before = level.get(name)
        level[name] = [*(before if isinstance(before, list) else []), *numbers]
    elif field.kind is FieldKind.GROUP and rest:
        level[name] = place_files(field.fields, level.get(name), rest, numbers)
    elif field.kind is FieldKind.REPEAT and rest:
        level[name] = _in_row(field, level.get(name), rest, numbers)
    return level


def _in_row(field: Field, value: object, path: str, numbers: list[int]) -> list[Any]:
    rows: list[Any] = list(value) if isinstance(value, list) else []
    index, _, rest = path.partition(".")
    if index.isascii() and index.isdigit() and rest and int(index[:3]) < len(rows):
        rows[int(index[:3])] = place_files(field.fields, rows[int(index[:3])], rest, numbers)
    return rows


def files_at(
    fields: tuple[Field, ...], answers: object, path: str
) -> tuple[Field, list[int]] | None:
    """The file question at a path with the files it has; None where the form asks for none there."""
    level = answers if isinstance(answers, Mapping) else {}
    name, _, rest = path.partition(".")
    field = next((each for each in fields if each.name == name), None)
    if field is None:
        return None
    value = level.get(name)
    if field.kind is FieldKind.FILE:
        return None if rest else (field, value if isinstance(value, list) else [])
    if field.kind is FieldKind.REPEAT:
        index, _, rest = rest.partition(".")
        rows = value if isinstance(value, list) else []
        if not (index.isascii() and index.isdigit()) or int(index[:3]) >= len(rows):
            return None
        value = rows[int(index[:3])]
    return files_at(field.fields, value, rest) if rest else None


def ticked_papers(posted: Posted) -> list[tuple[str, str]]:
    """Path and name of each paper that was ticked."""
    return [
        (path, name) for path, known, name in (each.rpartition(KNOWN) for each in posted) if known
    ]
