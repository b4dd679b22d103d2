"""Enter many records at once, as a book or a map of old has them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.enums import Act
from nentang.foundation.registers.events import RecordsEntered
from nentang.foundation.registers.indicators import VERSION_WRITTEN
from nentang.foundation.registers.models import Record, Version, every_row
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import Register, register_of
from nentang.kernel.text import fold

from ._note import note
from ._write import WORDS, Basis, period_of

Entries = Sequence[tuple[Record, Sequence[Version]]]


@transaction.atomic
def enter_records(
    *,
    entries: Entries,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> int:
    """How many were entered, all of one kind, with what is said of them from that day on; all or none.

    As `enter_record` does it, in few statements. Raises NotYourRegister; IntegrityError where a number
    is taken.
    """
    records = [record for record, _ in entries]
    if not records:
        return 0
    register = register_of(records[0])
    for keeper_id in {record.keeper_id for record in records}:
        check_may_keep(actor, register, keeper_id)
    for record in records:
        record.entered_at = record.changed_at = at
    every_row(register.record).bulk_create(records)
    _write(register, entries, valid_from, basis, actor, at)
    _fold(register, records)
    for record in records:
        note(record, "enter_record", actor=actor, at=at)
    publish(RecordsEntered(register.name, [record.pk for record in records]), at=at)
    record_facts(VERSION_WRITTEN, _facts(register, entries, at))
    return len(records)


def _write(
    register: Register,
    entries: Entries,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> None:
    period = period_of(valid_from, None)
    for record, versions in entries:
        for version in versions:
            version.record = record  # type: ignore[attr-defined] # every concrete version has it
            version.act, version.basis_kind, version.basis = Act.ENTRY, basis.kind, basis.code
            version.written_by_id = actor.account_id
            version.valid_from, version.valid_to = period.valid_from, period.valid_to
            version.recorded_at = at
    for aspect in register.aspects:
        rows = [each for _, said in entries for each in said if type(each) is aspect.model]
        every_row(aspect.model).bulk_create(rows)


def _fold(register: Register, records: Sequence[Record]) -> None:
    headings = register.headings(records)
    for record in records:
        record.folded = fold(headings.get(record.pk) or record.code)[:WORDS]
    every_row(register.record).bulk_update(records, ["folded"], batch_size=500)


def _facts(register: Register, entries: Entries, at: datetime) -> Iterable[FactEntry]:
    unit_codes = {
        each: organization(each).unit_code for each in {record.keeper_id for record, _ in entries}
    }
    for record, versions in entries:
        for version in versions:
            yield FactEntry(
                at=at,
                organization_id=record.keeper_id,
                unit_code=unit_codes[record.keeper_id],
                fields={
                    "register": register.name,
                    "aspect": register.aspect_of(version).name,
                    "act": str(Act.ENTRY),
                },
            )
