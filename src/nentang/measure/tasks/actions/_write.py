"""What the acts on a task have in common: whose turn it is, how it is written down and told."""

from collections.abc import Mapping
from datetime import date, datetime, time

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import forward_case, working_in
from nentang.foundation.notifications.public import MessageTemplate, notify
from nentang.kernel.clock import at_local, legal_day
from nentang.measure.tasks.models import Decision, Task

LAST_INSTANT = time(23, 59, 59)


def end_of(day: date) -> datetime:
    """The last instant of that day."""
    return at_local(day, LAST_INSTANT)


def hand_over(task: Task, organization_id: int, *, actor: Actor, at: datetime) -> None:
    """The case goes to that body, unless it has it already."""
    if task.case.holder_id != organization_id:
        forward_case(case=task.case, organization_id=organization_id, note="", actor=actor, at=at)


def write_down(
    task: Task,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    details: Mapping[str, str | int] | None = None,
) -> None:
    """The audit record of what was done with the task."""
    record(
        actor=actor,
        action=f"tasks.{action}",
        subject=f"assigned_task:{task.pk}",
        organization_id=task.lead_id,
        details=dict(details or {}),
        at=at,
    )


def write_down_decision(
    decision: Decision,
    action: str,
    *,
    actor: Actor,
    at: datetime,
    details: Mapping[str, str | int] | None = None,
) -> None:
    """The audit record of what was done with the decision."""
    record(
        actor=actor,
        action=f"tasks.{action}",
        subject=f"assigning_decision:{decision.pk}",
        organization_id=decision.assigner_id,
        details=dict(details or {}),
        at=at,
    )


def tell(task: Task, template: MessageTemplate, body_id: int, *roles: str, at: datetime) -> int:
    """How many officers of the body with one of the roles were told."""
    found = working_in([body_id], legal_day(at), *roles).order_by("pk")
    told = [each for each in found.values_list("person_id", flat=True) if each]
    for person_id in told:
        notify(
            template=template.code,
            person_id=person_id,
            context={"code": task.code},
            subject=f"assigned_task:{task.pk}",
            at=at,
        )
    return len(told)
