"""Answers that a form accepts, thrown by dice from the form alone."""

import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from nentang.foundation.forms.public import Field, FieldKind, FormDefinition, clean
from nentang.foundation.forms.rules.ends import end_on

NAMES = ("Lê Thị Mẫu", "Bùi Văn Thử", "Đỗ Nháp", "Vũ Thị Ví", "Hồ Văn Dụ")
WORDS = ("Thôn Nháp", "Xã Mẫu", "Ấp Thử", "Chợ Tạm", "Kinh")
AGO = timedelta(days=12_000)


def generate(form: FormDefinition, *, seed: int, on: date, file_id: int) -> dict[str, Any]:
    """Every question that is asked has an answer of its kind, within its limits."""
    dice = random.Random(seed)
    return clean(form, _answers(form.fields, dice, on, file_id))


def _answers(
    fields: Iterable[Field], dice: random.Random, on: date, file_id: int
) -> dict[str, Any]:
    return {field.name: _answer(field, dice, on, file_id) for field in fields}


def _answer(field: Field, dice: random.Random, on: date, file_id: int) -> Any:
    if field.kind is FieldKind.FILE:
        return [file_id]
    if field.kind is FieldKind.REPEAT:
        return [_answers(field.fields, dice, on, file_id) for _ in range(dice.randint(1, 2))]
    if field.kind is FieldKind.DATE:
        return _day(field, dice, on)
    if field.choices:
        return dice.choice(field.choices).value
    return _PLAIN[field.kind](field, dice)


def _day(field: Field, dice: random.Random, on: date) -> str:
    """Between its ends; long ago, or soon where it is no day of the past."""
    first = end_on(field.limits.not_before, on) if field.limits.not_before else ""
    last = end_on(field.limits.not_after, on) if field.limits.not_after else ""
    earliest = date.fromisoformat(first) if first else on - AGO
    latest = date.fromisoformat(last) if last else on
    days = max((latest - earliest).days, 0)
    return (earliest + timedelta(days=dice.randint(0, days))).isoformat()


def _number(field: Field, dice: random.Random) -> int:
    least = int(field.limits.min or 0)
    return dice.randint(least, min(least + 30, int(field.limits.max or least + 30)))


_PLAIN: dict[FieldKind, Callable[[Field, random.Random], Any]] = {
    FieldKind.PERSON_NAME: lambda field, dice: dice.choice(NAMES),
    FieldKind.PERSONAL_NUMBER: lambda field, dice: f"001187{dice.randrange(1_000_000):06d}",
    FieldKind.PHONE: lambda field, dice: f"0912{dice.randrange(1_000_000):06d}",
    FieldKind.PARTIAL_DATE: lambda field, dice: str(dice.randint(1955, 1995)),
    FieldKind.YES_NO: lambda field, dice: dice.random() < 0.5,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: lambda field, dice: dice.randrange(1_000_000, 90_000_000, 1_000_000),
    FieldKind.TEXT: lambda field, dice: "14:30" if field.limits.pattern else dice.choice(WORDS),
    FieldKind.LONG_TEXT: lambda field, dice: dice.choice(WORDS),
}
