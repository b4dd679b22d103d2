"""Add what was asked for; the clock begins anew, or waits for the dossier to be received."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, start_clock
from nentang.government.services.models import Dossier, SupplementRequest
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change, procedure_of
from nentang.government.services.rules.one_stop import one_stop_on
from nentang.kernel.clock import legal_day

from .attach_papers import attach_papers


def answer_supplement(
    *, code: str, answer: str, file_ids: Sequence[int], actor: Actor, at: datetime
) -> Dossier:
    """The dossier with the new papers: examined again, or to be received where it was not yet."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        step = "answer_supplement" if dossier.received_at else "answer_before_receipt"
        advance(dossier, step, actor=actor, at=at, public_note=answer)
        SupplementRequest.objects.filter(dossier=dossier).update(answer=answer, answered_at=at)
        attach_papers(dossier, "supplement", file_ids, actor=actor, at=at)
        _restart_clock(dossier, actor, at)
    return dossier


def _restart_clock(dossier: Dossier, actor: Actor, at: datetime) -> None:
    """The whole time once more, where the law has it so and the clock ran before."""
    if dossier.received_at is None or not one_stop_on(legal_day(at)).clock_restarts:
        return
    deadline = procedure_of(dossier).deadline
    start_clock(
        case=dossier.case,
        working_days=deadline.working_days,
        same_day=deadline.same_day,
        actor=actor,
        at=at,
    )
