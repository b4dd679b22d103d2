"""What two bundles say differently, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nentang.kernel.frozen import Frozen

Path = tuple[str, ...]
NAMES = ("name", "code", "value", "label", "task")
_NOTHING = object()


class Difference(Frozen):
    """A place, as keys and names from the outside in, and its texts; None where there is nothing."""

    path: Path
    before: Any
    after: Any


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Every difference, in the order of the newer text. Rows are known by their names, not places."""
    return list(_compare((), before, after))


def _compare(path: Path, before: Any, after: Any) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _in_mapping(path, before, after)
    elif _has_names(before) and _has_names(after):
        yield from _in_mapping(path, _by_name(before), _by_name(after))
        yield from _order(path, before, after)
    elif _shown(before) != _shown(after):
        yield Difference(path, _shown(before), _shown(after))


def _in_mapping(
    path: Path, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Difference]:
    for key in [*after, *(key for key in before if key not in after)]:
        yield from _compare((*path, str(key)), before.get(key, _NOTHING), after.get(key, _NOTHING))


def _order(path: Path, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Difference]:
    old, new = list(_by_name(before)), list(_by_name(after))
    kept_old, kept_new = [n for n in old if n in new], [n for n in new if n in old]
    if kept_old != kept_new:
        yield Difference((*path, "order"), ", ".join(kept_old), ", ".join(kept_new))


def _has_names(rows: Any) -> bool:
    return isinstance(rows, list) and all(isinstance(row, Mapping) for row in rows)


def _by_name(rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Rows under their names; a name that is used twice is told apart by its number."""
    found: dict[str, Mapping[str, Any]] = {}
    for number, row in enumerate(rows, 1):
        name = f"«{name_of(row) or number}»"
        found[name if name not in found else f"{name} ({number})"] = row
    return found


def name_of(row: Mapping[str, Any]) -> str:
    """What a row is known by: its own name, or its words."""
    for key in NAMES:
        value = row.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, Mapping):
            return str(value.get("vi", ""))
    return str(row.get("vi", ""))


def _shown(value: Any) -> Any:
    return None if value is _NOTHING or value in ("", [], {}, False) else value
