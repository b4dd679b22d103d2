"""What opening one report writes: its case with the due time, the report with what is counted already."""

from collections.abc import Mapping
from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import Case, open_case, set_term, term_end
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.queries import above_of
from nentang.measure.reporting.registry import REPORT
from nentang.measure.reporting.rules.periods import ReportPeriod, due_on
from nentang.measure.reporting.rules.regimes import Regime


def open_for(
    body: Organization,
    regime: Regime,
    period: ReportPeriod,
    known: Mapping[str, str],
    *,
    at: datetime,
) -> Report:
    """The report of that body; inside a transaction. IntegrityError where there is one already."""
    unit_code = body.unit.code if body.unit else ""
    code = f"{body.code_qcvn102 or f'O{body.pk}'}-{regime.short}-{period.key}"
    due_day = due_on(period, regime.due[body.level])
    due_at = term_end(period.last_on, (due_day - period.last_on).days)
    title = f"{regime.title_vi}, kỳ {period.key}"
    return Report.objects.create(
        case=_case(body, code, title, unit_code, due_at, at),
        code=code,
        regime=regime.code,
        period=period.key,
        first_on=period.first_on,
        last_on=period.last_on,
        organization=body,
        above_id=above_of(body, legal_day(at)),
        level=body.level,
        unit_code=unit_code,
        due_at=due_at,
        opened_at=at,
        values=dict(known),
        known=dict(known),
    )


def _case(
    body: Organization, code: str, title: str, unit_code: str, due_at: datetime, at: datetime
) -> Case:
    """The case, whose clock runs from now to the due time."""
    case = open_case(
        kind=REPORT,
        code=code,
        organization_id=body.pk,
        title=title[:200],
        applicant_person_id=None,
        applicant_name="",
        channel="online",
        unit_code=unit_code,
        actor=SYSTEM,
        at=at,
    )
    return set_term(case=case, due_at=due_at, actor=SYSTEM, at=at)
