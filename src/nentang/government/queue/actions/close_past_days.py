"""At night: what was left of the day before ends, and nobody knows any more whose numbers they were."""

from datetime import datetime, time

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.government.queue.enums import WindowState
from nentang.government.queue.models import Ticket, Window
from nentang.government.queue.rules.course import STEPS
from nentang.kernel.clock import at_local, legal_day


@transaction.atomic
def close_past_days(*, at: datetime) -> int:
    """How many tickets of past days ended. Windows left open are closed, persons are forgotten."""
    today = legal_day(at)
    left_open = Window.objects.exclude(state=WindowState.CLOSED)
    closed = left_open.filter(opened_at__lt=at_local(today, time())).update(
        state=WindowState.CLOSED, clerk=None, streak=0
    )
    begins, state = STEPS["lapse"]
    past = Ticket.objects.filter(day__lt=today)
    lapsed = past.filter(state__in=begins).update(state=state, ended_at=at)
    forgotten = past.filter(person__isnull=False).update(person=None)
    if lapsed or forgotten or closed:
        record(
            actor=SYSTEM,
            action="queue.close_past_days",
            subject="queue:all",
            details={"lapsed": lapsed, "forgotten": forgotten, "closed": closed},
            at=at,
        )
    return lapsed
