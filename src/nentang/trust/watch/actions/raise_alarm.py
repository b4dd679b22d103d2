"""Raise an alarm: a case where the account works, or for whoever answers for security."""

import logging
import secrets
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import Case, open_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import is_within, organization
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import NotFound
from nentang.trust.watch.enums import Sign
from nentang.trust.watch.indicators import RAISED
from nentang.trust.watch.models import Alarm
from nentang.trust.watch.queries import security_officers, watching_bodies
from nentang.trust.watch.registry import ALARM, ALARM_RAISED
from nentang.trust.watch.rules import make_code

log = logging.getLogger(__name__)


@transaction.atomic
def raise_alarm(*, sign: Sign, account_id: int, count: int, usual: int, at: datetime) -> Alarm:
    """The alarm of that account, sign and day; a case is opened and told of once, the count goes on."""
    alarm, is_new = Alarm.objects.select_for_update(of=("self",)).get_or_create(
        account_id=account_id,
        sign=sign,
        day=legal_day(at),
        defaults={"count": count, "usual": usual, "raised_at": at, "last_at": at},
    )
    alarm.count, alarm.last_at = max(alarm.count, count), at
    if alarm.case_id is None:
        alarm.case = _opened(alarm, account_id, at)
    alarm.save(update_fields=["count", "last_at", "case"])
    if is_new:
        _note(alarm, at)
    return alarm


def _opened(alarm: Alarm, account_id: int, at: datetime) -> Case | None:
    """The case, told to those in charge; None while nobody answers for security anywhere."""
    body_id = _watching(account_id, at)
    if body_id is None:
        log.error("watch: %s is a sign of attack, and nobody answers for security", alarm.sign)
        return None
    case = open_case(
        kind=ALARM,
        code=make_code(secrets.choice),
        organization_id=body_id,
        title=str(Sign(alarm.sign).label),
        applicant_person_id=None,
        applicant_name="",
        channel="",
        unit_code=organization(body_id).unit_code,
        actor=SYSTEM,
        at=at,
    )
    told = security_officers(legal_day(at), body_id).exclude(pk=account_id)
    for person_id in told.values_list("person_id", flat=True):
        notify(
            template=ALARM_RAISED.code,
            person_id=person_id or 0,
            context={"code": case.code},
            subject=f"case:{case.pk}",
            at=at,
        )
    return case


def _watching(account_id: int, at: datetime) -> int | None:
    """Who watches over the account: its body or one above it, else whoever was appointed first."""
    bodies = watching_bodies(legal_day(at))
    try:
        own = actor_for_account(account_id, at).organizations()
    except NotFound:
        own = ()
    near = (body for body in bodies if any(is_within(each, body) for each in own))
    return next(near, bodies[0] if bodies else None)


def _note(alarm: Alarm, at: datetime) -> None:
    body_id = alarm.case.organization_id if alarm.case else None
    record(
        actor=SYSTEM,
        action="watch.raise_alarm",
        subject=f"alarm:{alarm.pk}",
        organization_id=body_id,
        details={"sign": alarm.sign, "count": alarm.count},
        at=at,
    )
    unit_code = alarm.case.unit_code if alarm.case else ""
    record_fact(RAISED, at=at, organization_id=body_id, unit_code=unit_code, sign=alarm.sign)
