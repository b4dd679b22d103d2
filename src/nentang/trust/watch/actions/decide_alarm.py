"""Say what an alarm was."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.trust.watch.enums import Verdict
from nentang.trust.watch.errors import AlarmDecided, AlarmNotFound, FindingMissing
from nentang.trust.watch.indicators import DECIDED
from nentang.trust.watch.models import Alarm
from nentang.trust.watch.permissions import check_alarm_is_ours

STEPS = {Verdict.HARMLESS: "find_harmless", Verdict.ATTACK: "find_attack"}


@transaction.atomic
def decide_alarm(*, code: str, verdict: str, finding: str, actor: Actor, at: datetime) -> Alarm:
    """The alarm with its end. AlarmNotFound, AlarmDecided, FindingMissing."""
    rows = Alarm.objects.select_for_update(of=("self",)).select_related("case")
    alarm = rows.filter(case__code=code).first()
    if alarm is None or alarm.case is None:
        raise AlarmNotFound
    check_alarm_is_ours(actor, alarm)
    if alarm.verdict:
        raise AlarmDecided
    if verdict not in Verdict.values or not finding.strip():
        raise FindingMissing
    move_case(case=alarm.case, step=STEPS[Verdict(verdict)], actor=actor, at=at)
    alarm.verdict, alarm.finding, alarm.decided_at = verdict, finding.strip()[:2000], at
    alarm.save(update_fields=["verdict", "finding", "decided_at"])
    record(
        actor=actor,
        action="watch.decide_alarm",
        subject=f"alarm:{alarm.pk}",
        organization_id=alarm.case.organization_id,
        details={"verdict": verdict},
        at=at,
    )
    record_fact(
        DECIDED,
        at=at,
        organization_id=alarm.case.organization_id,
        unit_code=alarm.case.unit_code,
        sign=alarm.sign,
        verdict=verdict,
        minutes=int((at - alarm.raised_at).total_seconds() // 60),
    )
    return alarm
