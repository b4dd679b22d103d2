"""What the watch reads."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import people_looked_at
from nentang.foundation.identity.public import Account, failed_sign_ins
from nentang.kernel.clock import legal_day

from .enums import ROLE, Sign
from .errors import AlarmNotFound
from .models import Alarm, Refusal
from .rules import night_around, signs_on

USUAL_DAYS = 28
PAGE = 30


def counts_of(sign: Sign, at: datetime) -> Mapping[int, int]:
    """How many of that sign each account has at that instant, at least as many as could be one."""
    signs = signs_on(legal_day(at)).value
    measure = signs.measures[sign]
    since = at - timedelta(minutes=measure.minutes)
    if sign == Sign.GUESSES:
        return failed_sign_ins(since=since, least=measure.least)
    if sign == Sign.REFUSALS:
        rows = Refusal.objects.filter(at__gt=since).values("account").annotate(n=Count("id"))
        return dict(rows.filter(n__gte=measure.least).values_list("account", "n"))
    if sign == Sign.LOOKS:
        return people_looked_at(since=since, until=at, least=measure.least)
    night = night_around(at, signs)
    return people_looked_at(since=night[0], until=at, least=measure.least) if night else {}


def usual_looks(account_id: int, at: datetime) -> float:
    """At how many people a day the account looked in the four weeks before the last 24 hours."""
    until = at - timedelta(days=1)
    since = until - timedelta(days=USUAL_DAYS)
    seen = people_looked_at(since=since, until=until, least=1, account_id=account_id)
    return seen.get(account_id, 0) / USUAL_DAYS


def security_officers(on: date, organization_id: int | None = None) -> QuerySet[Account]:
    """Accounts of people who answer for security on that day, in that body or anywhere."""
    in_force = Q(appointments__valid_to=None) | Q(appointments__valid_to__gt=on)
    found = Account.objects.filter(
        in_force,
        appointments__role=ROLE,
        appointments__valid_from__lte=on,
        is_active=True,
        person__isnull=False,
    )
    if organization_id is not None:
        found = found.filter(appointments__organization=organization_id)
    return found.distinct()


def watching_bodies(on: date) -> list[int]:
    """Bodies in which somebody answers for security, the first appointed first."""
    accounts = security_officers(on).filter(appointments__role=ROLE)
    bodies = accounts.order_by("appointments__pk").values_list(
        "appointments__organization", flat=True
    )
    return list(dict.fromkeys(bodies))


def alarms_at_desk(actor: Actor, *, before_id: int | None = None) -> list[Alarm]:
    """Alarms of the bodies where the actor answers for security, the latest first, one more than a page."""
    rows = Alarm.objects.filter(case__holder__in=actor.organizations(ROLE))
    rows = rows.exclude(account=actor.account_id)
    if before_id:
        rows = rows.filter(pk__lt=before_id)
    return list(rows.select_related("case__organization").order_by("-pk")[: PAGE + 1])


def alarm_named(code: str) -> Alarm:
    """The alarm with its case; AlarmNotFound. The caller checks whose it is."""
    rows = Alarm.objects.select_related("case__organization", "account__person")
    alarm = rows.filter(case__code=code).first()
    if alarm is None:
        raise AlarmNotFound
    return alarm
