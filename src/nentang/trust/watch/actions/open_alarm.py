"""Open an alarm at the desk."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.trust.watch.models import LAW, Alarm
from nentang.trust.watch.permissions import check_alarm_is_ours
from nentang.trust.watch.queries import alarm_named


@transaction.atomic
def open_alarm(*, code: str, actor: Actor, at: datetime) -> Alarm:
    """The alarm with its case and whose account it is; the look is written down. AlarmNotFound."""
    alarm = alarm_named(code)
    check_alarm_is_ours(actor, alarm)
    if alarm.account and alarm.account.person_id:
        record_look(
            actor=actor,
            subject=f"alarm:{alarm.pk}",
            person_id=alarm.account.person_id,
            fields=("full_name",),
            purpose="tìm hiểu dấu hiệu tấn công, lạm quyền",
            legal_basis=LAW,
            at=at,
        )
    return alarm
