"""Door of the portal."""

from .adapters.translations import compile_translations
from .permissions import PageRequest, for_everyone, for_officer, for_person
from .registry import (
    HomeCard,
    LifeEvent,
    MenuEntry,
    add_home_card,
    add_life_event,
    add_to_menu,
    home_cards,
    life_events,
    menu_for,
    set_search_url,
)

__all__ = [
    "HomeCard",
    "LifeEvent",
    "MenuEntry",
    "PageRequest",
    "add_home_card",
    "add_life_event",
    "add_to_menu",
    "compile_translations",
    "for_everyone",
    "for_officer",
    "for_person",
    "home_cards",
    "life_events",
    "menu_for",
    "set_search_url",
]
