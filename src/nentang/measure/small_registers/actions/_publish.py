"""What publishing an entry writes: the version, what everybody reads, event and fact."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.kernel.text import fold
from nentang.measure.small_registers.events import EntryPublished
from nentang.measure.small_registers.indicators import ENTRY_PUBLISHED
from nentang.measure.small_registers.models import Entry, EntryVersion
from nentang.measure.small_registers.rules.registers import Register
from nentang.measure.small_registers.rules.terms import confirm_by
from nentang.measure.small_registers.rules.typed import public_part

LONGEST_FOLDED = 1000


def publish_version(
    register: Register, entry: Entry, reason: str, *, actor: Actor, at: datetime
) -> EntryVersion:
    """The new version, open to everybody; inside a transaction, after the case has moved."""
    state, shown = entry.case.state, public_part(register, entry.values)
    version = EntryVersion.objects.create(
        entry=entry,
        number=(entry.published or 0) + 1,
        state=state,
        title=entry.title,
        values=shown,
        reason=reason,
        prepared_by_id=entry.prepared_by_id,
        published_by_id=actor.account_id,
        published_at=at,
    )
    entry.published, entry.public_state, entry.published_at = version.number, state, at
    entry.shown, entry.shown_title = shown, entry.title
    words = " ".join([entry.code, entry.organization.name, *_words(register, shown)])
    entry.folded = fold(words)[:LONGEST_FOLDED]
    entry.confirm_by = confirm_by(register, state, legal_day(at))
    entry.confirmed_at, entry.told_on = at, None
    entry.save()
    _tell(register, entry, version, at)
    return version


def _words(register: Register, shown: dict[str, str | int]) -> list[str]:
    """The values as they are searched for: choices by their words."""
    said = []
    for field in register.public_fields:
        value = shown.get(field.id)
        if value is not None:
            option = field.options.get(str(value))
            said.append(option.vi if option else str(value))
    return said


def _tell(register: Register, entry: Entry, version: EntryVersion, at: datetime) -> None:
    body = entry.organization_id
    publish(EntryPublished(entry.code, register.code, version.number, body), at=at, key=entry.code)
    record_fact(
        ENTRY_PUBLISHED,
        at=at,
        organization_id=body,
        unit_code=entry.unit_code,
        register=register.code,
        state=version.state,
        again=version.number > 1,
        sent_in=entry.case.applicant_id is not None,
    )
