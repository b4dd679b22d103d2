"""Documents that come in and go out, the versions and remarks of drafts, and the files in which work is kept."""

from .incoming import IncomingDocument, IncomingFile, Task
from .numbering import BodyNotation, SeriesCounter
from .outgoing import DraftVersion, OutgoingDocument, OutgoingFile, Recipient, Remark
from .terms import CLERKS_WORK_DAYS, LAW
from .work_files import WorkFile

__all__ = [
    "CLERKS_WORK_DAYS",
    "LAW",
    "BodyNotation",
    "DraftVersion",
    "IncomingDocument",
    "IncomingFile",
    "OutgoingDocument",
    "OutgoingFile",
    "Recipient",
    "Remark",
    "SeriesCounter",
    "Task",
    "WorkFile",
]
