"""Reads a form and refuses what cannot be one; the text says what to mend.

code: birth_registration
version: 2
valid_from: 2020-01-01
title: {vi: ..., en: ...}
steps:
  - name: child
    title: {vi: ..., en: ...}
    intro: {vi: ..., en: ...}              # left out: none
    when: {field: ..., equals: ...}        # left out: always
    fields:
      - name: relation
        kind: radio                        # one of FieldKind
        label: {vi: ..., en: ...}
        required: true                     # left out: may stay empty
        choices: [{value: mother, label: {vi: ..., en: ...}}]
        limits: {max_length: 80}           # names in definition.Limits; days also `today - 18 years`
        compare: {at_least: start_day}     # an earlier question of the same kind; tests: enums.Compare
        when: {field: ..., not: ...}       # equals, in, not, filled; an earlier question; a list: all
        prefill: person.full_name          # a source that may know the answer
        prefill_when: {field: ..., equals: ...}  # left out: always
        known_by_register: true            # the state holds it: asking for it is counted
        purpose: ...                       # why personal data is asked
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nentang.foundation.forms.enums import Compare, FieldKind

from .definition import (
    NO_WORDS,
    Choice,
    Comparison,
    Condition,
    Field,
    FormDefinition,
    Limits,
    Scalar,
    Step,
    Words,
)
from .ends import is_moving

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
_VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")
_DEEPEST = 3
_KEYS = {*Field.__struct_fields__, "when"} - {"conditions"}
_TESTS = ("equals", "in", "not", "filled")
_CHOSEN = {FieldKind.CHOICE, FieldKind.RADIO, FieldKind.MULTI_CHOICE}
_GROUPS = {FieldKind.GROUP, FieldKind.REPEAT}
_LONGEST = {FieldKind.LONG_TEXT: 4000, FieldKind.EMAIL: 254, FieldKind.PERSON_NAME: 120}

Names = tuple[set[str], ...]


class FormUnreadable(ValueError):
    """What is no form; the text names the place and what to mend."""


def parse_form(source: Mapping[str, Any]) -> FormDefinition:
    """The form in a file's content; FormUnreadable where it is malformed."""
    try:
        return _form(source)
    except (KeyError, TypeError, AttributeError) as error:
        raise FormUnreadable(f"something is missing or misplaced: {error}") from error


def _form(source: Mapping[str, Any]) -> FormDefinition:
    names: Names = (set(),)
    code, version = str(source["code"]), source["version"]
    _refuse_unless(bool(_CODE.fullmatch(code)), f"code {code!r}")
    _refuse_unless(isinstance(version, int) and version > 0, f"version {version!r}")
    _refuse_unless(bool(source["steps"]), "a form without steps")
    return FormDefinition(
        code=code,
        version=version,
        valid_from=_day(source["valid_from"]),
        title=_words(source["title"]),
        steps=tuple(_step(each, names) for each in source["steps"]),
        body=json.dumps(source, default=date.isoformat, ensure_ascii=False, sort_keys=True),
    )


def _step(source: Mapping[str, Any], names: Names) -> Step:
    conditions = _conditions(source.get("when"), names)
    return Step(
        name=_name(source["name"]),
        title=_words(source["title"]),
        fields=tuple(_field(each, names, conditions) for each in source["fields"]),
        intro=_words(source.get("intro")),
        conditions=conditions,
    )


def _field(source: Mapping[str, Any], names: Names, inherited: tuple[Condition, ...] = ()) -> Field:
    name = _name(source["name"])
    if unknown := source.keys() - _KEYS:
        raise FormUnreadable(f"{name}: nobody knows {', '.join(sorted(unknown))}")
    kind = _kind(name, source["kind"])
    conditions = (*inherited, *_conditions(source.get("when"), names))
    fitting = _conditions(source.get("prefill_when"), names)
    _refuse_unless(not fitting or len(names) == 1, f"{name}: prefill_when within a group")
    compared = _comparisons(name, source.get("compare", {}), names)
    names[-1].add(name)
    return Field(
        name=name,
        kind=kind,
        label=_words(source["label"]),
        hint=_words(source.get("hint")),
        required=bool(source.get("required", False)),
        choices=_choices(name, kind, source.get("choices", ())),
        limits=_limits(name, kind, source.get("limits", {})),
        compare=compared,
        conditions=conditions,
        prefill=source.get("prefill", ""),
        prefill_when=fitting,
        purpose=source.get("purpose", ""),
        known_by_register=bool(source.get("known_by_register", False)),
        default=source.get("default"),
        autocomplete=source.get("autocomplete", ""),
        fields=_children(name, kind, source.get("fields", ()), names),
    )


def _kind(name: str, kind: str) -> FieldKind:
    try:
        return FieldKind(kind)
    except ValueError:
        raise FormUnreadable(f"{name}: {kind!r} is not one of {', '.join(FieldKind)}") from None


def _children(name: str, kind: FieldKind, source: Sequence[Any], names: Names) -> tuple[Field, ...]:
    _refuse_unless((kind in _GROUPS) == bool(source), f"{name}: a group, and no other, has fields")
    _refuse_unless(
        not source or len(names) <= _DEEPEST, f"{name}: groups within groups within groups"
    )
    inner: Names = (*names, set())
    return tuple(_field(each, inner) for each in source)


def _conditions(
    source: Mapping[str, Any] | Sequence[Any] | None, names: Names
) -> tuple[Condition, ...]:
    if not source:
        return ()
    if isinstance(source, Sequence):
        return tuple(condition for each in source for condition in _conditions(each, names))
    tests = [key for key in _TESTS if key in source]
    _refuse_unless(len(tests) == 1 and len(source) == 2, f"the condition {dict(source)!r}")
    name = _name(source["field"])
    return (Condition(name, tests[0], _scalars(source[tests[0]]), _levels_up(name, names)),)


def _comparisons(name: str, source: Mapping[str, Any], names: Names) -> tuple[Comparison, ...]:
    if unknown := source.keys() - set(Compare):
        raise FormUnreadable(
            f"{name}: {', '.join(sorted(unknown))} is not one of {', '.join(Compare)}"
        )
    others = [(Compare(test), _name(other)) for test, other in source.items()]
    return tuple(Comparison(test, other, _levels_up(other, names)) for test, other in others)


def _levels_up(name: str, names: Names) -> int:
    """How many levels of groups above a question was asked before; -1 where it was not."""
    return next((up for up, level in enumerate(reversed(names)) if name in level), -1)


def _scalars(values: object) -> tuple[Scalar, ...]:
    listed = values if isinstance(values, list) else [values]
    is_plain = all(isinstance(each, str | int | float) for each in listed)
    _refuse_unless(is_plain and bool(listed), f"the condition on {values!r}")
    return tuple(listed)


def _limits(name: str, kind: FieldKind, source: Mapping[str, Any]) -> Limits:
    if unknown := source.keys() - set(Limits.__struct_fields__):
        raise FormUnreadable(f"{name}: nobody knows the limits {', '.join(sorted(unknown))}")
    known = {"max_length": _LONGEST.get(kind, 200), **source}
    for end in ("not_before", "not_after"):
        known[end] = str(known.get(end, ""))
        is_end = known[end] == "" or is_moving(known[end]) or bool(_day(known[end]))
        _refuse_unless(is_end, f"{name}: {end}")
    try:
        re.compile(known.get("pattern", ""))
    except re.error as error:
        raise FormUnreadable(f"{name}: pattern: {error}") from error
    return Limits(**known)


def _choices(name: str, kind: FieldKind, source: Sequence[Any]) -> tuple[Choice, ...]:
    _refuse_unless((kind in _CHOSEN) == bool(source), f"{name}: choices")
    choices = tuple(Choice(str(each["value"]), _words(each["label"])) for each in source)
    values = {each.value for each in choices if _VALUE.fullmatch(each.value)}
    _refuse_unless(len(values) == len(choices), f"{name}: values of the choices")
    return choices


def _words(source: object) -> Words:
    if isinstance(source, Mapping):
        return Words(str(source["vi"]), str(source.get("en", "")))
    return Words(str(source)) if source else NO_WORDS


def _name(name: object) -> str:
    _refuse_unless(isinstance(name, str) and bool(_NAME.fullmatch(name)), f"the name {name!r}")
    return str(name)


def _day(value: object) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise FormUnreadable(f"{value!r} is not a day") from None


def _refuse_unless(holds: bool, what: str) -> None:
    if not holds:
        raise FormUnreadable(f"mend {what}")
