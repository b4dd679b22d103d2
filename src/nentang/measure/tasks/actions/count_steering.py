"""Count once a month which ministries and provinces have a committee and a plan."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.kernel.clock import legal_day
from nentang.measure.tasks.indicators import STEERING_COUNTED
from nentang.measure.tasks.models import SteeringCount
from nentang.measure.tasks.queries import is_counted, steered


def count_steering(*, at: datetime) -> int:
    """How many bodies were counted; 0 where the month was counted before, or another worker was faster."""
    today = legal_day(at)
    month = today.replace(day=1)
    if is_counted(month):
        return 0
    found = steered(today)
    try:
        with transaction.atomic():
            for each in found:
                counts = {n: getattr(each, n) for n in ("bodies", "committees", "plans")}
                SteeringCount.objects.create(month=month, level=each.level, **counts)
                record_fact(
                    STEERING_COUNTED,
                    at=at,
                    organization_id=None,
                    unit_code="",
                    level=each.level,
                    **counts,
                )
            record(actor=SYSTEM, action="tasks.count_steering", subject="steering", at=at)
    except IntegrityError:
        return 0
    return sum(each.bodies for each in found)
