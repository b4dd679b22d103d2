"""End a re-examination."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record as write_down
from nentang.foundation.casework.public import move_case
from nentang.foundation.registers.errors import ReasonMissing
from nentang.foundation.registers.models import Reexamination


@transaction.atomic
def end_reexamination(
    *, examined: Reexamination, step: str, outcome: str, actor: Actor, at: datetime
) -> Reexamination:
    """The re-examination, ended: the result stands, or was changed, and why.

    Raises ReasonMissing, and what `move_case` raises.
    """
    if not outcome.strip():
        raise ReasonMissing
    move_case(case=examined.case, step=step, actor=actor, at=at, note=outcome.strip()[:400])
    examined.outcome = outcome.strip()[:400]
    examined.save(update_fields=["outcome"])
    write_down(
        actor=actor,
        action="registers.end_reexamination",
        subject=f"reexamination:{examined.pk}",
        organization_id=examined.case.holder_id,
        at=at,
    )
    return examined
