"""Compute every indicator from the facts."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import (
    can_be_read_since,
    export,
    exported_batch,
    indicators,
    tables,
)
from nentang.foundation.outbox.public import publish
from nentang.measure.indicators.adapters.parquet import cells_of, formulas_of
from nentang.measure.indicators.events import IndicatorsComputed
from nentang.measure.indicators.models import Computation, IndicatorValue, Progress
from nentang.measure.indicators.rules.differences import (
    Counted,
    Differences,
    additions,
    differences,
)

BATCH = 500
KEY = ("indicator", "unit_code", "month")


class Key(NamedTuple):
    """Which value."""

    indicator: str
    unit_code: str
    month: date


Values = dict[Key, Counted]


def compute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation: facts exported, what they add written, all other values left alone.

    What was exported since the last time is added to the values, which gives the same as computing
    from all facts: every indicator is a sum over single facts. All facts are read where a formula
    has changed, or where old and new facts stand in one file.
    Where nothing differs, the latest computation is returned with its time moved on.
    """
    batch = _exported(at)
    progress, _ = Progress.objects.get_or_create(pk=1)
    formulas = formulas_of(indicators())
    latest = Computation.objects.order_by("-pk").first()
    if latest and (progress.batch, progress.formulas) == (batch, formulas):
        return _still_holds(latest, at)
    since = _to_be_added_to(progress, formulas, batch)
    counted = _counted(since, batch)
    if not can_be_read_since(batch):
        return compute_indicators(actor=actor, at=at)  # files were put together meanwhile
    with transaction.atomic():
        if _move_on(progress, batch, formulas):
            kept = IndicatorValue.objects.all()
            changes = _additions(counted) if since else differences(_kept(kept), counted)
            if latest and not changes.count:
                return _still_holds(latest, at)
            _write(changes)
            return _conclude(changes, actor, at)
    return compute_indicators(actor=actor, at=at)  # another worker was quicker


def recompute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation, from all facts; what differs from the values as they stand is written."""
    Progress.objects.update_or_create(pk=1, defaults={"batch": 0, "formulas": ""})
    return compute_indicators(actor=actor, at=at)


def _exported(at: datetime) -> int:
    """Export the facts; the last batch. One that another process left or is writing is completed."""
    export(at=at)
    while (batch := exported_batch()) is None:
        export(at=at)
    return batch


def _to_be_added_to(progress: Progress, formulas: str, batch: int) -> int:
    """The batch after which facts are added to the values; 0 where all have to be read."""
    is_known = progress.formulas == formulas and progress.batch <= batch
    return progress.batch if is_known and can_be_read_since(progress.batch) else 0


def _counted(since: int, upto: int) -> Values:
    return {
        Key(indicator.code, cell.unit_code, cell.month): Counted(
            indicator.formula_version, cell.numerator, cell.denominator
        )
        for indicator, cell in cells_of(indicators(), tables(since=since, upto=upto))
    }


def _move_on(progress: Progress, batch: int, formulas: str) -> bool:
    here = Progress.objects.filter(pk=1, batch=progress.batch, formulas=progress.formulas)
    return bool(here.update(batch=batch, formulas=formulas))


def _kept(rows: QuerySet[IndicatorValue]) -> Values:
    listed = rows.values_list(*KEY, *Counted._fields)
    return {Key(*row[:3]): Counted(*row[3:]) for row in listed.iterator(chunk_size=BATCH)}


def _additions(more: Values) -> Differences[Key, Counted]:
    kept: Values = {}
    for code, month, units in _by_month(more):
        rows = IndicatorValue.objects.filter(indicator=code, month=month, unit_code__in=units)
        kept |= _kept(rows)
    return additions(kept, more)


def _by_month(keys: Iterable[Key]) -> Iterator[tuple[str, date, list[str]]]:
    """The units of each indicator and month, so many at a time as one statement takes."""
    units: dict[tuple[str, date], list[str]] = {}
    for key in keys:
        units.setdefault((key.indicator, key.month), []).append(key.unit_code)
    for (code, month), codes in units.items():
        for first in range(0, len(codes), BATCH):
            yield code, month, codes[first : first + BATCH]


def _still_holds(latest: Computation, at: datetime) -> Computation:
    latest.computed_at = at
    latest.save(update_fields=["computed_at"])
    return latest


def _write(changes: Differences[Key, Counted]) -> None:
    IndicatorValue.objects.bulk_create(
        [
            IndicatorValue(**key._asdict(), **value._asdict())
            for key, value in changes.written.items()
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=Counted._fields,
    )
    for key in changes.gone:
        IndicatorValue.objects.filter(**key._asdict()).delete()


def _conclude(changes: Differences[Key, Counted], actor: Actor, at: datetime) -> Computation:
    values = IndicatorValue.objects.count()
    computation = Computation.objects.create(computed_at=at, values=values, changed=changes.count)
    record(
        actor=actor,
        action="indicators.compute_indicators",
        subject=f"computation:{computation.pk}",
        at=at,
        details={"values": values, "changed": changes.count},
    )
    publish(IndicatorsComputed(values=values, changed=changes.count), at=at)
    return computation
