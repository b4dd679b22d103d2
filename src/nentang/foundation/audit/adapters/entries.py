"""The one INSERT of a record, written by hand: it stands in every transaction of the house."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from msgspec import field

from nentang.agreements.actor import Actor
from nentang.foundation.audit.models import Record
from nentang.kernel.frozen import Frozen

from .bulk import add_rows, as_stored

_COLUMNS = (
    *("subject", "person_id", "at", "actor_kind", "actor_account_id", "actor_person_id"),
    *("actor_name", "actor_role", "mandate_id", "organization_id", "action", "purpose"),
    *("legal_basis", "fields", "details"),
)
_INSERT = (
    f"INSERT INTO audit_record ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"  # noqa: S608 - names of our own columns
)


class Entry(Frozen, kw_only=True):
    """What is to be recorded."""

    actor: Actor
    action: str
    subject: str
    at: datetime
    organization_id: int | None = None
    person_id: int | None = None
    purpose: str = ""
    legal_basis: str = ""
    fields: tuple[str, ...] = ()
    details: dict[str, str | int] = field(default_factory=dict)


def add(entry: Entry) -> None:
    """Insert the record: one statement, no read."""
    values = (entry.subject, entry.person_id, *_rest(entry))
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [as_stored(value) for value in values])


def add_many(entry: Entry, about: Iterable[tuple[str, int]]) -> None:
    """Insert the same record of many subjects, each with the person whose matter it is."""
    rest = _rest(entry)
    add_rows(Record, _COLUMNS, ((*each, *rest) for each in about))


def _rest(entry: Entry) -> tuple[Any, ...]:
    actor, role = entry.actor, _role(entry.actor, entry.organization_id)
    return (
        entry.at,
        actor.kind.value,
        actor.account_id,
        actor.person_id,
        actor.name,
        role[0],
        actor.mandate_id,
        entry.organization_id or role[1],
        entry.action,
        entry.purpose,
        entry.legal_basis,
        json.dumps(entry.fields),
        json.dumps(entry.details, ensure_ascii=False),
    )


def _role(actor: Actor, organization_id: int | None) -> tuple[str, int | None]:
    """The role in which the actor acts: the one in that organisation, else the first."""
    held = [r for r in actor.roles if organization_id in (None, r.organization_id)] or actor.roles
    return (held[0].name, held[0].organization_id) if held else ("", None)
