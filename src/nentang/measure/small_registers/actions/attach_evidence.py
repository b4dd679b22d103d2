"""Attach a file that proves an entry."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.small_registers.errors import NotOpenForChange
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import check_attaches
from nentang.measure.small_registers.queries import entry_to_change, register_named

from ._files import attach
from ._note import note


@transaction.atomic
def attach_evidence(
    *, code: str, file_ids: Sequence[int], title: str, actor: Actor, at: datetime
) -> Entry:
    """The entry with the files. Raises EntryNotFound, NotAKeeper, NotOpenForChange, TooManyFiles, FileNotFound."""
    entry = entry_to_change(code)
    register = register_named(entry.register)
    check_attaches(actor, register, entry)
    if not register.states[entry.case.state].is_editable:
        raise NotOpenForChange
    attach(entry, file_ids, title.strip(), actor=actor, at=at)
    note(entry, "attach_evidence", actor=actor, at=at, files=len(file_ids))
    return entry
