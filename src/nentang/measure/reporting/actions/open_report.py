"""Open the report of one body for a period."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import Organization, OrganizationNotFound
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.permissions import check_fills_for
from nentang.measure.reporting.queries import figures
from nentang.measure.reporting.rules.periods import period_named
from nentang.measure.reporting.rules.regimes import regime_rule

from ._open import open_for
from ._write_down import write_down


def open_report(
    *, regime: str, period: str, organization_id: int, actor: Actor, at: datetime
) -> Report:
    """The report, new or as it was opened before: for a period that nobody opened while the house stood still.

    Raises NotYourReport, RegimeNotFound, PeriodUnreadable (also before its figures are closed).
    """
    check_fills_for(actor, organization_id)
    form = regime_rule(regime, legal_day(at)).value
    named = period_named(form.period, period, form.closing_day)
    form = regime_rule(regime, named.last_on).value
    known = Report.objects.filter(
        organization=organization_id, regime=regime, period=named.key
    ).first()
    if known:
        return known
    body = Organization.objects.select_related("unit", "parent").filter(pk=organization_id).first()
    if body is None or body.level not in form.due or named.last_on >= legal_day(at):
        raise OrganizationNotFound
    own = figures(form, named).get(body.unit.code if body.unit else "", {})
    with transaction.atomic():
        report = open_for(body, form, named, own, at=at)
        write_down(report, "open_report", actor=actor, at=at)
    return report
