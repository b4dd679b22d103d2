"""Mend what was read wrongly."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.models import ProposedTask
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change, find_row
from nentang.measure.tasks.rules.intake import RowWords

from ._rows import change, check_open, columns_of
from ._write import write_down_decision


@transaction.atomic
def mend_row(
    *, decision: str, number: int, words: RowWords, version: int, actor: Actor, at: datetime
) -> ProposedTask:
    """The row as it was typed, sure in everything; `version` is what the page was made from.

    Raises DecisionNotFound, RowNotFound, RowSettled, ChangedMeanwhile, BodyUnknown, RowIncomplete.
    """
    found = decision_to_change(decision)
    check_confirms(actor, found)
    row = find_row(found, number)
    check_open(row, version)
    change(row, **columns_of(words, at))
    write_down_decision(found, "mend_row", actor=actor, at=at, details={"row": number})
    return row
