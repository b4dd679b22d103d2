"""Mark the sum in which a report stands as to be added up anew."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.measure.reporting.models import ReportSum
from nentang.measure.reporting.queries import find_report, node_above


@transaction.atomic
def mark_sum(*, code: str, at: datetime) -> str:
    """The unit whose sum is marked; those above follow when it has changed."""
    report = find_report(code)
    node = node_above(report.unit_code, report.level, report.last_on)
    want(report.regime, report.period, node)
    record(
        actor=SYSTEM,
        action="reporting.mark_sum",
        subject=f"report:{report.pk}",
        organization_id=report.organization_id,
        at=at,
    )
    return node


def want(regime: str, period: str, unit_code: str) -> None:
    """The sum of that unit is to be added up anew."""
    which: dict[str, Any] = {"regime": regime, "period": period, "unit_code": unit_code}
    if not ReportSum.objects.filter(**which).update(wanted=F("wanted") + 1):
        ReportSum.objects.get_or_create(**which)
