"""Tell those who filed a report that it was returned."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.measure.reporting.queries import find_report
from nentang.measure.reporting.registry import FILLING, RETURNED

from ._tell import tell
from ._write_down import write_down


@transaction.atomic
def tell_of_return(*, code: str, at: datetime) -> int:
    """How many persons were told."""
    report = find_report(code)
    told = tell(report, RETURNED, report.organization_id, *FILLING, at=at)
    write_down(report, "tell_of_return", actor=SYSTEM, at=at, details={"persons": told})
    return told
