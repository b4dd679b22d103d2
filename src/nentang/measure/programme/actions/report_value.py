"""Report the value of a target for a day."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.programme.enums import FaultKind
from nentang.measure.programme.errors import IsComputed, NotPublished, ValueRefused
from nentang.measure.programme.events import ValueReported
from nentang.measure.programme.indicators import VALUE_REPORTED
from nentang.measure.programme.models import PlanTarget, ReportedValue
from nentang.measure.programme.permissions import check_plans
from nentang.measure.programme.queries import last_value, plan_target_to_change, version_of
from nentang.measure.programme.rules.terms import Terms, from_kept, read_number

from ._note import note

EARLIEST = date(2000, 1, 1)


@transaction.atomic
def report_value(
    *, code: str, typed: str, on_day: date | None, source: str, actor: Actor, at: datetime
) -> ReportedValue:
    """The value; a later report for the same day counts in its stead, and both stay.

    Raises TargetNotFound, NotYourTarget, NotPublished, IsComputed, ValueRefused.
    """
    target = plan_target_to_change(code)
    account = check_plans(actor, target)
    if target.published is None:
        raise NotPublished
    terms = from_kept(version_of(target, target.published).terms)
    if terms.indicator:
        raise IsComputed
    value, day = _checked(terms, typed, on_day, source, legal_day(at))
    again = last_value(target, day) is not None
    reported = ReportedValue.objects.create(
        target=target,
        on_day=day,
        value=value,
        source=source.strip()[:300],
        reported_by_id=account,
        reported_at=at,
    )
    note(target, "report_value", actor=actor, at=at, day=day.isoformat())
    _tell(target, day, again=again, at=at)
    return reported


def _checked(
    terms: Terms, typed: str, on_day: date | None, source: str, today: date
) -> tuple[float, date]:
    value = read_number(typed)
    if value is None:
        raise ValueRefused(why=FaultKind.NOT_NUMBER.label)
    if on_day is None or not EARLIEST <= on_day <= today:
        raise ValueRefused(why=FaultKind.NOT_DAY.label)
    if terms.unit == "percent" and not 0 <= value <= 100:
        raise ValueRefused(why=FaultKind.NOT_SHARE.label)
    if terms.ceiling is not None and value > terms.ceiling:
        raise ValueRefused(why=FaultKind.ABOVE_CEILING.label)
    if not source.strip():
        raise ValueRefused(why=FaultKind.MISSING.label)
    return value, on_day


def _tell(target: PlanTarget, day: date, *, again: bool, at: datetime) -> None:
    body = target.organization_id
    publish(ValueReported(target.code, day.isoformat(), body), at=at, key=target.code)
    record_fact(
        VALUE_REPORTED, at=at, organization_id=body, unit_code=target.unit_code, again=again
    )
