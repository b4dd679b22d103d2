"""Decisions, what was read from them, the tasks they assign, and who steers the Programme."""

from .decisions import Decision, DecisionText, ProposedTask
from .following import Evidence, Extension, TaskReminder
from .steering import Committee, SteeringCount, SteeringPlan
from .tasks import Task, TaskSupport

__all__ = [
    "Committee",
    "Decision",
    "DecisionText",
    "Evidence",
    "Extension",
    "ProposedTask",
    "SteeringCount",
    "SteeringPlan",
    "Task",
    "TaskReminder",
    "TaskSupport",
]
