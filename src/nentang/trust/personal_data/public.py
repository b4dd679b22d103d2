"""Door of personal data."""

from .actions import erase_expired_data
from .queries import Due, due_now

__all__ = ["Due", "due_now", "erase_expired_data"]
