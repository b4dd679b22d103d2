"""Count which reporting regimes are connected."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.indicators import REGIME_SEEN
from nentang.measure.reporting.queries import regimes_filed_since
from nentang.measure.reporting.rules.regimes import regimes_on

SINCE = timedelta(days=400)
"""A regime of a year has filed within the last period or is not connected."""


@transaction.atomic
def count_regimes(*, at: datetime) -> int:
    """The number of regimes in force; each leaves a fact of the nation: connected where its reports come in here."""
    today = legal_day(at)
    filed = regimes_filed_since(today - SINCE)
    regimes = [rule.value for rule in regimes_on(today, connected=False)]
    for regime in regimes:
        record_fact(
            REGIME_SEEN,
            at=at,
            organization_id=None,
            unit_code="",
            regime=regime.code,
            connected=regime.is_connected and regime.code in filed,
        )
    record(actor=SYSTEM, action="reporting.count_regimes", subject="regimes", at=at)
    return len(regimes)
