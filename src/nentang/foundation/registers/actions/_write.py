"""What entering, changing and correcting have in common: the cut, the revision, who hears of it."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db import IntegrityError
from django.db.models import F

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.foundation.registers.enums import Act
from nentang.foundation.registers.errors import (
    ChangedMeanwhile,
    PeriodInvalid,
    RecordLocked,
    RecordMerged,
)
from nentang.foundation.registers.events import RecordWritten
from nentang.foundation.registers.indicators import VERSION_WRITTEN
from nentang.foundation.registers.models import Record, Version, every_row
from nentang.foundation.registers.registry import Register
from nentang.foundation.registers.rules.timeline import cut
from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period
from nentang.kernel.text import fold

from ._note import note

V = TypeVar("V", bound=Version)
TICK = timedelta(microseconds=1)
WORDS = 200


class Basis(Frozen):
    """What stands behind a writing: a case, document, book, import or other register, and its code."""

    kind: str
    code: str


def check_open(record: Record) -> None:
    """RecordMerged, RecordLocked."""
    if record.merged_into is not None:
        raise RecordMerged(code=record.merged_into.code)
    if record.locked_for:
        raise RecordLocked(reason=record.locked_for)


def period_of(valid_from: date, valid_to: date | None) -> Period:
    """The days said; PeriodInvalid."""
    if valid_to is not None and valid_to <= valid_from:
        raise PeriodInvalid
    return Period(valid_from, valid_to)


def turn_page(record: Record, at: datetime) -> datetime:
    """The next revision, and the instant at which it is written: later than the last one.

    Of two who write on the same revision one is refused: ChangedMeanwhile.
    """
    written_at = max(at, record.changed_at + TICK)
    same = every_row(type(record)).filter(pk=record.pk, revision=record.revision)
    if not same.update(revision=F("revision") + 1, changed_at=written_at):
        raise ChangedMeanwhile
    record.revision += 1
    record.changed_at = written_at
    return written_at


def lay_over(version: V, period: Period, at: datetime) -> V:
    """The version written over those that held for its days; what they say of other days still holds."""
    for rest, remainder in _make_room(type(version), _record(version), period, at):
        _insert(rest, remainder, at)
    return _insert(version, period, at)


def lift(
    model: type[V], record: Record, period: Period, basis: Basis, actor: Actor, at: datetime
) -> list[V]:
    """Nothing is said of those days any more; what still holds of others names why it was cut short."""
    left = _make_room(model, record, period, at)
    for rest, remainder in left:
        rest.act, rest.basis_kind, rest.basis = Act.CHANGE, basis.kind, basis.code
        rest.written_by_id = actor.account_id
        _insert(rest, remainder, at)
    return [rest for rest, _ in left]


def _make_room(
    model: type[V], record: Record, period: Period, at: datetime
) -> list[tuple[V, Period]]:
    """Mark what held for those days as replaced; what is left of it, for which days, unsaved."""
    holding = list(every_row(model).filter(record_id=record.pk, superseded_at=None))
    result = cut([each.period for each in holding], period)
    replaced = [holding[place].pk for place in result.replaced]
    every_row(model).filter(pk__in=replaced).update(superseded_at=at)
    return [(_copy(holding[place]), rest) for place, rest in result.remainders]


def _record(version: Version) -> Record:
    found: Record = version.record  # type: ignore[attr-defined] # every concrete version has it
    return found


def _copy(version: V) -> V:
    columns = {
        field.attname: getattr(version, field.attname)
        for field in version._meta.concrete_fields
        if not field.primary_key
    }
    return type(version)(**columns)


def _insert(version: V, period: Period, at: datetime) -> V:
    version.valid_from, version.valid_to = period.valid_from, period.valid_to
    version.recorded_at, version.superseded_at = at, None
    try:
        version.save(force_insert=True)
    except IntegrityError as error:
        raise ChangedMeanwhile from error
    return version


def refold(register: Register, record: Record) -> None:
    """The words by which the record is found, as they are now."""
    words = fold(register.heading(record))[:WORDS]
    if words != record.folded:
        record.folded = words
        every_row(type(record)).filter(pk=record.pk).update(folded=words)


def tell_written(
    register: Register, version: Version, action: str, *, actor: Actor, at: datetime
) -> None:
    """Audit for each person concerned, event, fact."""
    record = _record(version)
    aspect = register.aspect_of(version).name
    note(record, action, actor=actor, at=at, aspect=aspect, version=version.pk)
    publish(
        RecordWritten(register.name, record.pk, aspect, str(version.act), record.revision),
        at=at,
        key=f"{register.name}:{record.pk}",
    )
    record_fact(
        VERSION_WRITTEN,
        at=at,
        organization_id=record.keeper_id,
        unit_code=organization(record.keeper_id).unit_code,
        register=register.name,
        aspect=aspect,
        act=str(Act(version.act)),
    )
