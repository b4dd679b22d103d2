"""Each kind of question in one table: how an answer is cleaned, what is wrong with it, its schema."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from unicodedata import normalize

from nentang.foundation.forms.enums import FaultCode, FieldKind
from nentang.kernel.errors import Invalid
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_personal_number, parse_phone, parse_tax_code

from . import texts
from .definition import Field
from .ends import end_on

Facts = dict[str, object]
Finding = tuple[FaultCode, Facts] | None
Schema = dict[str, Any]

_PERSONAL_NUMBER = "[0-9]{12}"
_TAX_CODE = "[0-9]{10}(-[0-9]{3})?|[0-9]{12}"
_PHONE = r"\+[0-9]{8,15}"
_EMAIL = r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s.,;<>]+"
_NAME = r"[^0-9<>@#$%^*=+{}\[\]|\\]+"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_YEAR = re.compile("[0-9]{4}")
_UNIT = {"province": "[0-9]{2}", "district": "[0-9]{3}", "commune": "[0-9]{5}"}
_REMEMBERED = 64
_YES, _NO = {"yes", "true", "on", "co"}, {"no", "false", "khong"}


class Kind(Frozen):
    """How answers of one kind are treated."""

    clean: Callable[[Field, Any], object]
    finding: Callable[[Field, Any, date], Finding]
    schema: Callable[[Field], Schema]


def _texts(clean: Callable[[str], object]) -> Callable[[Field, Any], object]:
    return lambda field, value: clean(value) if isinstance(value, str) else value


def _written(field: Field, value: object, on: date) -> Finding:
    if not isinstance(value, str):
        return FaultCode.UNREADABLE, {}
    limits = field.limits
    if len(value) < limits.min_length:
        return FaultCode.TOO_SHORT, {"least": limits.min_length}
    if len(value) > limits.max_length:
        return FaultCode.TOO_LONG, {"most": limits.max_length}
    if limits.pattern and not re.search(_whole(limits.pattern), value):
        return FaultCode.PATTERN, {}
    return None


def _written_schema(field: Field) -> Schema:
    limits = field.limits
    return {
        "type": "string",
        "minLength": max(1, limits.min_length),
        "maxLength": limits.max_length,
        **({"pattern": _whole(limits.pattern)} if limits.pattern else {}),
    }


def _patterned(clean: Callable[[str], str], pattern: str, read: Callable[[str], object]) -> Kind:
    """Written as the pattern says, and read by the reader of the identifier."""
    written = re.compile(pattern)

    def finding(field: Field, value: object, on: date) -> Finding:
        if wrong := _written(field, value, on):
            return wrong
        if not written.fullmatch(str(value)):
            return FaultCode.PATTERN, {}
        return (FaultCode.NO_SUCH_NUMBER, {}) if read(str(value)) is None else None

    def schema(field: Field) -> Schema:
        return {**_written_schema(field), "pattern": _whole(pattern)}

    return Kind(_texts(clean), finding, schema)


def _whole(pattern: str) -> str:
    return rf"^(?:{pattern})$"


def _identifier(pattern: str, parse: Callable[[str], Any], attribute: str) -> Kind:
    """An identifier in the form that the law gives it; what is none stays as typed.

    The latest few are remembered: one answer is read when it is cleaned and when it is checked.
    """
    known: dict[str, str | None] = {}

    def read(text: str) -> str | None:
        if text in known:
            return known.get(text)
        try:
            found = str(getattr(parse(text), attribute))
        except Invalid:
            return None
        if len(known) >= _REMEMBERED:
            known.clear()
        known[text] = known[found] = found
        return found

    def clean(text: str) -> str:
        text = texts.line(text)
        return read(text) or text

    return _patterned(clean, pattern, read)


def _email(text: str) -> str:
    return normalize("NFC", texts.line(text).replace(" ", ""))


def _number_finding(field: Field, value: object, on: date) -> Finding:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return FaultCode.UNREADABLE, {}
    limits = field.limits
    if isinstance(value, float) and not limits.decimals:
        return FaultCode.UNREADABLE, {}
    if value < _least(field):
        return FaultCode.TOO_SMALL, {"least": _least(field)}
    if value > _most(field):
        return FaultCode.TOO_LARGE, {"most": _most(field)}
    if round(value, limits.decimals) != value:
        return FaultCode.TOO_PRECISE, {"decimals": limits.decimals}
    return None


def _least(field: Field) -> float:
    lowest = 0 if field.kind is FieldKind.MONEY else -(10**15)
    return lowest if field.limits.min is None else field.limits.min


def _most(field: Field) -> float:
    return 10**15 if field.limits.max is None else field.limits.max


def _number_schema(field: Field) -> Schema:
    kind = "number" if field.limits.decimals else "integer"
    return {"type": kind, "minimum": _least(field), "maximum": _most(field)}


def _numbers(clean: Callable[[Any], object]) -> Kind:
    def cleaned(field: Field, value: Any) -> object:
        is_number = isinstance(value, str | int | float) and not isinstance(value, bool)
        return clean(value) if is_number else value

    return Kind(cleaned, _number_finding, _number_schema)


def _day_finding(field: Field, value: object, on: date) -> Finding:
    if not isinstance(value, str) or not texts.is_day(value):
        return FaultCode.UNREADABLE, {}
    return _outside(field, value, value, on)


def _partial_finding(field: Field, value: object, on: date) -> Finding:
    if isinstance(value, str) and _YEAR.fullmatch(value):
        return _outside(field, f"{value}-12-31", f"{value}-01-01", on)
    return _day_finding(field, value, on)


def _outside(field: Field, latest: str, earliest: str, on: date) -> Finding:
    """Too early or too late even when the unknown part of the day is read kindly."""
    bounds = [end_on(end, on) for end in (field.limits.not_before, field.limits.not_after)]
    if bounds[0] and latest < bounds[0]:
        return FaultCode.TOO_EARLY, {"earliest": bounds[0]}
    if bounds[1] and earliest > bounds[1]:
        return FaultCode.TOO_LATE, {"latest": bounds[1]}
    return None


def _day_schema(field: Field) -> Schema:
    return {"type": "string", "format": "date", "pattern": _whole(_DAY)}


def _partial_schema(field: Field) -> Schema:
    return {"anyOf": [_day_schema(field), {"type": "string", "pattern": _whole(_YEAR.pattern)}]}


def _offered(field: Field) -> list[str]:
    return [choice.value for choice in field.choices]


def _choice_finding(field: Field, value: object, on: date) -> Finding:
    return None if value in _offered(field) else (FaultCode.NOT_OFFERED, {})


def _yes_no(field: Field, value: object) -> object:
    if not isinstance(value, str):
        return value
    word = texts.line(value).lower()
    return True if word in _YES else False if word in _NO else texts.line(value)


def _yes_no_finding(field: Field, value: object, on: date) -> Finding:
    return None if isinstance(value, bool) else (FaultCode.NOT_OFFERED, {})


def _several(field: Field, value: object) -> object:
    chosen = [value] if isinstance(value, str) else value
    if not isinstance(chosen, list) or not all(isinstance(each, str) for each in chosen):
        return value
    tidy = list(dict.fromkeys(filter(None, map(texts.line, chosen))))
    offered = _offered(field)
    return [o for o in offered if o in tidy] + [each for each in tidy if each not in offered]


def _several_finding(field: Field, value: object, on: date) -> Finding:
    if not isinstance(value, list) or not all(each in _offered(field) for each in value):
        return FaultCode.NOT_OFFERED, {}
    if len(value) < field.least:
        return FaultCode.TOO_FEW, {"least": field.least}
    if len(value) > field.limits.max_items:
        return FaultCode.TOO_MANY, {"most": field.limits.max_items}
    return None


def _several_schema(field: Field) -> Schema:
    bounds = {"minItems": max(1, field.least), "maxItems": field.limits.max_items}
    return {"type": "array", "items": {"enum": _offered(field)}, "uniqueItems": True, **bounds}


def _unit_pattern(field: Field) -> str:
    return _UNIT.get(field.limits.level, "[0-9]{2,5}")


def _unit_finding(field: Field, value: object, on: date) -> Finding:
    is_code = isinstance(value, str) and re.fullmatch(_unit_pattern(field), value)
    return None if is_code else (FaultCode.NOT_OFFERED, {})


def _files(field: Field, value: object) -> object:
    if not isinstance(value, list):
        return value
    return list(dict.fromkeys(n for n in value if isinstance(n, int) and not isinstance(n, bool)))


def _files_finding(field: Field, value: object, on: date) -> Finding:
    if not isinstance(value, list):
        return FaultCode.UNREADABLE, {}
    if len(value) > field.limits.max_files:
        return FaultCode.TOO_MANY, {"most": field.limits.max_files}
    return (FaultCode.TOO_FEW, {"least": field.least}) if len(value) < field.least else None


def _files_schema(field: Field) -> Schema:
    bounds = {"minItems": max(1, field.least), "maxItems": field.limits.max_files}
    return {"type": "array", "items": {"type": "integer"}, "uniqueItems": True, **bounds}


_TEXT = Kind(_texts(texts.line), _written, _written_schema)
_CHOICE = Kind(_texts(texts.line), _choice_finding, lambda field: {"enum": _offered(field)})

KINDS: dict[FieldKind, Kind] = {
    FieldKind.TEXT: _TEXT,
    FieldKind.LONG_TEXT: Kind(_texts(texts.lines), _written, _written_schema),
    FieldKind.PERSON_NAME: _patterned(texts.name, _NAME, str),
    FieldKind.PERSONAL_NUMBER: _identifier(_PERSONAL_NUMBER, parse_personal_number, "text"),
    FieldKind.TAX_CODE: _identifier(_TAX_CODE, parse_tax_code, "text"),
    FieldKind.PHONE: _identifier(_PHONE, parse_phone, "e164"),
    FieldKind.EMAIL: _patterned(_email, _EMAIL, str),
    FieldKind.NUMBER: _numbers(texts.number),
    FieldKind.MONEY: _numbers(texts.money),
    FieldKind.DATE: Kind(_texts(texts.day), _day_finding, _day_schema),
    FieldKind.PARTIAL_DATE: Kind(_texts(texts.day), _partial_finding, _partial_schema),
    FieldKind.CHOICE: _CHOICE,
    FieldKind.RADIO: _CHOICE,
    FieldKind.YES_NO: Kind(_yes_no, _yes_no_finding, lambda field: {"type": "boolean"}),
    FieldKind.MULTI_CHOICE: Kind(_several, _several_finding, _several_schema),
    FieldKind.UNIT: Kind(
        _texts(texts.line),
        _unit_finding,
        lambda field: {"type": "string", "pattern": _whole(_unit_pattern(field))},
    ),
    FieldKind.FILE: Kind(_files, _files_finding, _files_schema),
}
