"""Events between Python and their rows; what every action and delivery runs is written by hand."""

import json
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import connection

from nentang.kernel.errors import DomainError
from nentang.kernel.frozen import Frozen

from .registry import Subscription
from .rules import personal_names

_EVENT = (
    "INSERT INTO outbox_event (uuid, name, version, key, payload, occurred_at)"
    " VALUES (%s, %s, %s, %s, %s, %s)"
)
_DELIVERY = (
    "INSERT INTO outbox_delivery (event_id, listener, key, state, due_at, lease, attempts, error)"
)
_WITH_DELIVERIES = (
    f"WITH event AS ({_EVENT} RETURNING id) {_DELIVERY}"  # noqa: S608 - constants only
    " SELECT event.id, listener, %s, 'pending', %s, '', 0, ''"
    " FROM event, unnest(%s::text[]) AS listener"
)
_DONE = (
    "UPDATE outbox_delivery SET state = 'done', lease = '', leased_until = NULL, error = ''"
    " WHERE id = %s AND lease = %s"
)


class EventShape(Frozen):
    """What is known of an event class once and for all."""

    name: str
    version: int
    fields: frozenset[str]


_shapes: dict[type[Any], EventShape] = {}


def shape(event_class: type[Any]) -> EventShape:
    """Name, version and fields of an event class; ValueError where it could carry personal data."""
    if event_class not in _shapes:
        _shapes[event_class] = _look_at(event_class)
    return _shapes[event_class]


def _look_at(event_class: type[Any]) -> EventShape:
    names = frozenset(event_class.__struct_fields__)
    if personal := personal_names(names):
        raise ValueError(f"{event_class.__name__} may not carry {', '.join(personal)}")
    return EventShape(event_class.name, getattr(event_class, "version", 1), names)


def add(event: object, key: str, at: datetime, listeners: tuple[str, ...]) -> None:
    """Insert the event and its deliveries: one statement on PostgreSQL, two on SQLite."""
    about = shape(type(event))
    payload = json.dumps({name: getattr(event, name) for name in about.fields}, ensure_ascii=False)
    moment = connection.ops.adapt_datetimefield_value(at)
    row = (uuid4().hex, about.name, about.version, key, payload, moment)
    with connection.cursor() as cursor:
        if not listeners:
            cursor.execute(_EVENT, row)
        elif connection.vendor == "postgresql":
            cursor.execute(_WITH_DELIVERIES, (*row, key, moment, list(listeners)))
        else:
            cursor.execute(_EVENT, row)
            values = ", ".join(["(%s, %s, %s, 'pending', %s, '', 0, '')"] * len(listeners))
            rows = [(cursor.lastrowid, listener, key, moment) for listener in listeners]
            cursor.execute(f"{_DELIVERY} VALUES {values}", [each for row in rows for each in row])


def mark_done(delivery_id: int, lease: str) -> bool:
    """Mark the delivery done and keep it locked; False where that lease is lost."""
    with connection.cursor() as cursor:
        cursor.execute(_DONE, [delivery_id, lease])
        return bool(cursor.rowcount)


def restore(subscription: Subscription, payload: dict[str, Any]) -> object:
    """The event as published; fields that this version no longer knows are left out."""
    known = shape(subscription.event_class).fields
    return subscription.event_class(**{k: v for k, v in payload.items() if k in known})


def name_error(error: Exception) -> str:
    """Class of an error, and the code of an anticipated one; never its text, which may hold values."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name} {error.code}" if isinstance(error, DomainError) else name
