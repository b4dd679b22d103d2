"""What is wrong with cleaned answers: a fault for each path, as a code with its facts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nentang.kernel.identifiers import (
    InvalidIdentifier,
    parse_personal_number,
    parse_phone,
    parse_tax_code,
)

from .definition import Field, FieldKind, FormDefinition

EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[^@\s.]{2,}")
NAME = re.compile(r"[^\W\d_]+(?:[ '’.\-]+[^\W\d_]+)*\.?")
EARLIEST = date(1880, 1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer cannot stand: a code of the table in `enums`, with its facts."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


def faults_of(
    form: FormDefinition, answers: Mapping[str, Any], *, on: date, step: str | None = None
) -> dict[str, Fault]:
    """The first fault of every path (`child_name`, `trades.0.trade`), in the order of the form."""
    steps = [form.step(step)] if step else form.steps
    return {
        path: fault
        for each in steps
        for asked in each.fields
        for path, fault in _faults(asked, asked.name, answers, answers.get(asked.name), on)
    }


def _faults(
    asked: Field, path: str, around: Mapping[str, Any], value: Any, on: date
) -> Iterator[tuple[str, Fault]]:
    if not asked.is_asked(around):
        return
    if value in (None, "", []):
        if asked.required:
            yield path, Fault("missing_file" if asked.kind is FieldKind.FILE else "missing")
        return
    if asked.kind is FieldKind.REPEAT:
        yield from _faults_of_items(asked, path, value, on)
    elif fault := _CHECKS[asked.kind](asked, value, on):
        yield path, fault


def _faults_of_items(asked: Field, path: str, items: Any, on: date) -> Iterator[tuple[str, Fault]]:
    most = asked.limits.get("max_items", 20)
    if not isinstance(items, list) or len(items) > most:
        yield path, Fault("too_many", {"most": most})
        return
    if len(items) < asked.limits.get("min_items", 0):
        yield path, Fault("missing")
    for number, item in enumerate(items):
        for part in asked.fields:
            yield from _faults(part, f"{path}.{number}.{part.name}", item, item.get(part.name), on)


def _text(asked: Field, value: Any, on: date) -> Fault | None:
    most = asked.limits.get("max_length", 4000)
    if not isinstance(value, str):
        return Fault("unreadable")
    return Fault("too_long", {"most": most}) if len(value) > most else None


def _name(asked: Field, value: Any, on: date) -> Fault | None:
    if not isinstance(value, str) or len(value) > 120 or not NAME.fullmatch(value):
        return Fault("not_a_name")
    return None


def _number(asked: Field, value: Any, on: date) -> Fault | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return Fault("not_a_number")
    least, most = asked.limits.get("min"), asked.limits.get("max")
    if least is not None and value < least:
        return Fault("too_small", {"least": least})
    if most is not None and value > most:
        return Fault("too_large", {"most": most})
    return None


def _day(asked: Field, value: Any, on: date) -> Fault | None:
    day = _read_day(value)
    if day is None or day < EARLIEST:
        return Fault("not_a_day")
    if asked.limits.get("not_after") == "today" and day > on:
        return Fault("in_the_future")
    return None


def _partial_day(asked: Field, value: Any, on: date) -> Fault | None:
    if isinstance(value, str) and re.fullmatch(r"(18[89]|19\d|20\d)\d", value):
        return Fault("in_the_future") if int(value) > on.year else None
    day = _read_day(value)
    if day is None or day < EARLIEST:
        return Fault("not_a_day_or_year")
    return Fault("in_the_future") if day > on else None


def _one_of(asked: Field, value: Any, on: date) -> Fault | None:
    return None if value in {choice.value for choice in asked.choices} else Fault("not_a_choice")


def _yes_no(asked: Field, value: Any, on: date) -> Fault | None:
    return None if isinstance(value, bool) else Fault("not_a_choice")


def _files(asked: Field, value: Any, on: date) -> Fault | None:
    most = asked.limits.get("max_files", 10)
    return Fault("too_many_files", {"most": most}) if len(value) > most else None


def _email(asked: Field, value: Any, on: date) -> Fault | None:
    return None if isinstance(value, str) and EMAIL.fullmatch(value) else Fault("not_an_email")


def _identifier(
    parse: Callable[[str], object], code: str
) -> Callable[[Field, Any, date], Fault | None]:
    def check(asked: Field, value: Any, on: date) -> Fault | None:
        try:
            parse(str(value))
        except InvalidIdentifier:
            return Fault(code)
        return None

    return check


def _read_day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


_CHECKS: dict[FieldKind, Callable[[Field, Any, date], Fault | None]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.PERSON_NAME: _name,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _number,
    FieldKind.DATE: _day,
    FieldKind.PARTIAL_DATE: _partial_day,
    FieldKind.RADIO: _one_of,
    FieldKind.CHOICE: _one_of,
    FieldKind.YES_NO: _yes_no,
    FieldKind.FILE: _files,
    FieldKind.EMAIL: _email,
    FieldKind.PERSONAL_NUMBER: _identifier(parse_personal_number, "not_a_personal_number"),
    FieldKind.TAX_CODE: _identifier(parse_tax_code, "not_a_tax_code"),
    FieldKind.PHONE: _identifier(parse_phone, "not_a_phone"),
}
