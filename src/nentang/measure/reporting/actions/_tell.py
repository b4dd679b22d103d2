"""Tell the officers of a body who hold one of some roles about a report; inside the action's transaction."""

from datetime import datetime

from nentang.foundation.casework.public import working_in
from nentang.foundation.notifications.public import MessageTemplate, notify
from nentang.kernel.clock import legal_day
from nentang.measure.reporting.models import Report


def tell(report: Report, template: MessageTemplate, body_id: int, *roles: str, at: datetime) -> int:
    """How many persons were told."""
    found = working_in([body_id], legal_day(at), *roles).order_by("pk")
    told = [each for each in found.values_list("person_id", flat=True) if each]
    for person_id in told:
        notify(
            template=template.code,
            person_id=person_id,
            context={"code": report.code},
            subject=f"report:{report.pk}",
            at=at,
        )
    return len(told)
