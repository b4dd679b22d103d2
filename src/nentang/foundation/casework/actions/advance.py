"""Move the case of a matter along, and keep the matter's own columns."""

from datetime import datetime
from typing import Any, Protocol

from nentang.agreements.actor import Actor
from nentang.foundation.casework.models import Case

from .move_case import move_case


class Row(Protocol):
    """A row of an app's own."""

    def save(self, *, update_fields: list[str]) -> None:
        """Write these columns."""


class Matter(Row, Protocol):
    """What an app handles as a case: a report, a task, a document of an office, a complaint."""

    case: Any


def advance(
    matter: Matter,
    step: str,
    *,
    actor: Actor,
    at: datetime,
    note: str = "",
    public_note: str = "",
    **columns: Any,
) -> Case:
    """The case after the step, with the columns of the matter set; inside a transaction.

    Raises what move_case raises.
    """
    case = move_case(
        case=matter.case, step=step, actor=actor, at=at, note=note, public_note=public_note
    )
    keep(matter, **columns)
    return case


def keep(row: Row, **columns: Any) -> None:
    """Set the columns in one statement."""
    for name, value in columns.items():
        setattr(row, name, value)
    if columns:
        row.save(update_fields=list(columns))
