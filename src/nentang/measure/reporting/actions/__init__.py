"""What can be done with reports, one file each."""

from .add_up_sums import add_up_sums
from .climb_ladder import climb_ladder
from .correct_report import correct_report
from .count_regimes import count_regimes
from .file_report import file_report
from .hand_back import hand_back
from .mark_sum import mark_sum
from .open_report import open_report
from .open_reports import open_reports
from .refresh_figures import refresh_figures
from .remind_body import remind_body
from .return_report import return_report
from .save_draft import save_draft
from .sign_report import sign_report
from .submit_report import submit_report
from .take_in_report import take_in_report
from .take_workbook import take_workbook
from .tell_of_return import tell_of_return

__all__ = [
    "add_up_sums",
    "climb_ladder",
    "correct_report",
    "count_regimes",
    "file_report",
    "hand_back",
    "mark_sum",
    "open_report",
    "open_reports",
    "refresh_figures",
    "remind_body",
    "return_report",
    "save_draft",
    "sign_report",
    "submit_report",
    "take_in_report",
    "take_workbook",
    "tell_of_return",
]
