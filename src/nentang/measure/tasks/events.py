"""What happened to tasks: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class TaskAssigned(Frozen):
    """A body was given a task, by a decision or by the body above it."""

    name: ClassVar[str] = "tasks.task_assigned"
    task_id: int
    code: str
    lead_id: int
    assigner_id: int


class ResultReported(Frozen):
    """The lead body reported a result; it waits to be judged."""

    name: ClassVar[str] = "tasks.result_reported"
    task_id: int
    code: str
    lead_id: int
    assigner_id: int


class TaskFinished(Frozen):
    """The assigner accepted the result."""

    name: ClassVar[str] = "tasks.task_finished"
    task_id: int
    code: str
    lead_id: int
    assigner_id: int
    in_time: bool


class ResultReturned(Frozen):
    """The assigner returned the result with a reason."""

    name: ClassVar[str] = "tasks.result_returned"
    task_id: int
    code: str
    lead_id: int
    assigner_id: int


class ExtensionAnswered(Frozen):
    """The assigner granted more time, or did not; `due_on` is the day that holds now (ISO 8601)."""

    name: ClassVar[str] = "tasks.extension_answered"
    task_id: int
    code: str
    lead_id: int
    assigner_id: int
    granted: bool
    due_on: str
