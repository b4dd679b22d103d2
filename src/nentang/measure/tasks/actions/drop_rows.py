"""Drop rows that set no task."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.enums import RowStanding
from nentang.measure.tasks.errors import NothingChosen, RowSettled
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change, rows_to_settle

from ._rows import change
from ._write import write_down_decision


@transaction.atomic
def drop_rows(*, decision: str, numbers: Collection[int], actor: Actor, at: datetime) -> int:
    """How many were dropped. DecisionNotFound, RowNotFound, RowSettled, NothingChosen."""
    found = decision_to_change(decision)
    check_confirms(actor, found)
    rows = rows_to_settle(found, numbers)
    if not rows:
        raise NothingChosen
    for row in rows:
        if row.standing != RowStanding.OPEN:
            raise RowSettled
        change(row, standing=RowStanding.DROPPED)
    write_down_decision(found, "drop_rows", actor=actor, at=at, details={"rows": len(rows)})
    return len(rows)
