"""Compute every indicator from the facts."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import export, indicators
from nentang.foundation.outbox.public import publish
from nentang.measure.indicators.adapters.parquet import cells_of, source_of
from nentang.measure.indicators.events import IndicatorsComputed
from nentang.measure.indicators.models import Computation, IndicatorValue
from nentang.measure.indicators.rules.differences import Differences, differences

BATCH = 500
KEY = ("indicator", "unit_code", "month")
COUNTED = ("formula_version", "numerator", "denominator")


class Key(NamedTuple):
    """Which value."""

    indicator: str
    unit_code: str
    month: date


class Counted(NamedTuple):
    """What stands in it."""

    formula_version: int
    numerator: float
    denominator: float


Changes = Differences[Key, Counted]


def compute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation: facts exported, every value that differs written, all others left alone.

    Where nothing differs, the latest computation is returned with its time moved on.
    """
    export(at=at)
    source = source_of(indicators())
    latest = Computation.objects.order_by("-pk").first()
    if latest and latest.source == source:
        return _still_holds(latest, source, at)
    computed = _computed()
    with transaction.atomic():
        changes = differences(_kept(), computed.items())
        if latest and not changes.count:
            return _still_holds(latest, source, at)
        _write(changes)
        return _conclude(len(computed), changes, source, actor, at)


def _computed() -> dict[Key, Counted]:
    return {
        Key(indicator.code, cell.unit_code, cell.month): Counted(
            indicator.formula_version, cell.numerator, cell.denominator
        )
        for indicator, cell in cells_of(indicators())
    }


def _kept() -> dict[Key, Counted]:
    rows = IndicatorValue.objects.values_list(*KEY, *COUNTED)
    return {Key(*row[:3]): Counted(*row[3:]) for row in rows.iterator(chunk_size=BATCH)}


def _still_holds(latest: Computation, source: str, at: datetime) -> Computation:
    latest.computed_at, latest.source = at, source
    latest.save(update_fields=["computed_at", "source"])
    return latest


def _write(changes: Changes) -> None:
    IndicatorValue.objects.bulk_create(
        [
            IndicatorValue(**key._asdict(), **value._asdict())
            for key, value in changes.written.items()
        ],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=KEY,
        update_fields=COUNTED,
    )
    for key in changes.gone:
        IndicatorValue.objects.filter(**key._asdict()).delete()


def _conclude(
    values: int, changes: Changes, source: str, actor: Actor, at: datetime
) -> Computation:
    computation = Computation.objects.create(
        computed_at=at, values=values, changed=changes.count, source=source
    )
    record(
        actor=actor,
        action="indicators.compute_indicators",
        subject=f"computation:{computation.pk}",
        at=at,
        details={"values": values, "changed": changes.count},
    )
    publish(IndicatorsComputed(values=values, changed=changes.count), at=at)
    return computation
