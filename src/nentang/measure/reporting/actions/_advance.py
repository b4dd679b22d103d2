"""What the steps of a report have in common: the case moves, the report keeps its columns, it is written down."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.measure.reporting.models import Report


def advance(
    report: Report, step: str, *, actor: Actor, at: datetime, note: str = "", **columns: Any
) -> None:
    """Move the case along its table and set the columns; inside a transaction."""
    move_case(case=report.case, step=step, actor=actor, at=at, note=note)
    keep(report, **columns)


def keep(report: Report, **columns: Any) -> None:
    """Set the columns in one statement."""
    for name, value in columns.items():
        setattr(report, name, value)
    if columns:
        report.save(update_fields=list(columns))


def write_down(
    report: Report,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    details: Mapping[str, str | int] | None = None,
) -> None:
    """The audit record of what was done with the report."""
    record(
        actor=actor,
        action=f"reporting.{action}",
        subject=f"report:{report.pk}",
        organization_id=report.organization_id,
        details=dict(details or {}),
        at=at,
    )
