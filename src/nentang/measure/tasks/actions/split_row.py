"""Make several rows of one that sets several tasks."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.enums import RowStanding
from nentang.measure.tasks.errors import NothingChosen
from nentang.measure.tasks.models import ProposedTask
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change, find_row
from nentang.measure.tasks.rules.intake import RowWords

from ._rows import change, check_open, new_row
from ._write import write_down_decision

MOST_PARTS = 20


@transaction.atomic
def split_row(
    *,
    decision: str,
    number: int,
    texts: Sequence[str],
    version: int,
    actor: Actor,
    at: datetime,
) -> list[ProposedTask]:
    """A row for each text, with everything else as the row had it, which is dropped.

    Raises DecisionNotFound, RowNotFound, RowSettled, ChangedMeanwhile, NothingChosen for fewer than two texts.
    """
    found = decision_to_change(decision)
    check_confirms(actor, found)
    row = find_row(found, number)
    check_open(row, version)
    wanted = [each.strip() for each in texts if each.strip()][:MOST_PARTS]
    if len(wanted) < 2:
        raise NothingChosen
    made = [_like(row, text, at) for text in wanted]
    change(row, standing=RowStanding.DROPPED)
    details = {"row": number, "parts": len(made)}
    write_down_decision(found, "split_row", actor=actor, at=at, details=details)
    return made


def _like(row: ProposedTask, text: str, at: datetime) -> ProposedTask:
    words = RowWords(
        item=row.item,
        area=row.area,
        text=text,
        lead_id=row.lead_id,
        support_ids=tuple(row.supports),
        output=row.output,
        due_kind=row.due_kind,
        due_on=row.due_on,
    )
    made = new_row(row.decision, words, spot=row.spot, place=row.place, at=at)
    made.lead_words, made.support_words = row.lead_words, row.support_words
    made.due_words, made.doubts, made.sure = row.due_words, row.doubts, row.sure
    made.save(update_fields=["lead_words", "support_words", "due_words", "doubts", "sure"])
    return made
