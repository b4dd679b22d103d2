"""The page of the JSON API, from its OpenAPI description."""

from collections.abc import Iterator
from typing import Any

from nentang.config.api import api

from .markdown import code, document, section, table


def page() -> str:
    """Every route; the whole description is served at `/api/v1/openapi.json`."""
    paths: dict[str, dict[str, Any]] = api.get_openapi_schema()["paths"]
    return document(
        "API",
        "The same actions as the pages. Try it at `/api/v1/docs`; the OpenAPI description is at "
        "`/api/v1/openapi.json`. Refusals are listed under [errors](errors.md).",
        *(
            section(f"{method.upper()} {path}", *_operation(operation))
            for path, operations in sorted(paths.items())
            for method, operation in operations.items()
        ),
    )


def _operation(operation: dict[str, Any]) -> Iterator[str]:
    yield f"**{operation['summary']}.** {operation.get('description', '')}".strip()
    yield "Needs a session or a bearer token." if operation.get("security") else "For everyone."
    yield table(
        ("parameter", "in", "type", "needed"), map(_parameter, operation.get("parameters", ()))
    )
    yield "Answers " + ", ".join(code(status) for status in operation["responses"]) + "."


def _parameter(parameter: dict[str, Any]) -> tuple[str, str, str, str]:
    needed = "yes" if parameter.get("required") else "no"
    return code(parameter["name"]), parameter["in"], _type(parameter["schema"]), needed


def _type(schema: dict[str, Any]) -> str:
    options = schema.get("anyOf", [schema])
    names = [option.get("format") or option.get("type", "value") for option in options]
    return " or ".join(name for name in names if name != "null")
