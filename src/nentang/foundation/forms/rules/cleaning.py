"""Makes answers plain: normalised, unknown keys and hidden questions dropped. Cleaning twice changes nothing."""

from collections.abc import Mapping
from typing import Any

from nentang.foundation.forms.enums import FieldKind

from .conditions import Scopes, hold
from .definition import Field, FormDefinition
from .kinds import KINDS

_EMPTY: tuple[object, ...] = (None, "", [], {})


def clean(form: FormDefinition, answers: object) -> dict[str, Any]:
    """The answers to the questions that are asked; what is unreadable stays as typed."""
    return _clean_level(tuple(form.fields), answers, ())


def tidy(field: Field, value: object) -> object:
    """One plain answer in its one form; nothing is dropped."""
    return None if value is None else KINDS[field.kind].clean(field, value)


def _clean_level(fields: tuple[Field, ...], data: object, outer: Scopes) -> dict[str, Any]:
    typed = data if isinstance(data, Mapping) else {}
    cleaned: dict[str, Any] = {}
    scopes = (*outer, cleaned)
    for field in fields:
        if field.conditions and not hold(field.conditions, scopes):
            continue
        value = _clean_field(field, typed.get(field.name), scopes)
        if value not in _EMPTY or _always_there(field, value):
            cleaned[field.name] = value
    return cleaned


def _clean_field(field: Field, value: object, scopes: Scopes) -> object:
    if field.kind is FieldKind.GROUP:
        is_group = isinstance(value, Mapping) or value in _EMPTY
        return _clean_level(field.fields, value, scopes) if is_group else value
    if field.kind is FieldKind.REPEAT:
        return _clean_rows(field, value, scopes)
    return tidy(field, value)


def _clean_rows(field: Field, value: object, scopes: Scopes) -> object:
    if not isinstance(value, list):
        return value
    is_row = (isinstance(row, Mapping) or row in _EMPTY for row in value)
    return [
        _clean_level(field.fields, row, scopes) if fits else row
        for row, fits in zip(value, is_row, strict=True)
    ]


def _always_there(field: Field, value: object) -> bool:
    """A required group stands even when empty, so that its questions are asked for one by one."""
    return field.kind is FieldKind.GROUP and field.required and value == {}
