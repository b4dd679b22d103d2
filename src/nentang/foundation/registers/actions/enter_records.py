"""Enter many records at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import repeat
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import add_rows, record_of_many
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.facts.public import FactEntry, record_facts
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.enums import Act, BasisKind
from nentang.foundation.registers.events import RecordsEntered
from nentang.foundation.registers.indicators import VERSION_WRITTEN
from nentang.foundation.registers.models import Version
from nentang.foundation.registers.permissions import check_may_keep
from nentang.foundation.registers.registry import Register
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

from ._write import WORDS

RECORD = ("id", "code", "keeper_id", "folded", "revision", "entered_at", "changed_at", "locked_for")
VERSION = (
    *("record_id", "valid_from", "valid_to", "recorded_at", "act", "basis_kind", "basis"),
    "written_by_id",
)


class Said(Frozen, gc=False):
    """One thing that is said of a new record: the values of the model's `value_names()`, in their order."""

    model: type[Version]
    values: tuple[Any, ...]
    valid_from: date
    valid_to: date | None = None


class NewRecord(Frozen, gc=False, kw_only=True):
    """A record to be entered under an identifier reserved for it, with what is said of it.

    `heading` is what lists will show of it, `own` the values of the register's own columns, `basis` the
    code of what stands behind it, `people` of whom it speaks.
    """

    pk: int
    code: str
    keeper_id: int
    heading: str
    basis: str
    said: tuple[Said, ...]
    own: tuple[Any, ...] = ()
    people: tuple[int, ...] = ()


@transaction.atomic
def enter_records(
    *,
    register: Register,
    records: Sequence[NewRecord],
    own_columns: Sequence[str] = (),
    actor: Actor,
    at: datetime,
) -> None:
    """Enter all of them, or none.

    One line in the audit for each body that keeps some and for each person, one fact for each thing said,
    one event. Raises NotYourRegister; IntegrityError where a number is taken.
    """
    if not records:
        return
    for keeper_id in {each.keeper_id for each in records}:
        check_may_keep(actor, register, keeper_id)
    add_rows(
        register.record,
        (*RECORD, *own_columns),
        (
            (
                each.pk,
                each.code,
                each.keeper_id,
                fold(each.heading)[:WORDS],
                0,
                at,
                at,
                "",
                *each.own,
            )
            for each in records
        ),
    )
    _add_versions(records, actor, at)
    _tell(register, records, actor, at)


def _add_versions(records: Sequence[NewRecord], actor: Actor, at: datetime) -> None:
    by_model: dict[type[Version], list[tuple[Any, ...]]] = {}
    for each in records:
        for said in each.said:
            by_model.setdefault(said.model, []).append(
                (
                    *(each.pk, said.valid_from, said.valid_to, at, Act.ENTRY.value),
                    *(BasisKind.IMPORT.value, each.basis, actor.account_id, *said.values),
                )
            )
    for model, rows in by_model.items():
        add_rows(model, (*VERSION, *model.value_names()), rows)


def _tell(register: Register, records: Sequence[NewRecord], actor: Actor, at: datetime) -> None:
    first, last = min(each.pk for each in records), max(each.pk for each in records)
    publish(RecordsEntered(register.name, first, last), at=at, key=f"entered:{register.name}")
    by_keeper: dict[int, list[NewRecord]] = {}
    for each in records:
        by_keeper.setdefault(each.keeper_id, []).append(each)
    for keeper_id, kept in by_keeper.items():
        _write_down(register, keeper_id, kept, actor, at)
        record_facts(VERSION_WRITTEN, _facts(register, keeper_id, kept, at))


def _write_down(
    register: Register,
    keeper_id: int,
    kept: Sequence[NewRecord],
    actor: Actor,
    at: datetime,
) -> None:
    write_down(
        actor=actor,
        action="registers.enter_records",
        subject=f"{register.name}:{kept[0].pk}-{kept[-1].pk}",
        organization_id=keeper_id,
        at=at,
        details={"records": len(kept), "basis": kept[0].basis},
    )
    record_of_many(
        actor=actor,
        action="registers.enter_record",
        about=((f"{register.name}:{each.pk}", who) for each in kept for who in each.people),
        organization_id=keeper_id,
        at=at,
    )


def _facts(
    register: Register, keeper_id: int, kept: Iterable[NewRecord], at: datetime
) -> Iterator[FactEntry]:
    unit_code = organization(keeper_id).unit_code
    said = Counter(each.model for record in kept for each in record.said)
    for model, times in said.items():
        fields: dict[str, object] = {
            "register": register.name,
            "aspect": next(each.name for each in register.aspects if each.model is model),
            "act": Act.ENTRY.value,
        }
        entry = FactEntry(at=at, organization_id=keeper_id, unit_code=unit_code, fields=fields)
        yield from repeat(entry, times)
