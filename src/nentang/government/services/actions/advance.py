"""The step that every later action takes: move the case and keep the dossier's own columns."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import move_case
from nentang.government.services.models import Dossier


def advance(
    dossier: Dossier,
    step: str,
    *,
    actor: Actor,
    at: datetime,
    note: str = "",
    public_note: str = "",
    **columns: Any,
) -> None:
    """Move the case of the dossier along its table and set the columns; inside a transaction."""
    move_case(case=dossier.case, step=step, actor=actor, at=at, note=note, public_note=public_note)
    for name, value in columns.items():
        setattr(dossier, name, value)
    if columns:
        dossier.save(update_fields=list(columns))
