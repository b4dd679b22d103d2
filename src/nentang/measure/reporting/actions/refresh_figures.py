"""Count anew what the facts say about a report that is being filled in."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import keep
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills
from nentang.measure.reporting.queries import (
    figures,
    find_report,
    period_of,
    regime_of,
    report_to_change,
)

from ._filling import check_open
from ._write_down import write_down


def refresh_figures(*, code: str, actor: Actor, at: datetime) -> Report:
    """The report with what is counted now in its cells; what people typed elsewhere stays.

    Raises NotYourReport, NotOpenForFilling.
    """
    before = find_report(code)
    check_fills(actor, before)
    counted = figures(regime_of(before), period_of(before)).get(before.unit_code, {})
    with transaction.atomic():
        report = report_to_change(code)
        check_open(report)
        keep(
            report,
            known=counted,
            values={**report.values, **counted},
            draft_version=report.draft_version + 1,
            saved_at=at,
        )
        write_down(report, "refresh_figures", actor=actor, at=at)
    return report
