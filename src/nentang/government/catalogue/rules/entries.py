"""How one value of a bundle is typed into a page and read back."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from nentang.foundation.forms.public import Compare
from nentang.kernel.frozen import Frozen

from .procedure import EMPTY, Bilingual
from .words import words_of

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TESTS = {"=": "equals", "trong": "in", "in": "in", "khác": "not", "not": "not"}
_SIGNS = {"equals": "=", "in": "trong", "not": "khác"}
_CONDITION = re.compile(r"(\w+)\s*(=|\btrong\b|\bin\b|\bkhác\b|\bnot\b)\s*(.+)", re.DOTALL)
_LONGEST = 4000


class EntryKind(StrEnum):
    """How a value is typed."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    PAIR = "pair"
    LINES = "lines"
    DAY = "day"
    NAME = "name"
    NAMES = "names"
    CONDITION = "condition"
    CHOICES = "choices"
    LIMITS = "limits"
    COMPARE = "compare"


class Option(Frozen):
    """One value to choose."""

    value: str
    label: Bilingual


class Entry(Frozen):
    """One value of a sheet: where it stands below the sheet's root, and how it is typed."""

    path: str
    kind: EntryKind
    label: Bilingual
    hint: Bilingual = EMPTY
    options: tuple[Option, ...] = ()
    needed: bool = False


class Unfit(ValueError):
    """What was typed cannot be kept; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def entry(path: str, kind: EntryKind, **more: Any) -> Entry:
    """An entry with the words that its last key has everywhere."""
    label = more.pop("label", None) or words_of(path.rpartition(".")[2])
    return Entry(path, kind, label, **more)


def written(kind: EntryKind, value: Any) -> str:
    """A value as it stands in its box."""
    if value is None or value == "" or value == []:
        return ""
    return _WRITE.get(kind, str)(value)


def read(each: Entry, typed: str) -> Any:
    """The value in what was typed, None where it is empty; Unfit."""
    text = typed.replace("\r\n", "\n").strip()
    if len(text) > _LONGEST:
        raise Unfit("too_long")
    if not text:
        if each.needed:
            raise Unfit("needed")
        return None
    if each.options and text not in {option.value for option in each.options}:
        raise Unfit("choice")
    return _READ.get(each.kind, str)(text)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _number(text: str) -> int:
    digits = re.sub(r"[.\s]", "", text)
    if not re.fullmatch(r"\d{1,12}", digits):
        raise Unfit("number")
    return int(digits)


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        day = date(*map(int, found.groups()[::-1])) if found else date.fromisoformat(text)
    except ValueError:
        raise Unfit("day") from None
    return day.isoformat()


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise Unfit("name")
    return text


def _names(text: str) -> str | list[str]:
    names = [_name(each.strip()) for each in text.split(",")]
    return names[0] if len(names) == 1 else names


def _names_written(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(each if isinstance(each, str) else str(each["answer"]) for each in parts)


def _scalar(text: str) -> Any:
    known = {"true": True, "có": True, "false": False, "không": False}
    return known.get(text.lower(), text)


def _scalar_written(value: Any) -> str:
    return {True: "có", False: "không"}.get(value, str(value)) if isinstance(value, bool) else value


def _condition(text: str) -> dict[str, Any]:
    """`woman_was_married = có`, `relation trong mother, father`, `x khác y`, `x đã trả lời`."""
    if filled := re.fullmatch(r"(\w+)\s+(?:đã trả lời|filled)", text):
        return {"field": _name(filled[1]), "filled": True}
    found = _CONDITION.fullmatch(text)
    if not found:
        raise Unfit("condition")
    test = _TESTS[found[2]]
    values = [_scalar(each.strip()) for each in found[3].split(",")]
    return {"field": _name(found[1]), test: values if test == "in" else values[0]}


def _condition_written(value: Mapping[str, Any]) -> str:
    if "filled" in value:
        return f"{value['field']} đã trả lời"
    test = next(key for key in _SIGNS if key in value)
    values = value[test] if isinstance(value[test], list) else [value[test]]
    return f"{value['field']} {_SIGNS[test]} {', '.join(map(_scalar_written, values))}"


def _choices(text: str) -> list[dict[str, Any]]:
    """One a line: `mother | Mẹ | Mother`."""
    found = [[part.strip() for part in line.split("|")] for line in _lines(text)]
    if any(len(parts) != 3 or not all(parts) for parts in found):
        raise Unfit("choices")
    return [{"value": value, "label": {"vi": vi, "en": en}} for value, vi, en in found]


def _choices_written(value: Any) -> str:
    rows = ((each["value"], each["label"]["vi"], each["label"].get("en", "")) for each in value)
    return "\n".join(" | ".join(map(str, row)) for row in rows)


def _limits(text: str) -> dict[str, Any]:
    """One a line: `max_length = 80`."""
    pairs = [line.partition("=") for line in _lines(text)]
    if any(not (key.strip() and sign and value.strip()) for key, sign, value in pairs):
        raise Unfit("limits")
    found = {key.strip(): value.strip() for key, _sign, value in pairs}
    return {key: _bound(value) for key, value in found.items()}


def _bound(text: str) -> int | float | str:
    if re.fullmatch(r"-?\d{1,15}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d{1,15}\.\d{1,6}", text) else text


def _compare(text: str) -> dict[str, Any]:
    """One a line: `at_least = start_day`."""
    try:
        found = _limits(text)
    except Unfit:
        raise Unfit("compare") from None
    names = {key: str(other) for key, other in found.items()}
    if names.keys() - set(Compare) or not all(map(_NAME.fullmatch, names.values())):
        raise Unfit("compare")
    return names


def _limits_written(value: Mapping[str, Any]) -> str:
    return "\n".join(f"{key} = {each}" for key, each in value.items())


_WRITE: Mapping[EntryKind, Callable[[Any], str]] = {
    EntryKind.LINES: "\n".join,
    EntryKind.NAMES: _names_written,
    EntryKind.CONDITION: _condition_written,
    EntryKind.CHOICES: _choices_written,
    EntryKind.LIMITS: _limits_written,
    EntryKind.COMPARE: _limits_written,
}
_READ: Mapping[EntryKind, Callable[[str], Any]] = {
    EntryKind.NUMBER: _number,
    EntryKind.LINES: _lines,
    EntryKind.DAY: _day,
    EntryKind.NAME: _name,
    EntryKind.NAMES: _names,
    EntryKind.CONDITION: _condition,
    EntryKind.CHOICES: _choices,
    EntryKind.LIMITS: _limits,
    EntryKind.COMPARE: _compare,
}
