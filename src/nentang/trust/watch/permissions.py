"""Who answers for security in a body."""

from nentang.agreements.actor import Actor

from .enums import ROLE
from .errors import AlarmNotFound
from .models import Alarm


def check_alarm_is_ours(actor: Actor, alarm: Alarm) -> None:
    """AlarmNotFound unless the actor answers for security where the alarm is, and it is not about them."""
    is_ours = alarm.case and actor.has_role(ROLE, organization_id=alarm.case.holder_id)
    if not is_ours or alarm.account_id == actor.account_id:
        raise AlarmNotFound
