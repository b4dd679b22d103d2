"""What can be done with decisions, tasks and the register of who steers, one file each."""

from .accept_result import accept_result
from .add_row import add_row
from .ask_extension import ask_extension
from .cascade_task import cascade_task
from .climb_ladder import climb_ladder
from .confirm_rows import confirm_rows
from .count_due import count_due
from .count_steering import count_steering
from .drop_rows import drop_rows
from .grant_extension import grant_extension
from .import_decision import import_decision
from .mend_row import mend_row
from .name_office import name_office
from .record_committee import record_committee
from .record_plan import record_plan
from .refuse_extension import refuse_extension
from .remind_lead import remind_lead
from .report_result import report_result
from .return_result import return_result
from .set_publicity import set_publicity
from .split_row import split_row
from .take_back_row import take_back_row
from .take_up_task import take_up_task
from .tell_of_step import tell_of_step

__all__ = [
    "accept_result",
    "add_row",
    "ask_extension",
    "cascade_task",
    "climb_ladder",
    "confirm_rows",
    "count_due",
    "count_steering",
    "drop_rows",
    "grant_extension",
    "import_decision",
    "mend_row",
    "name_office",
    "record_committee",
    "record_plan",
    "refuse_extension",
    "remind_lead",
    "report_result",
    "return_result",
    "set_publicity",
    "split_row",
    "take_back_row",
    "take_up_task",
    "tell_of_step",
]
