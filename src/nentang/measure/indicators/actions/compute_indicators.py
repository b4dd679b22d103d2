"""Compute every indicator from the facts."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import Indicator, export, indicators
from nentang.foundation.outbox.public import publish
from nentang.measure.indicators.adapters import cells_of
from nentang.measure.indicators.events import IndicatorsComputed
from nentang.measure.indicators.models import Computation, IndicatorValue

BATCH = 2000


def compute_indicators(*, actor: Actor, at: datetime) -> Computation:
    """The computation: facts exported, every value of unit and month put in place of the former."""
    export(at=at)
    computed = [value for indicator in indicators() for value in _values(indicator)]
    with transaction.atomic():
        IndicatorValue.objects.all().delete()
        IndicatorValue.objects.bulk_create(computed, batch_size=BATCH)
        computation = Computation.objects.create(computed_at=at, values=len(computed))
        record(
            actor=actor,
            action="indicators.compute_indicators",
            subject=f"computation:{computation.pk}",
            at=at,
        )
        publish(IndicatorsComputed(values=len(computed)), at=at)
    return computation


def _values(indicator: Indicator) -> list[IndicatorValue]:
    return [
        IndicatorValue(
            indicator=indicator.code,
            formula_version=indicator.formula_version,
            unit_code=cell.unit_code,
            month=cell.month,
            numerator=cell.numerator,
            denominator=cell.denominator,
        )
        for cell in cells_of(indicator)
    ]
