"""What can be done, one file each."""

from .close_portal import close_portal
from .connect_portal import connect_portal
from .fetch_states import fetch_states
from .seal_portals_anew import seal_portals_anew
from .send_states import send_states
from .take_states import take_states

__all__ = [
    "close_portal",
    "connect_portal",
    "fetch_states",
    "seal_portals_anew",
    "send_states",
    "take_states",
]
