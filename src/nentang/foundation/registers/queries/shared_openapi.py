"""The OpenAPI of a register's service, made from what the register says of itself."""

from typing import Any

from nentang.foundation.registers.registry import Register, RegisterService
from nentang.foundation.registers.rules.shared import answer_of, without_aspect

from .shared import RECORDS, SharedField, shared_fields


def openapi_of(register: Register, service: RegisterService) -> dict[str, Any]:
    """OpenAPI 3.1: one GET, the key and the claims as its parameters, one record or none in its answer."""
    fields = shared_fields(register, service)
    title, text = str(service.title), str(service.text)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": service.name, "description": text},
        "paths": {
            "/": {
                "get": {
                    "summary": title,
                    "parameters": _parameters(register, service),
                    "responses": {
                        "200": {
                            "description": str(register.record_title),
                            "content": {"application/json": {"schema": _schema(fields)}},
                        },
                        "422": {"description": "application/problem+json"},
                    },
                }
            }
        },
    }


def _parameters(register: Register, service: RegisterService) -> list[dict[str, Any]]:
    claims = [(without_aspect(path), _title(register, path)) for path in service.claims]
    named = [(service.key, str(register.code_title)), *claims]
    return [
        {
            "name": name,
            "in": "query",
            "required": True,
            "description": title,
            "schema": {"type": "string"},
        }
        for name, title in named
    ]


def _title(register: Register, path: str) -> str:
    name, _, column = path.partition(".")
    return str(register.aspect(name).fields[column])


def _schema(fields: list[SharedField]) -> dict[str, Any]:
    leaves = answer_of(
        {each.path: _Leaf({**each.schema, "description": each.title}) for each in fields}
    )
    record = _object(leaves)
    return {
        "type": "object",
        "required": [RECORDS],
        "properties": {RECORDS: {"type": "array", "maxItems": 1, "items": record}},
    }


class _Leaf(dict[str, Any]):
    """The schema of a field, told apart from an object of fields."""


def _object(tree: dict[str, Any]) -> dict[str, Any]:
    below = {
        name: dict(each) if isinstance(each, _Leaf) else _object(each)
        for name, each in tree.items()
    }
    return {"type": "object", "properties": below}
