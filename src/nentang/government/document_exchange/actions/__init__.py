"""What can be done on the axis."""

from .ask_back import ask_back
from .close_installation import close_installation
from .connect_installation import connect_installation
from .exchange_waiting import exchange_waiting
from .fetch_directories import fetch_directories
from .hear_answers import Heard, hear_answers
from .join_axis import join_axis
from .list_participant import list_participant
from .move_installation import move_installation
from .note_paper_document import note_paper_document
from .open_received import open_received
from .prove_days import prove_days
from .report_status import report_status
from .resend_delivery import resend_delivery
from .send_document import send_document
from .sign_waiting import sign_waiting
from .take_message import take_message
from .take_part import part_received, take_part
from .transmit_waiting import transmit_waiting
from .trust_certificate import revoke_certificate, trust_certificate

__all__ = [
    "Heard",
    "ask_back",
    "close_installation",
    "connect_installation",
    "exchange_waiting",
    "fetch_directories",
    "hear_answers",
    "join_axis",
    "list_participant",
    "move_installation",
    "note_paper_document",
    "open_received",
    "part_received",
    "prove_days",
    "report_status",
    "resend_delivery",
    "revoke_certificate",
    "send_document",
    "sign_waiting",
    "take_message",
    "take_part",
    "transmit_waiting",
    "trust_certificate",
]
