"""Door of casework."""

from .actions import (
    PastCase,
    PastStep,
    advance,
    assign_case,
    forward_case,
    keep,
    move_case,
    open_case,
    reappoint_case,
    remark_on_case,
    set_term,
    start_clock,
    take_case,
    take_in_cases,
    tell_officers,
)
from .models import Case, TimelineEntry
from .queries import (
    HolderTime,
    cases_of_person,
    find_case,
    holders,
    spells,
    timeline,
    working_in,
)
from .registry import keep_away, kind_named, kinds, register_kind
from .rules.diagram import diagram
from .rules.kinds import CaseKind, State, Transition
from .rules.legal_terms import term_end
from .rules.working_time import add_working_minutes, clock_start, due_for, working_minutes

__all__ = [
    "Case",
    "CaseKind",
    "HolderTime",
    "PastCase",
    "PastStep",
    "State",
    "TimelineEntry",
    "Transition",
    "add_working_minutes",
    "advance",
    "assign_case",
    "cases_of_person",
    "clock_start",
    "diagram",
    "due_for",
    "find_case",
    "forward_case",
    "holders",
    "keep",
    "keep_away",
    "kind_named",
    "kinds",
    "move_case",
    "open_case",
    "reappoint_case",
    "register_kind",
    "remark_on_case",
    "set_term",
    "spells",
    "start_clock",
    "take_case",
    "take_in_cases",
    "tell_officers",
    "term_end",
    "timeline",
    "working_in",
    "working_minutes",
]
