"""A form as JSON Schema 2020-12, for clients and for a second opinion."""

from typing import Any

from .definition import Condition, Field, FieldKind, FormDefinition


def json_schema(form: FormDefinition) -> dict[str, Any]:
    """The schema of cleaned answers; conditions stand as if/then."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": form.id,
        "title": form.title.vi,
        **_object(tuple(form.fields)),
    }


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {each.name: _value(each) for each in fields},
        "required": [each.name for each in fields if each.required and not each.when],
        "additionalProperties": False,
    }
    conditions = [_conditional(each, each.when) for each in fields if each.when]
    return schema | ({"allOf": conditions} if conditions else {})


def _conditional(each: Field, when: Condition) -> dict[str, Any]:
    met: dict[str, Any] = {"required": [when.field]}
    if when.one_of is not None:
        met["properties"] = {when.field: {"enum": list(when.one_of)}}
    then = {"then": {"required": [each.name]}} if each.required else {}
    return {"if": met, **then, "else": {"not": {"required": [each.name]}}}


def _value(each: Field) -> dict[str, Any]:
    limits = each.limits
    if each.kind is FieldKind.REPEAT:
        return {
            "type": "array",
            "items": _object(each.fields),
            "minItems": limits.get("min_items", 0),
            "maxItems": limits.get("max_items", 20),
        }
    if each.kind is FieldKind.FILE:
        return {
            "type": "array",
            "items": {"type": "integer"},
            "maxItems": limits.get("max_files", 10),
        }
    if each.kind is FieldKind.YES_NO:
        return {"type": "boolean"}
    if each.kind in (FieldKind.NUMBER, FieldKind.MONEY):
        bounds = {"minimum": limits.get("min"), "maximum": limits.get("max")}
        return {"type": "integer"} | {name: at for name, at in bounds.items() if at is not None}
    if each.choices:
        return {"enum": [choice.value for choice in each.choices]}
    if each.kind is FieldKind.DATE:
        return {"type": "string", "format": "date"}
    return {"type": "string", "maxLength": limits.get("max_length", 4000)}
