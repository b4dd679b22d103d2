"""What can be done with targets of a plan and their obstacles, one file each."""

from .approve_target import approve_target
from .close_obstacle import close_obstacle
from .draft_target import draft_target
from .hand_back_target import hand_back_target
from .log_obstacle import log_obstacle
from .report_value import report_value
from .revise_target import revise_target
from .save_target import save_target
from .submit_target import submit_target

__all__ = [
    "approve_target",
    "close_obstacle",
    "draft_target",
    "hand_back_target",
    "log_obstacle",
    "report_value",
    "revise_target",
    "save_target",
    "submit_target",
]
