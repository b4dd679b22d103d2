"""What apps contribute to the shell: menu entries, life events, home cards."""

from collections.abc import Callable
from dataclasses import dataclass

from nentang.agreements.actor import Actor


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A link in the top navigation. `shown_to` decides from the actor alone, without a query."""

    label: object
    url_name: str
    shown_to: Callable[[Actor], bool]
    order: int = 100


_menu: list[MenuEntry] = []


def add_to_menu(entry: MenuEntry) -> None:
    """Add a link; entries are sorted by `order`."""
    _menu.append(entry)
    _menu.sort(key=lambda each: each.order)


def menu_for(actor: Actor) -> list[MenuEntry]:
    """The links that this actor sees."""
    return [entry for entry in _menu if entry.shown_to(actor)]
