"""What a service of a register can tell, and how it stands in an answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models

from nentang.foundation.registers.models import Version
from nentang.foundation.registers.registry import Aspect, Register, RegisterService
from nentang.kernel.frozen import Frozen

MATCHES = "matches"
RECORDS = "records"
JSON_TYPES: tuple[tuple[type[models.Field[Any, Any]], dict[str, Any]], ...] = (
    (models.ForeignKey, {"type": "string"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.JSONField, {"type": "array", "items": {"type": "string"}}),
    (models.Field, {"type": "string"}),
)


class SharedField(Frozen):
    """A field that a service can tell: where it stands in an answer, its title, whether it is about a person."""

    path: str
    title: str
    personal: bool
    schema: Mapping[str, Any]


def shared_fields(register: Register, service: RegisterService) -> list[SharedField]:
    """All that the service can tell, first whether there is such a record."""
    told = [_shared(register, path) for path in service.fields]
    return [SharedField(MATCHES, str(service.title), False, {"type": "boolean"}), *told]


def shared_value(register: Register, versions: Mapping[str, Version], path: str) -> Any:
    """The value as JSON has it, another row by the word that people know it by; None where nothing is said."""
    name, _, column = path.partition(".")
    version = versions.get(name)
    if version is None:
        return None
    aspect = register.aspect(name)
    if isinstance(_field(aspect, column), models.ForeignKey):
        return aspect.shown(version, column) or None
    value = getattr(version, column)
    return value.isoformat() if isinstance(value, date) else value


def _shared(register: Register, path: str) -> SharedField:
    name, _, column = path.partition(".")
    aspect = register.aspect(name)
    field = _field(aspect, column)
    schema = next(each for kind, each in JSON_TYPES if isinstance(field, kind))
    personal: Mapping[str, Any] = aspect.model.PERSONAL_DATA  # type: ignore[attr-defined] # a law test wants it
    return SharedField(path, str(aspect.fields[column]), field.name in personal, schema)


def _field(aspect: Aspect, column: str) -> models.Field[Any, Any]:
    return next(
        each for each in aspect.model._meta.concrete_fields if column in (each.name, each.attname)
    )
