"""Add up anew the sums below which something changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.measure.reporting.models import ReportSum
from nentang.measure.reporting.queries import add_up, parent_node, pieces_of, stale_sums
from nentang.measure.reporting.rules.cells import as_text
from nentang.measure.reporting.rules.periods import ReportPeriod, period_named
from nentang.measure.reporting.rules.regimes import Regime, regime_laws

from .mark_sum import want

BATCH = 100


def add_up_sums(*, at: datetime, limit: int = 5000) -> int:
    """How many sums were added up, the deepest first, until none is stale or the limit is reached."""
    done = 0
    while done < limit and (waiting := list(stale_sums(min(BATCH, limit - done)))):
        for each in waiting:
            with transaction.atomic():
                _add_up(each, at)
        done += len(waiting)
    if done:
        record(
            actor=SYSTEM,
            action="reporting.add_up_sums",
            subject="sums",
            details={"sums": done},
            at=at,
        )
    return done


def _add_up(stale: ReportSum, at: datetime) -> None:
    """What was wanted before the reports are read is computed; what comes in meanwhile is wanted anew."""
    regime, period = _form_of(stale)
    total = add_up(pieces_of(regime, period, stale.unit_code), regime)
    found = {
        "values": as_text(total.values),
        "expected": dict(total.tally.expected),
        "filed": dict(total.tally.filed),
        "taken_in": dict(total.tally.taken_in),
    }
    has_changed = any(getattr(stale, name) != value for name, value in found.items())
    mine = ReportSum.objects.filter(pk=stale.pk, computed__lt=F("wanted"))
    mine.update(computed=stale.wanted, computed_at=at, **found)
    above = parent_node(stale.unit_code, period.last_on)
    if has_changed and above is not None:
        want(stale.regime, stale.period, above)


def _form_of(stale: ReportSum) -> tuple[Regime, ReportPeriod]:
    """The form of the period, as it held when the figures were closed."""
    law = regime_laws()[stale.regime]
    any_rule = law.rules[0].value
    period = period_named(any_rule.period, stale.period, any_rule.closing_day)
    return law.in_force(on=max(period.last_on, law.rules[0].period.valid_from)), period
