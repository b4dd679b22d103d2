"""Reads of cases, and the inbox over all kinds."""

from .cases import HolderTime, cases_of_person, find_case, holders, timeline
from .inbox import InboxPage, InboxView, inbox, inbox_counts
from .people import colleagues, heads

__all__ = [
    "HolderTime",
    "InboxPage",
    "InboxView",
    "cases_of_person",
    "colleagues",
    "find_case",
    "heads",
    "holders",
    "inbox",
    "inbox_counts",
    "timeline",
]
