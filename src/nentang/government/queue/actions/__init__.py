"""What can be done, one file each."""

from .add_matter import add_matter
from .add_window import add_window
from .call_again import call_again
from .call_next import call_next
from .change_matter import change_matter
from .change_window import change_window
from .close_past_days import close_past_days
from .close_window import close_window
from .finish_ticket import finish_ticket
from .leave_queue import leave_queue
from .miss_ticket import miss_ticket
from .open_window import open_window
from .pause_window import pause_window
from .renew_hall_key import renew_hall_key
from .return_ticket import return_ticket
from .send_on import send_on
from .set_up_office import set_up_office
from .start_ticket import start_ticket
from .take_ticket_by_phone import take_ticket_by_phone
from .take_ticket_in_hall import take_ticket_in_hall

__all__ = [
    "add_matter",
    "add_window",
    "call_again",
    "call_next",
    "change_matter",
    "change_window",
    "close_past_days",
    "close_window",
    "finish_ticket",
    "leave_queue",
    "miss_ticket",
    "open_window",
    "pause_window",
    "renew_hall_key",
    "return_ticket",
    "send_on",
    "set_up_office",
    "start_ticket",
    "take_ticket_by_phone",
    "take_ticket_in_hall",
]
