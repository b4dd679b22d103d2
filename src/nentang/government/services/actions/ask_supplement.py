"""Ask the applicant to add something; the clock stops until they answer."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, due_for
from nentang.government.services.enums import SlipForm
from nentang.government.services.errors import (
    ReasonMissing,
    SupplementAlreadyAsked,
    SupplementTooLate,
)
from nentang.government.services.models import Dossier, SupplementRequest
from nentang.government.services.permissions import check_works_on
from nentang.government.services.queries import dossier_to_change, matter_of, procedure_of
from nentang.government.services.rules.one_stop import one_stop_on
from nentang.government.services.rules.slips import supplement
from nentang.kernel.clock import legal_day

from .issue_slip import issue_slip


def ask_supplement(*, code: str, items: str, actor: Actor, at: datetime) -> Dossier:
    """The dossier, waiting for the applicant, with form 02 issued.

    Raises ReasonMissing, SupplementAlreadyAsked, SupplementTooLate.
    """
    if not items.strip():
        raise ReasonMissing
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, "clerk", "specialist")
        _refuse_too_late(dossier, at)
        advance(dossier, "ask_supplement", actor=actor, at=at, public_note=items)
        try:
            with transaction.atomic():
                SupplementRequest.objects.create(dossier=dossier, items=items, asked_at=at)
        except IntegrityError:
            raise SupplementAlreadyAsked from None
        content = supplement(matter_of(dossier), procedure_of(dossier), items=items)
        issue_slip(dossier=dossier, form=SlipForm.SUPPLEMENT, content=content, actor=actor, at=at)
    return dossier


def _refuse_too_late(dossier: Dossier, at: datetime) -> None:
    """Supplements are asked for within so many working days of reception."""
    if dossier.received_at is None:
        return
    days = one_stop_on(legal_day(dossier.received_at)).supplement_within_days
    until = due_for(dossier.received_at, working_days=days)
    if until and at > until:
        raise SupplementTooLate(days=days)
