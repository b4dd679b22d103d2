"""Money does not fit: somebody of the body must find out why."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.economy.payments.enums import BreakKind
from nentang.economy.payments.events import PaymentBroken
from nentang.economy.payments.models import Break
from nentang.economy.payments.registry import BREAK_CASE
from nentang.economy.payments.rules.codes import new_break_code
from nentang.economy.payments.rules.terms import BREAK_WORKING_DAYS
from nentang.foundation.casework.public import Case, open_case, start_clock
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish


def open_break(*, found: Break, at: datetime) -> Break:
    """The break, written down as a case of its payee's; the open one of the same kind if there is one."""
    with transaction.atomic():
        known = Break.objects.unresolved().filter(
            gateway=found.gateway, transaction=found.transaction, kind=found.kind
        )
        if again := known.first():
            return again
        found.code, found.found_at = new_break_code(), at
        found.case = _open_case(found, at) if found.payee_id else None
        found.save()
        publish(
            PaymentBroken(found.code, found.gateway, str(found.kind), found.amount),
            at=at,
            key=found.code,
        )
    return found


def _open_case(found: Break, at: datetime) -> Case:
    body = organization(found.payee_id or 0)
    case = open_case(
        kind=BREAK_CASE,
        code=found.code,
        organization_id=body.id,
        title=str(BreakKind(found.kind).label),
        applicant_person_id=None,
        applicant_name="",
        channel="",
        unit_code=body.unit_code,
        actor=SYSTEM,
        at=at,
    )
    start_clock(case=case, working_days=BREAK_WORKING_DAYS, actor=SYSTEM, at=at)
    return case
