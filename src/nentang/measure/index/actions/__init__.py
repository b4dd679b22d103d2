"""What can be done with rounds and sheets, one file each."""

from .answer_criterion import answer_criterion
from .appraise_sheet import appraise_sheet
from .ask_about_answers import ask_about_answers
from .correct_sheet import correct_sheet
from .explain_answers import explain_answers
from .object_to_figure import object_to_figure
from .open_round import open_round
from .open_sheet import open_sheet
from .propose_results import propose_results
from .publish_results import publish_results
from .submit_sheet import submit_sheet

__all__ = [
    "answer_criterion",
    "appraise_sheet",
    "ask_about_answers",
    "correct_sheet",
    "explain_answers",
    "object_to_figure",
    "open_round",
    "open_sheet",
    "propose_results",
    "publish_results",
    "submit_sheet",
]
