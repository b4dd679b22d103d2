"""Open a record to read it."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.foundation.registers.errors import PurposeMissing
from nentang.foundation.registers.models import Record
from nentang.foundation.registers.permissions import check_may_read
from nentang.foundation.registers.queries import find_record
from nentang.foundation.registers.registry import register_named


@transaction.atomic
def open_record(*, register: str, code: str, purpose: str, actor: Actor, at: datetime) -> Record:
    """The record; that it was looked at and why is written down for each person it speaks of.

    Raises RegisterNotFound, RecordNotFound, PurposeMissing.
    """
    kind = register_named(register)
    found = find_record(kind, code)
    check_may_read(actor, found)
    if not purpose.strip():
        raise PurposeMissing
    fields = tuple(f"{aspect.name}.{name}" for aspect in kind.aspects for name in aspect.fields)
    for person_id in kind.people(found):
        record_look(
            actor=actor,
            subject=f"{register}:{found.pk}",
            person_id=person_id,
            fields=fields,
            purpose=purpose.strip()[:200],
            legal_basis=kind.legal_basis,
            at=at,
        )
    return found
