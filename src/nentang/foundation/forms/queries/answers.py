"""Answers for reading, by the person before they send and by officers after."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from nentang.foundation.documents.public import StoredFile
from nentang.foundation.forms.enums import FieldKind
from nentang.foundation.forms.rules.cleaning import clean
from nentang.foundation.forms.rules.conditions import hold
from nentang.foundation.forms.rules.definition import Field, FormDefinition, Step, Words
from nentang.kernel.frozen import Frozen

from .validation import found_faults, place_named


class Answered(Frozen):
    """An answer for reading: the value (a list where several were chosen), rows, files."""

    label: Words
    kind: FieldKind
    value: Any
    items: tuple[tuple["Answered", ...], ...] = ()
    files: tuple[StoredFile, ...] = ()


class AnsweredStep(Frozen):
    """The answers of one step; `is_complete` where nothing in it is wrong."""

    step: Step
    answers: tuple[Answered, ...]
    is_complete: bool


def answered_steps(
    form: FormDefinition, answers: Mapping[str, Any], *, on: date
) -> tuple[AnsweredStep, ...]:
    """All answers for reading on that day, step by step, of the steps that are asked."""
    cleaned, files = clean(form, answers), files_in(answers)
    wrong = {fault.path.partition(".")[0] for fault in found_faults(form, cleaned, on=on)}
    return tuple(
        AnsweredStep(
            step,
            tuple(_answered(step.fields, cleaned, files, on)),
            not wrong & {field.name for field in step.fields},
        )
        for step in form.steps
        if hold(step.conditions, (cleaned,))
    )


def files_in(answers: object) -> dict[int, StoredFile]:
    """The stored files that answers name, in one query."""
    numbers = set(_numbers(answers))
    return StoredFile.objects.in_bulk(numbers) if numbers else {}


def _numbers(value: object) -> Iterator[int]:
    """Numbers in lists, however deep: only file questions are answered so."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _numbers(each)
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, int) and not isinstance(each, bool) and 0 < each < 2**63:
                yield each
            yield from _numbers(each)


def _answered(
    fields: tuple[Field, ...], answers: object, files: Mapping[int, StoredFile], on: date
) -> Iterator[Answered]:
    level: Mapping[str, Any] = answers if isinstance(answers, Mapping) else {}
    for field in fields:
        value = level.get(field.name)
        if value in (None, "", [], {}):
            continue
        if field.fields:
            rows = value if isinstance(value, list) else [value]
            items = tuple(tuple(_answered(field.fields, row, files, on)) for row in rows)
            yield Answered(field.label, field.kind, None, items=items)
        elif field.kind is FieldKind.FILE:
            numbers = value if isinstance(value, list) else []
            kept = tuple(files[n] for n in numbers if n in files)
            yield Answered(field.label, field.kind, None, files=kept)
        else:
            yield Answered(field.label, field.kind, _readable(field, value, on))


def _readable(field: Field, value: Any, on: date) -> Any:
    """The words of what was chosen, the name of a place; else the value."""
    if field.kind is FieldKind.UNIT:
        return place_named(str(value), on)
    if isinstance(value, list):
        return [_chosen(field, each) for each in value]
    return _chosen(field, value)


def _chosen(field: Field, value: Any) -> Any:
    return next((choice.label for choice in field.choices if choice.value == value), value)
