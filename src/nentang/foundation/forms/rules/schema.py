"""Compiles a form to JSON Schema 2020-12: a client validates with it what the server will accept.

A question under a condition stands in `properties`; beside it an if/then/else in the object that
holds the answer it depends on requires it, or refuses it.
"""

from collections.abc import Iterator
from typing import Any

from nentang.foundation.forms.enums import FieldKind

from .definition import Condition, Field, FormDefinition
from .kinds import KINDS, Schema

# A rule and how many levels up it belongs.
_Pending = list[tuple[int, Schema]]


def json_schema(form: FormDefinition) -> Schema:
    """The schema of cleaned answers."""
    schema, _ = _object(tuple(form.fields))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:nentang:form:{form.code}:{form.version}",
        "title": form.title.vi,
        **schema,
    }


def _object(fields: tuple[Field, ...]) -> tuple[Schema, _Pending]:
    properties: dict[str, Any] = {}
    pending: _Pending = []
    for field in fields:
        properties[field.name], inner = _property(field)
        pending += [(up - 1, _within(field, rule)) for up, rule in inner]
    for field in fields:
        pending += _conditional(field)
    here = [rule for up, rule in pending if up <= 0]
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": [f.name for f in fields if _is_required(f) and not f.conditions],
        "additionalProperties": False,
        **({"allOf": here} if here else {}),
    }
    return schema, [(up, rule) for up, rule in pending if up > 0]


def _property(field: Field) -> tuple[Schema, _Pending]:
    title = {"title": field.label.vi}
    if field.kind is FieldKind.GROUP:
        schema, pending = _object(field.fields)
        return {**title, **schema}, pending
    if field.kind is FieldKind.REPEAT:
        items, pending = _object(field.fields)
        bounds = {"minItems": max(1, field.least), "maxItems": field.most}
        return {**title, "type": "array", "items": items, **bounds}, pending
    return {**title, **KINDS[field.kind].schema(field)}, []


def _is_required(field: Field) -> bool:
    return field.least > 0 if field.kind is FieldKind.REPEAT else field.required


def _conditional(field: Field) -> Iterator[tuple[int, Schema]]:
    if not field.conditions:
        return
    then = {"required": [field.name]} if _is_required(field) else True
    # Conditions of a step and of a question in it look at the same level.
    up = max(0, *(condition.up for condition in field.conditions))
    tests = [_test(condition) for condition in field.conditions]
    yield up, {"if": {"allOf": tests}, "then": then, "else": {"properties": {field.name: False}}}


def _test(condition: Condition) -> Schema | bool:
    name = condition.field
    if condition.up < 0:
        return False
    if condition.test == "filled":
        filled: Schema = {"required": [name]}
        return filled if condition.values[0] else {"not": filled}
    offered = {"enum": list(condition.values)}
    chosen = {"if": {"type": "array"}, "then": {"contains": offered}, "else": offered}
    wanted = {"not": chosen} if condition.test == "not" else chosen
    return {"required": [name], "properties": {name: wanted}}


def _within(field: Field, rule: Schema) -> Schema:
    """The same rule told from one level up: what follows applies inside the group or to each row."""

    def lift(part: Any) -> Any:
        inside = {"items": part} if field.kind is FieldKind.REPEAT else part
        return {"properties": {field.name: inside}}

    return {"if": rule["if"], "then": lift(rule["then"]), "else": lift(rule["else"])}
