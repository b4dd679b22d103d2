"""Door of the portal."""

from .permissions import PageRequest, for_everyone, for_officer, for_person
from .registry import MenuEntry, add_to_menu, menu_for

__all__ = [
    "MenuEntry",
    "PageRequest",
    "add_to_menu",
    "for_everyone",
    "for_officer",
    "for_person",
    "menu_for",
]
