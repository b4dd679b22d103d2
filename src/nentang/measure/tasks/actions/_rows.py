"""What the actions on rows have in common: what somebody typed becomes columns."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from nentang.kernel.clock import legal_day
from nentang.measure.tasks.enums import DeadlineKind, RowStanding
from nentang.measure.tasks.errors import ChangedMeanwhile, RowIncomplete, RowSettled
from nentang.measure.tasks.models import Decision, ProposedTask
from nentang.measure.tasks.queries import bodies_by_id
from nentang.measure.tasks.rules.intake import RowWords


def columns_of(words: RowWords, at: datetime) -> dict[str, Any]:
    """The columns; what a person wrote is sure. BodyUnknown, RowIncomplete for a day without its kind."""
    named = {*words.support_ids, *([words.lead_id] if words.lead_id else [])}
    bodies_by_id(named, legal_day(at))
    is_day = words.due_kind == DeadlineKind.DAY
    if words.due_kind not in DeadlineKind.values or is_day != (words.due_on is not None):
        raise RowIncomplete(rows="này")
    return {
        "item": words.item.strip()[:20],
        "area": words.area.strip()[:200],
        "text": words.text.strip()[:2000],
        "lead_id": words.lead_id,
        "supports": [each for each in dict.fromkeys(words.support_ids) if each != words.lead_id],
        "output": words.output.strip()[:600],
        "due_kind": words.due_kind,
        "due_on": words.due_on,
        "sure": 100,
        "doubts": [],
    }


def new_row(
    decision: Decision, words: RowWords, *, spot: str, place: int, at: datetime, **more: Any
) -> ProposedTask:
    """A row that a person made; inside a transaction that locks the decision."""
    number = decision.rows_made + 1
    row = ProposedTask.objects.create(
        decision=decision,
        number=number,
        key=sha256(f"{decision.pk}|{number}".encode()).hexdigest(),
        place=place,
        spot=spot,
        **columns_of(words, at),
        **more,
    )
    decision.rows_made = number
    decision.save(update_fields=["rows_made"])
    return row


def check_open(row: ProposedTask, version: int) -> None:
    """RowSettled, ChangedMeanwhile."""
    if row.standing != RowStanding.OPEN:
        raise RowSettled
    if row.version != version:
        raise ChangedMeanwhile


def change(row: ProposedTask, **columns: Any) -> None:
    """Set the columns, and the version goes up."""
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*(name for name in columns), "version"])
