"""What the JSON interface says of tasks."""

from datetime import date
from typing import Any, Self

from ninja import Schema

BIGGEST = 2**63 - 1


class TaskOut(Schema):
    """A task with how it stands today; `due_on` moves with extensions, `first_due_on` never."""

    code: str
    decision: str
    decision_code: str
    item: str
    area: str
    text: str
    lead_id: int
    lead: str
    accountable_office: str
    due_kind: str
    due_on: date | None
    first_due_on: date | None
    reported_on: date | None
    standing: str
    parts: int
    parts_done: int

    @classmethod
    def of(cls, task: Any) -> Self:
        """The task, as a list has it."""
        told = {name: getattr(task, name, None) for name in cls.model_fields}
        return cls.model_validate(
            told
            | {
                "decision": task.decision.symbol,
                "decision_code": task.decision.code,
                "lead": task.lead.name,
                "parts": getattr(task, "parts_all", 0),
                "parts_done": getattr(task, "parts_done", 0),
            }
        )


class TaskPage(Schema):
    """Tasks in the order in which they were set, and the `after` of the next page."""

    items: list[TaskOut]
    next: int | None


class CountsOut(Schema):
    """How many tasks stand how, and all."""

    all: int
    not_due: int
    in_time: int
    extended: int
    returned: int
    late: int
    done_in_time: int
    done_late: int


class SteeredOut(Schema):
    """Bodies of a level with a committee and a plan: as the register counts them, and as was reported."""

    level: str
    bodies: int
    committees: int
    plans: int
    reported_bodies: int
    reported_committees: int
    reported_plans: int
    reported_by: str
