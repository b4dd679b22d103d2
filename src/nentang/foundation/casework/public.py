"""Door of casework."""

from .actions import (
    assign_case,
    forward_case,
    move_case,
    open_case,
    reappoint_case,
    start_clock,
    take_case,
)
from .models import Case, TimelineEntry
from .queries import HolderTime, cases_of_person, find_case, holders, spells, timeline
from .registry import kind_named, kinds, register_kind
from .rules.diagram import diagram
from .rules.kinds import CaseKind, State, Transition, load_kind
from .rules.working_time import add_working_minutes, due_for, working_minutes

__all__ = [
    "Case",
    "CaseKind",
    "HolderTime",
    "State",
    "TimelineEntry",
    "Transition",
    "add_working_minutes",
    "assign_case",
    "cases_of_person",
    "diagram",
    "due_for",
    "find_case",
    "forward_case",
    "holders",
    "kind_named",
    "kinds",
    "load_kind",
    "move_case",
    "open_case",
    "reappoint_case",
    "register_kind",
    "spells",
    "start_clock",
    "take_case",
    "timeline",
    "working_minutes",
]
