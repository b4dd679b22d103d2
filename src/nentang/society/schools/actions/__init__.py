"""What is done with the lists."""

from .follow_resident import follow_resident
from .open_list import open_list

__all__ = ["follow_resident", "open_list"]
