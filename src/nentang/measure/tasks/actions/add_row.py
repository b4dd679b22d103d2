"""Add a row by hand to what was read of a decision."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.models import ProposedTask
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change
from nentang.measure.tasks.rules.intake import RowWords

from ._rows import new_row
from ._write import write_down_decision


@transaction.atomic
def add_row(*, decision: str, words: RowWords, actor: Actor, at: datetime) -> ProposedTask:
    """The new row at the end, to be confirmed like any other. DecisionNotFound, BodyUnknown, RowIncomplete."""
    found = decision_to_change(decision)
    check_confirms(actor, found)
    row = new_row(found, words, spot="", place=1_000_000, at=at)
    write_down_decision(found, "add_row", actor=actor, at=at, details={"row": row.number})
    return row
