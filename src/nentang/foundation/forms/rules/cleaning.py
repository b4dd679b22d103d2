"""What was typed, in one form: NFC, trimmed, dates in ISO, numbers as numbers.

What cannot be read stays as it was typed, so that nothing is lost; validation then says so.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from nentang.kernel.identifiers import InvalidIdentifier, parse_phone
from nentang.kernel.text import normalize_name

from .definition import Field, FieldKind, FormDefinition

YES = {"yes", "true", "1", "co", "có"}
NO = {"no", "false", "0", "khong", "không"}
DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
MOST_TEXT = 10_000


def clean(form: FormDefinition, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to fields that are asked, each in its one form; others are dropped. Idempotent."""
    return _cleaned(tuple(form.fields), answers)


def clean_value(field: Field, value: Any) -> Any:
    """The value of one field in its one form."""
    if field.kind is FieldKind.REPEAT:
        items = value if isinstance(value, list) else []
        most = field.limits.get("max_items", 20)
        return [
            _cleaned(field.fields, item) for item in items[: most + 1] if isinstance(item, Mapping)
        ]
    if field.kind is FieldKind.FILE:
        return (
            [number for number in value if isinstance(number, int)]
            if isinstance(value, list)
            else []
        )
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value[:MOST_TEXT]).replace("\x00", "").strip()
        return _READERS.get(field.kind, _as_is)(text) if text else None
    return value


def _cleaned(fields: tuple[Field, ...], answers: Mapping[str, Any]) -> dict[str, Any]:
    cleaned: dict[str, Any] = {}
    for field in fields:
        if field.is_asked(cleaned) and field.name in answers:
            value = clean_value(field, answers[field.name])
            if value not in (None, "", []):
                cleaned[field.name] = value
    return cleaned


def _as_is(text: str) -> str:
    return text


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _number(text: str) -> int | str:
    digits = re.sub(r"[\s.,đ₫]", "", text)
    return int(digits) if re.fullmatch(r"-?[0-9]{1,15}", digits) else text


def _day(text: str) -> str:
    match = DAY.fullmatch(text)
    if not match:
        return text
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _digits(text: str) -> str:
    return re.sub(r"[\s.]", "", text)


def _phone(text: str) -> str:
    try:
        return parse_phone(text).e164
    except InvalidIdentifier:
        return text


def _yes_no(text: str) -> bool | str:
    word = text.lower()
    return True if word in YES else False if word in NO else text


_READERS: dict[FieldKind, Callable[[str], Any]] = {
    FieldKind.TEXT: _one_line,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _number,
    FieldKind.DATE: _day,
    FieldKind.PARTIAL_DATE: _day,
    FieldKind.YES_NO: _yes_no,
    FieldKind.PERSONAL_NUMBER: _digits,
    FieldKind.TAX_CODE: _digits,
    FieldKind.PHONE: _phone,
    FieldKind.EMAIL: _digits,
    FieldKind.PERSON_NAME: normalize_name,
}
