"""A citizen, or whoever represents an organization, sends an entry in."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import start_clock
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationNotFound,
    current_organization,
    organization_by_code,
)
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.errors import NoOwner, TooManyOpen
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import sends_for
from nentang.measure.small_registers.queries import register_named, waiting_of
from nentang.measure.small_registers.rules.registers import Register
from nentang.measure.small_registers.rules.typed import missing, read

from ._files import attach
from ._note import note
from ._open import Typed, open_entry, refuse

MOST_OPEN = 5
LONGEST_STATEMENT = 2000


@transaction.atomic
def submit_entry(
    *,
    register: str,
    typed: Typed,
    statement: str,
    file_ids: Sequence[int],
    actor: Actor,
    at: datetime,
) -> Entry:
    """The entry, waiting with the owner of the register; the same one for the same content.

    Raises RegisterNotFound, NotInvited, EntryIncomplete, NoOwner, TooManyOpen, TooManyFiles, FileNotFound.
    """
    known = register_named(register)
    person_id, organization_id = sends_for(actor, known)
    reading = read(known, typed, today=legal_day(at), for_submitter=True)
    refuse({**missing(known, reading.values, for_submitter=True), **reading.faults})
    waiting = waiting_of(person_id)
    for each in waiting:
        if each.register == register and each.values == reading.values:
            return each
    if len(waiting) >= MOST_OPEN:
        raise TooManyOpen(most=MOST_OPEN)
    entry = open_entry(
        known,
        _owner(known, at),
        reading.values,
        units={},
        person_id=person_id,
        sent_for_id=organization_id,
        statement=statement.strip()[:LONGEST_STATEMENT],
        actor=actor,
        at=at,
    )
    attach(entry, file_ids, "", actor=actor, at=at, owner_person_id=person_id)
    if known.submission and known.submission.working_days:
        start_clock(case=entry.case, working_days=known.submission.working_days, actor=actor, at=at)
    note(entry, "submit_entry", actor=actor, at=at, person_id=person_id)
    return entry


def _owner(register: Register, at: datetime) -> Organization:
    """The body that takes entries in, or the one that has its tasks today; NoOwner."""
    for day in (legal_day(at), register.basis[0].valid_from):
        try:
            named = organization_by_code(register.owner, day)
        except OrganizationNotFound:
            continue
        today = current_organization(named.id, legal_day(at))
        return Organization.objects.select_related("unit").get(pk=today.id)
    raise NoOwner
