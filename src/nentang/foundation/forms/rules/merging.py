"""Two windows on one draft: three-way merge by what stood there when the window was opened.

The trail keeps, for every change, what stood there before. What both windows changed is kept twice:
the later text stands, the other is shown beside it.
"""

import json
from collections.abc import Mapping
from typing import Any

from nentang.foundation.forms.enums import FieldKind
from nentang.kernel.frozen import Frozen

from .definition import Field

Leaves = dict[str, Any]
MOST_TRAIL = 64 * 1024


class Change(Frozen):
    """At that revision the answer at that path was replaced; `was` is what it replaced."""

    revision: int
    path: str
    was: Any


class Merged(Frozen):
    """The answers after the merge, what else was typed for some of them, and the changes."""

    leaves: Leaves
    others: Leaves
    changes: tuple[Change, ...]


def leaves(fields: tuple[Field, ...], answers: Mapping[str, Any], prefix: str = "") -> Leaves:
    """Answers by path; a repeating group is one answer."""
    flat: Leaves = {}
    for field in fields:
        value = answers.get(field.name)
        if field.kind is FieldKind.GROUP and isinstance(value, Mapping):
            flat |= leaves(field.fields, value, f"{prefix}{field.name}.")
        elif value is not None:
            flat[f"{prefix}{field.name}"] = value
    return flat


def nest(flat: Leaves) -> dict[str, Any]:
    """The inverse of `leaves`."""
    answers: dict[str, Any] = {}
    for path, value in flat.items():
        *groups, name = path.split(".")
        level = answers
        for group in groups:
            level = level.setdefault(group, {})
        level[name] = value
    return answers


def merge(
    *, current: Leaves, typed: Leaves, seen: int, revision: int, trail: tuple[Change, ...]
) -> Merged:
    """What stands after a window that saw revision `seen` saved `typed`, making `revision`."""
    merged, others, changes = dict(current), Leaves(), list[Change]()
    for path in [p for p in typed if typed[p] != current.get(p)]:
        theirs = current.get(path)
        was_seen, base = _stood(path, seen, theirs, trail)
        if was_seen and typed[path] == base:
            continue
        if not was_seen or theirs != base:
            others[path] = theirs
        merged[path] = typed[path]
        changes.append(Change(revision, path, theirs))
    return Merged(merged, {p: v for p, v in others.items() if v}, tuple(changes))


def _stood(path: str, seen: int, now: Any, trail: tuple[Change, ...]) -> tuple[bool, Any]:
    """Whether we still know what stood there at revision `seen`, and what it was."""
    if trail and trail[0].path == "" and seen < trail[0].revision:
        return False, None
    return True, next((c.was for c in trail if c.path == path and c.revision > seen), now)


def trimmed(trail: tuple[Change, ...]) -> tuple[Change, ...]:
    """The latest changes that fit; a first entry without path says from which revision they reach."""
    sizes = [len(json.dumps(change.was)) + 80 for change in trail]
    total, start = sum(sizes), 0
    while total > MOST_TRAIL:
        total -= sizes[start]
        start += 1
    if not start:
        return trail
    return (Change(trail[start - 1].revision, "", None), *trail[start:])
