"""What is done with the lists."""

from .follow_resident import follow_resident
from .list_children import list_children
from .open_list import open_list

__all__ = ["follow_resident", "list_children", "open_list"]
