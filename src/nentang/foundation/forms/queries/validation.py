"""Whether answers may be handed in on a day."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from nentang.foundation.forms.enums import FaultCode, FieldKind
from nentang.foundation.forms.rules.cleaning import clean
from nentang.foundation.forms.rules.definition import Field, FormDefinition, every_field
from nentang.foundation.forms.rules.validation import Fault, faults_of
from nentang.foundation.organizations.public import UnitNotFound, unit_as_of

from .wording import sentence

MOST_BYTES = 256 * 1024


def validate(
    form: FormDefinition, answers: object, *, on: date, step: str | None = None
) -> dict[str, list[str]]:
    """What is wrong, as sentences in the reader's language by path, in the order of the questions.

    Answers as typed and cleaned answers give the same.
    """
    told: dict[str, list[str]] = {}
    for fault in found_faults(form, answers, on=on, step=step):
        told.setdefault(fault.path, []).append(sentence(fault))
    return told


def found_faults(
    form: FormDefinition, answers: object, *, on: date, step: str | None = None
) -> list[Fault]:
    """What is wrong, places that do not exist on that day among it."""
    cleaned = clean(form, answers)
    if is_too_big(cleaned):
        return [Fault("", next(form.fields), FaultCode.TOO_BIG)]
    faults = list(faults_of(form, cleaned, on=on, step=step))
    if not _asks_for_places(form):
        return faults
    wrong = {fault.path for fault in faults}
    fields = form.step(step).fields if step else tuple(form.fields)
    places = [found for found in chosen_places(fields, cleaned) if found[0] not in wrong]
    missing = [(path, field) for path, field, code in places if place_named(code, on) == code]
    return faults + [Fault(path, field, FaultCode.NO_SUCH_UNIT) for path, field in missing]


@lru_cache(maxsize=512)
def _asks_for_places(form: FormDefinition) -> bool:
    return any(field.kind is FieldKind.UNIT for _path, field in every_field(form.fields))


def is_too_big(answers: object) -> bool:
    """Whether the answers are more than a form may hold."""
    return len(json.dumps(answers, ensure_ascii=False).encode(errors="replace")) > MOST_BYTES


def chosen_places(
    fields: tuple[Field, ...], answers: object, prefix: str = ""
) -> Iterator[tuple[str, Field, str]]:
    """The places chosen, those in groups too, with their paths."""
    level: Mapping[str, Any] = answers if isinstance(answers, Mapping) else {}
    for field in fields:
        value, path = level.get(field.name), f"{prefix}{field.name}"
        if field.kind is FieldKind.UNIT and isinstance(value, str):
            yield path, field, value
        elif field.kind is FieldKind.GROUP:
            yield from chosen_places(field.fields, value, f"{path}.")
        elif field.kind is FieldKind.REPEAT and isinstance(value, list):
            for index, row in enumerate(value[: field.most]):
                yield from chosen_places(field.fields, row, f"{path}.{index}.")


def place_named(code: str, on: date) -> str:
    """The name of the place with that code on that day; the code itself where there is none."""
    try:
        return unit_as_of(code, on).place
    except UnitNotFound:
        return code
