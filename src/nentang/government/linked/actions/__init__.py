"""What can be done with linked matters, one file each."""

from .begin_chain import begin_chain
from .draft_part import draft_part
from .end_part import end_part
from .open_next import open_next
from .send_chain_draft import send_chain_draft
from .send_part_draft import send_part_draft
from .withdraw_rest import withdraw_rest

__all__ = [
    "begin_chain",
    "draft_part",
    "end_part",
    "open_next",
    "send_chain_draft",
    "send_part_draft",
    "withdraw_rest",
]
