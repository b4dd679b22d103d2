"""Open the reports of every period whose figures are closed."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.queries import bodies_without, figures
from nentang.measure.reporting.rules.periods import ReportPeriod, due_on, period_closed_by
from nentang.measure.reporting.rules.regimes import Regime, regime_rule, regimes_on

from ._open import open_for

OPEN_FOR = timedelta(days=10)
"""So long after its due day a report that was never opened is still opened, for instance after a standstill."""


def open_reports(
    *,
    at: datetime,
    limit: int = 500,
    regimes: Collection[str] | None = None,
    within_id: int | None = None,
) -> int:
    """How many reports were opened: of every regime for the period closed last, for every body that has none.

    Only of `regimes`, and only for a body and all below it, where they are named.
    """
    today, opened = legal_day(at), 0
    asked = [rule for rule in regimes_on(today) if regimes is None or rule.value.code in regimes]
    for rule in asked:
        known = rule.value
        period = period_closed_by(known.period, today, known.closing_day)
        regime = regime_rule(known.code, max(period.last_on, rule.period.valid_from)).value
        levels = [n for n, day in regime.due.items() if today <= due_on(period, day) + OPEN_FOR]
        if levels and period.last_on >= rule.period.valid_from:
            opened += _open_period(regime, period, levels, within_id, at, limit - opened)
    return opened


def _open_period(
    regime: Regime,
    period: ReportPeriod,
    levels: list[str],
    within_id: int | None,
    at: datetime,
    limit: int,
) -> int:
    waiting = bodies_without(
        regime.code,
        period.key,
        levels=levels,
        on=legal_day(at),
        limit=max(limit, 0),
        within_id=within_id,
    )
    counted = figures(regime, period) if waiting else {}
    opened = 0
    for body in waiting:
        own = counted.get(body.unit.code if body.unit else "", {})
        try:
            with transaction.atomic():
                open_for(body, regime, period, own, at=at)
        except IntegrityError:  # another worker was faster
            continue
        opened += 1
    if opened:
        record(
            actor=SYSTEM,
            action="reporting.open_reports",
            subject=f"regime:{regime.code}",
            details={"period": period.key, "reports": opened},
            at=at,
        )
    return opened
