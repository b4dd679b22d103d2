"""Take back that a row was dropped."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.enums import RowStanding
from nentang.measure.tasks.errors import RowSettled
from nentang.measure.tasks.models import ProposedTask
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change, find_row

from ._rows import change
from ._write import write_down_decision


@transaction.atomic
def take_back_row(*, decision: str, number: int, actor: Actor, at: datetime) -> ProposedTask:
    """The row, to be confirmed again. DecisionNotFound, RowNotFound, RowSettled."""
    found = decision_to_change(decision)
    check_confirms(actor, found)
    row = find_row(found, number)
    if row.standing != RowStanding.DROPPED:
        raise RowSettled
    change(row, standing=RowStanding.OPEN)
    write_down_decision(found, "take_back_row", actor=actor, at=at, details={"row": number})
    return row
