"""What can be done with linked matters, one file each."""

from .begin_at_counter import begin_at_counter
from .begin_chain import begin_chain
from .draft_part import draft_part
from .end_part import end_part
from .open_next import open_next
from .print_receipt import print_receipt
from .send_chain_draft import send_chain_draft
from .send_part_draft import send_part_draft
from .withdraw_rest import withdraw_rest

__all__ = [
    "begin_at_counter",
    "begin_chain",
    "draft_part",
    "end_part",
    "open_next",
    "print_receipt",
    "send_chain_draft",
    "send_part_draft",
    "withdraw_rest",
]
