"""Reads of documents, tasks and work files for pages, actions and the JSON interface."""

from .bodies import colleagues_of, is_colleague, leaders_of, notation_in, recognised_lines
from .desk import Duty, duties_of
from .incoming import (
    find_incoming,
    find_task,
    incoming_by_origin,
    incoming_of,
    incoming_to_change,
    registered_in,
    task_to_change,
)
from .outgoing import (
    current_text,
    find_outgoing,
    issued_in,
    outgoing_of,
    outgoing_of_key,
    outgoing_to_change,
    paper_data,
    recipient_on_axis,
)
from .states import ShownState, state_of
from .work_files import contents_of, find_work_file, open_work_files, unfinished_in, work_files_of

__all__ = [
    "Duty",
    "ShownState",
    "colleagues_of",
    "contents_of",
    "current_text",
    "duties_of",
    "find_incoming",
    "find_outgoing",
    "find_task",
    "find_work_file",
    "incoming_by_origin",
    "incoming_of",
    "incoming_to_change",
    "is_colleague",
    "issued_in",
    "leaders_of",
    "notation_in",
    "open_work_files",
    "outgoing_of",
    "outgoing_of_key",
    "outgoing_to_change",
    "paper_data",
    "recipient_on_axis",
    "recognised_lines",
    "registered_in",
    "state_of",
    "task_to_change",
    "unfinished_in",
    "work_files_of",
]
