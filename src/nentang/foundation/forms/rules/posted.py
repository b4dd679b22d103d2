"""Reading a posted step: flat names such as `trades.0.trade`, bounded in number and depth."""

import re
from collections.abc import Mapping
from typing import Any

from .definition import Field, FieldKind, Step

ADD, REMOVE = "_add", "_remove"
ITEM = re.compile(r"([a-z_]+)\.(\d{1,2})\.([a-z_]+)")


def read_posted(step: Step, posted: Mapping[str, str]) -> dict[str, Any]:
    """The raw answers to the fields of the step that were posted; everything else is passed over."""
    answers: dict[str, Any] = {}
    for field in step.fields:
        if field.kind is FieldKind.REPEAT:
            answers[field.name] = _items(field, posted)
        elif field.kind is not FieldKind.FILE and field.name in posted:
            answers[field.name] = posted[field.name]
    return answers


def _items(field: Field, posted: Mapping[str, str]) -> list[dict[str, str]]:
    """The items of a group; `_remove=trades.1` leaves one out, `_add=trades` appends an empty one."""
    most = field.limits.get("max_items", 20)
    parts = {part.name for part in field.fields}
    items: dict[int, dict[str, str]] = {}
    for name, value in posted.items():
        match = ITEM.fullmatch(name)
        if match and match[1] == field.name and match[3] in parts and int(match[2]) <= most:
            items.setdefault(int(match[2]), {})[match[3]] = value
    removed = posted.get(REMOVE, "")
    kept = [items[number] for number in sorted(items) if removed != f"{field.name}.{number}"]
    return [*kept, {}] if posted.get(ADD) == field.name and len(kept) < most else kept
