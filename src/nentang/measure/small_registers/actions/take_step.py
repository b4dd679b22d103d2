"""Take a step of a register's life cycle: the case moves, and what the file says of the step happens."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case, set_term, term_end
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.small_registers.errors import NotAKeeper, ReasonMissing
from nentang.measure.small_registers.events import SubmissionAnswered
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.permissions import check_sees, check_steps
from nentang.measure.small_registers.queries import entry_to_change, register_named
from nentang.measure.small_registers.rules.registers import Register, StepMeaning
from nentang.measure.small_registers.rules.typed import missing

from ._note import note
from ._open import refuse
from ._publish import publish_version

LONGEST_REASON = 1000


@transaction.atomic
def take_step(*, code: str, step: str, reason: str, actor: Actor, at: datetime) -> Entry:
    """The entry after the step. The reason is read by whoever sent it in, and stands beside a version.

    Raises EntryNotFound, NotAKeeper, FourEyes, ReasonMissing, EntryIncomplete, StepNotPossible,
    RoleMissing, ChangedMeanwhile.
    """
    entry = entry_to_change(code)
    register = register_named(entry.register)
    check_sees(actor, entry)
    meaning = register.steps.get(step)
    if meaning is None:
        raise NotAKeeper
    check_steps(actor, register, entry, meaning)
    said = reason.strip()[:LONGEST_REASON]
    if meaning.needs_reason and not said:
        raise ReasonMissing
    if meaning.is_complete or meaning.needs:
        refuse(missing(register, entry.values, meaning.needs))
    move_case(case=entry.case, step=step, actor=actor, at=at, public_note=said)
    _afterwards(register, entry, meaning, said, actor=actor, at=at)
    note(entry, "take_step", actor=actor, at=at, step=step)
    return entry


def _afterwards(
    register: Register, entry: Entry, meaning: StepMeaning, said: str, *, actor: Actor, at: datetime
) -> None:
    """What the step means, beside the move: a version, a due day, whose work it is, who is told."""
    if meaning.publishes:
        publish_version(register, entry, said, actor=actor, at=at)
    elif not (meaning.by_submitter or meaning.needs_reason):
        entry.prepared_by_id = actor.account_id
        entry.save(update_fields=["prepared_by"])
    due = entry.values.get(meaning.due_field) if meaning.due_field else None
    if due and entry.case.closed_at is None:
        days = max(1, (date.fromisoformat(due) - legal_day(at)).days)
        set_term(case=entry.case, due_at=term_end(legal_day(at), days), actor=actor, at=at)
    if entry.case.applicant_id and not meaning.by_submitter:
        _tell(entry, at)


def _tell(entry: Entry, at: datetime) -> None:
    """Whoever sent it in hears of the end, and of what was made public."""
    if entry.case.closed_at is not None or entry.published is not None:
        event = SubmissionAnswered(
            entry.code, entry.register, entry.case.state, entry.organization_id
        )
        publish(event, at=at, key=entry.code)
