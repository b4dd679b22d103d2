"""What can be done with documents, one file each."""

from .change_draft import change_draft
from .close_work_file import close_work_file
from .direct_document import direct_document
from .draft_document import draft_document
from .drop_draft import drop_draft
from .enter_document import enter_document
from .file_document import file_document
from .finish_document import finish_document
from .initial_document import initial_document
from .issue_outgoing import issue_outgoing
from .keep_document import keep_document
from .note_answer import note_answer
from .open_incoming import open_incoming
from .open_outgoing import open_outgoing
from .open_work_file import open_work_file
from .refuse_document import refuse_document
from .register_document import register_document
from .remark_draft import remark_draft
from .report_task import report_task
from .report_to_axis import report_to_axis
from .return_document import return_document
from .send_outgoing import send_outgoing
from .set_notation import set_notation
from .sign_outgoing import sign_outgoing
from .submit_draft import submit_draft
from .take_from_axis import take_from_axis
from .take_in_document import take_in_document

__all__ = [
    "change_draft",
    "close_work_file",
    "direct_document",
    "draft_document",
    "drop_draft",
    "enter_document",
    "file_document",
    "finish_document",
    "initial_document",
    "issue_outgoing",
    "keep_document",
    "note_answer",
    "open_incoming",
    "open_outgoing",
    "open_work_file",
    "refuse_document",
    "register_document",
    "remark_draft",
    "report_task",
    "report_to_axis",
    "return_document",
    "send_outgoing",
    "set_notation",
    "sign_outgoing",
    "submit_draft",
    "take_from_axis",
    "take_in_document",
]
