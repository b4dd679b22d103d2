"""What apps contribute to the shell: menu entries, life events, home cards, the search page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nentang.agreements.actor import Actor
from nentang.kernel.frozen import Frozen

from .enums import MenuGroup

if TYPE_CHECKING:
    from .permissions import PageRequest


class MenuEntry(Frozen):
    """A link in the top navigation. `shown_to` decides from the actor alone, without a query.

    `waiting` counts what is new behind the link, in at most one query. `group` says in which folder it
    stands when the line is full.
    """

    label: object
    url_name: str
    shown_to: Callable[[Actor], bool]
    order: int = 100
    waiting: Callable[[Actor], int] | None = None
    group: MenuGroup = MenuGroup.AT_HAND


class LifeEvent(Frozen):
    """A door on the home page by what happens in a life.

    `icon` is a name of `rules.icons`; `url` a path or a `reverse_lazy`.
    """

    label: object
    hint: object
    icon: str
    url: object
    order: int = 100


class HomeCard(Frozen):
    """A card beside the life events. `context` gives what its template needs; {} hides the card."""

    title: object
    template: str
    context: Callable[["PageRequest"], dict[str, Any]]
    order: int = 100


class ShownCard(Frozen):
    """A home card with what it shows to this reader."""

    title: object
    template: str
    context: dict[str, Any]


_menu: list[MenuEntry] = []
_life_events: list[LifeEvent] = []
_home_cards: list[HomeCard] = []
_search: list[str] = []


def add_to_menu(entry: MenuEntry) -> None:
    """Add a link; entries are sorted by `order`."""
    _menu.append(entry)
    _menu.sort(key=lambda each: each.order)


def menu_for(actor: Actor) -> list[MenuEntry]:
    """The links that this actor sees."""
    return [entry for entry in _menu if entry.shown_to(actor)]


def add_life_event(event: LifeEvent) -> None:
    """Add a door to the home page."""
    _life_events.append(event)
    _life_events.sort(key=lambda each: each.order)


def life_events() -> list[LifeEvent]:
    """The doors of the home page, in order."""
    return list(_life_events)


def add_home_card(card: HomeCard) -> None:
    """Add a card to the home page."""
    _home_cards.append(card)
    _home_cards.sort(key=lambda each: each.order)


def home_cards(request: "PageRequest") -> list[ShownCard]:
    """The cards that have something to show to this reader, in order."""
    shown = (ShownCard(card.title, card.template, card.context(request)) for card in _home_cards)
    return [card for card in shown if card.context]


def set_search_url(url_name: str) -> None:
    """Say which page answers the search box (GET, the words in `q`)."""
    _search[:] = [url_name]


def search_url_name() -> str:
    """The page that answers the search box, or nothing while no app offers one."""
    return _search[0] if _search else ""
