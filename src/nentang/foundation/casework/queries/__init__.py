"""Reads of cases, and the inbox over all kinds."""

from .board import Load, Risk, Waiting, loads, risks, waits
from .cases import HolderTime, cases_of_person, find_case, holders, spells, timeline
from .delays import Delay, delays
from .headed import headed
from .inbox import (
    Inbox,
    InboxCounts,
    InboxPage,
    InboxView,
    case_with_code,
    chosen_cases,
)
from .people import colleagues, heads, working_in
from .ranks import BodyLoad, Rank, RankName, bodies_of_rank, busiest, ranks
from .spent import Spent, spent

__all__ = [
    "BodyLoad",
    "Delay",
    "HolderTime",
    "Inbox",
    "InboxCounts",
    "InboxPage",
    "InboxView",
    "Load",
    "Rank",
    "RankName",
    "Risk",
    "Spent",
    "Waiting",
    "bodies_of_rank",
    "busiest",
    "case_with_code",
    "cases_of_person",
    "chosen_cases",
    "colleagues",
    "delays",
    "find_case",
    "headed",
    "heads",
    "holders",
    "loads",
    "ranks",
    "risks",
    "spells",
    "spent",
    "timeline",
    "waits",
    "working_in",
]
