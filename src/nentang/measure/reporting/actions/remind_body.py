"""The body above asks for a report."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.enums import Rung
from nentang.measure.reporting.errors import NothingToRemind, RemindedToday
from nentang.measure.reporting.models import Reminder, Report
from nentang.measure.reporting.permissions import check_takes
from nentang.measure.reporting.queries import find_report
from nentang.measure.reporting.registry import BY_HAND, FILLING

from ._tell import tell
from ._write_down import write_down


def remind_body(*, code: str, actor: Actor, at: datetime) -> Report:
    """The report; whoever fills it in is told, once a day at most.

    Raises NotYourReport, NothingToRemind, RemindedToday.
    """
    report = find_report(code)
    check_takes(actor, report)
    if report.counted is not None:
        raise NothingToRemind
    try:
        with transaction.atomic():
            Reminder.objects.create(
                report=report, rung=Rung.BY_HAND, on_day=legal_day(at), reminded_at=at
            )
            tell(report, BY_HAND, report.organization_id, *FILLING, at=at)
            write_down(report, "remind_body", actor=actor, at=at)
    except IntegrityError:
        raise RemindedToday from None
    return report
