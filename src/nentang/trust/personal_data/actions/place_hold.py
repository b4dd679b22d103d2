"""Suspend erasure for a case: a dispute, a complaint, a court asks."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import Case
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.errors import CaseNotFound, HeldAlready, HoldIncomplete
from nentang.trust.personal_data.models import LegalHold
from nentang.trust.personal_data.permissions import check_can_hold


@transaction.atomic
def place_hold(
    *, case_code: str, reason: str, until_on: date | None, actor: Actor, at: datetime
) -> LegalHold:
    """The hold: nothing of the case is erased before that day.

    CaseNotFound, NotInCharge, HoldIncomplete (no reason, or a day that is over), HeldAlready.
    """
    case = Case.objects.select_for_update().filter(code=case_code.strip()).first()
    if case is None:
        raise CaseNotFound
    check_can_hold(actor, case)
    if not reason.strip() or until_on is None or until_on <= legal_day(at):
        raise HoldIncomplete
    LegalHold.objects.filter(case=case, lifted_at=None, until_on__lte=legal_day(at)).update(
        lifted_at=at
    )
    try:
        with transaction.atomic():
            hold = LegalHold.objects.create(
                case=case,
                reason=reason.strip()[:500],
                until_on=until_on,
                placed_by_id=actor.account_id,
                placed_at=at,
            )
    except IntegrityError:
        raise HeldAlready from None
    record(
        actor=actor,
        action="personal_data.place_hold",
        subject=f"case:{case.pk}",
        organization_id=case.organization_id,
        person_id=case.applicant_id,
        details={"until": until_on.isoformat()},
        at=at,
    )
    return hold
