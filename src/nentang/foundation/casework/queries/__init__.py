"""Reads of cases, and the inbox over all kinds."""

from .board import Load, Risk, Waiting, loads, risks, waits
from .cases import HolderTime, cases_of_person, find_case, holders, spells, timeline
from .delays import Delay, delays
from .inbox import (
    Inbox,
    InboxCounts,
    InboxPage,
    InboxView,
    case_with_code,
    chosen_cases,
)
from .people import colleagues, heads, working_in
from .spent import Spent, spent

__all__ = [
    "Delay",
    "HolderTime",
    "Inbox",
    "InboxCounts",
    "InboxPage",
    "InboxView",
    "Load",
    "Risk",
    "Spent",
    "Waiting",
    "case_with_code",
    "cases_of_person",
    "chosen_cases",
    "colleagues",
    "delays",
    "find_case",
    "heads",
    "holders",
    "loads",
    "risks",
    "spells",
    "spent",
    "timeline",
    "waits",
    "working_in",
]
