"""What can be done, one file each."""

from .ask_export import ask_export
from .drop_expired_exports import drop_expired_exports
from .erase_expired_data import erase_expired_data
from .lift_hold import lift_hold
from .place_hold import place_hold
from .prepare_export import prepare_export
from .take_export import take_export

__all__ = [
    "ask_export",
    "drop_expired_exports",
    "erase_expired_data",
    "lift_hold",
    "place_hold",
    "prepare_export",
    "take_export",
]
