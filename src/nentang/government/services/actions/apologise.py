"""Apologise for a dossier that cannot be answered in time, and appoint another day; once."""

from datetime import date, datetime, time

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import due_for, reappoint_case, working_minutes
from nentang.government.services.enums import SlipForm
from nentang.government.services.errors import ReasonMissing
from nentang.government.services.models import Dossier, SecondAppointment
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change, matter_of, procedure_of
from nentang.government.services.rules.one_stop import one_stop_on
from nentang.government.services.rules.slips import apology
from nentang.kernel.clock import at_local, legal_day

from .issue_slip import issue_slip

WORKING_DAY = 480  # minutes


def apologise(*, code: str, reason: str, until: date, actor: Actor, at: datetime) -> Dossier:
    """The dossier, due at the end of that working day, with form 04 issued to the applicant.

    Raises ReasonMissing, and what a second appointment refuses (AlreadyReappointed, NotLater).
    """
    if not reason.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "leader")
        first = dossier.case.due_at
        second = _end_of(until)
        reappoint_case(case=dossier.case, due_at=second, actor=actor, at=at, public_note=reason)
        _keep(dossier, reason, first or at, second, at)
        content = apology(
            matter_of(dossier), procedure_of(dossier), reason=reason, first=first or at
        )
        issue_slip(dossier=dossier, form=SlipForm.APOLOGY, content=content, actor=actor, at=at)
    return dossier


def _keep(dossier: Dossier, reason: str, first: datetime, second: datetime, at: datetime) -> None:
    days = one_stop_on(legal_day(at)).apology_before_days
    SecondAppointment.objects.update_or_create(  # a dossier that was opened again has another turn
        dossier=dossier,
        defaults={
            "reason": reason,
            "first_due_at": first,
            "due_at": second,
            "is_in_time": working_minutes(at, first) >= days * WORKING_DAY,
            "apologised_at": at,
        },
    )


def _end_of(day: date) -> datetime:
    """When offices close on that day, or on the next one on which they work."""
    opening = at_local(day, time(8))
    return due_for(opening, same_day=True) or opening
