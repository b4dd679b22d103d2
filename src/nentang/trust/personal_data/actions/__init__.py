"""What can be done, one file each."""

from .ask_export import ask_export
from .drop_expired_exports import drop_expired_exports
from .erase_expired_data import erase_expired_data
from .file_request import file_request
from .grant_request import grant_request
from .lift_hold import lift_hold
from .notify_authority import notify_authority
from .open_request import open_request
from .place_hold import place_hold
from .prepare_export import prepare_export
from .record_breach import record_breach
from .refuse_request import refuse_request
from .take_export import take_export
from .withdraw_request import withdraw_request

__all__ = [
    "ask_export",
    "drop_expired_exports",
    "erase_expired_data",
    "file_request",
    "grant_request",
    "lift_hold",
    "notify_authority",
    "open_request",
    "place_hold",
    "prepare_export",
    "record_breach",
    "refuse_request",
    "take_export",
    "withdraw_request",
]
