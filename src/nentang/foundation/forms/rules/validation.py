"""What is wrong with cleaned answers: the same that the compiled JSON Schema refuses, and a little more."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import field as with_default

from nentang.foundation.forms.enums import FaultCode, FieldKind
from nentang.kernel.frozen import Frozen

from .comparing import failing
from .conditions import Scopes, hold
from .definition import Field, FormDefinition
from .kinds import KINDS


class Fault(Frozen):
    """One thing to mend: where, in which question, what."""

    path: str
    field: Field
    code: FaultCode
    facts: dict[str, object] = with_default(default_factory=dict)


def faults_of(
    form: FormDefinition, cleaned: Mapping[str, Any], *, on: date, step: str | None = None
) -> Iterator[Fault]:
    """What is wrong on that day, in the order of the questions; of one step only, if it is named."""
    fields = form.step(step).fields if step else tuple(form.fields)
    return _level(fields, "", (cleaned,), on)


def _level(fields: tuple[Field, ...], prefix: str, scopes: Scopes, on: date) -> Iterator[Fault]:
    answers = scopes[-1]
    for field in fields:
        if field.conditions and not hold(field.conditions, scopes):
            continue
        path = f"{prefix}{field.name}"
        if field.name in answers:
            yield from _answer(field, path, answers[field.name], scopes, on)
        elif field.kind is FieldKind.REPEAT and field.least:
            yield Fault(path, field, FaultCode.TOO_FEW, {"least": field.least})
        elif field.required and field.kind is not FieldKind.REPEAT:
            yield Fault(path, field, FaultCode.MISSING)


def _answer(field: Field, path: str, value: object, scopes: Scopes, on: date) -> Iterator[Fault]:
    if field.kind is FieldKind.GROUP:
        yield from _group(field, path, value, scopes, on)
    elif field.kind is FieldKind.REPEAT:
        yield from _rows(field, path, value, scopes, on)
    elif found := KINDS[field.kind].finding(field, value, on):
        yield Fault(path, field, *found)
    else:
        for each, other in failing(field, value, scopes):
            facts = {"test": each.test, "field": each.field, "other": other}
            yield Fault(path, field, FaultCode.COMPARED, facts)


def _group(field: Field, path: str, value: object, scopes: Scopes, on: date) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, field, FaultCode.UNREADABLE)
        return
    yield from _level(field.fields, f"{path}.", (*scopes, value), on)


def _rows(field: Field, path: str, value: object, scopes: Scopes, on: date) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path, field, FaultCode.UNREADABLE)
        return
    if len(value) < field.least:
        yield Fault(path, field, FaultCode.TOO_FEW, {"least": field.least})
    if len(value) > field.most:
        yield Fault(path, field, FaultCode.TOO_MANY, {"most": field.most})
    for index, row in enumerate(value[: field.most]):
        yield from _group(field, f"{path}.{index}", row, scopes, on)
