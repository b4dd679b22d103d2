"""One line of links however many apps there are: what has no room goes into folders, by kind."""

from collections.abc import Mapping, Sequence

from nentang.foundation.portal.enums import MenuGroup
from nentang.kernel.frozen import Frozen

ROOM = 114  # letters that one line holds on the narrowest screen that shows it
BETWEEN, COUNT, ARROW = 2, 4, 3  # what stands between two links, a count, the mark of a folder


class MenuLink(Frozen):
    """A link of the menu as this page shows it."""

    label: str
    url: str
    group: MenuGroup = MenuGroup.AT_HAND
    is_current: bool = False
    waiting: int = 0

    @property
    def width(self) -> int:
        """The letters that it takes in the line."""
        return len(self.label) + BETWEEN + (COUNT if self.waiting else 0)


class MenuFolder(Frozen):
    """Links under one word; `is_current` where the page shown is among them."""

    title: str
    links: tuple[MenuLink, ...]

    @property
    def is_current(self) -> bool:
        """Whether one of them leads here."""
        return any(link.is_current for link in self.links)

    @property
    def waiting(self) -> int:
        """What is new behind all of them."""
        return sum(link.waiting for link in self.links)

    @property
    def width(self) -> int:
        """The letters that it takes in the line."""
        return len(self.title) + BETWEEN + ARROW + (COUNT if self.waiting else 0)


class Menu(Frozen):
    """Links in the line, and the folders after them."""

    links: tuple[MenuLink, ...] = ()
    folders: tuple[MenuFolder, ...] = ()

    @property
    def width(self) -> int:
        """The letters that all of it takes."""
        return _width(self.links) + _width(self.folders)


def arrange(links: Sequence[MenuLink], titles: Mapping[MenuGroup, str], room: int = ROOM) -> Menu:
    """All in the line where that fits; else folders by group, and as much at hand as fits beside them.

    What is at hand and has no room stands in a folder too.
    """
    if _width(links) <= room:
        return Menu(tuple(links))
    found = {group: [link for link in links if link.group is group] for group in MenuGroup}
    at_hand = found.pop(MenuGroup.AT_HAND)
    folders = [MenuFolder(titles[group], tuple(each)) for group, each in found.items() if each]
    left = room - _width(folders)
    shown = at_hand if _width(at_hand) <= left else _first(at_hand, left - _width_of_rest(titles))
    if rest := tuple(at_hand[len(shown) :]):
        folders.insert(0, MenuFolder(titles[MenuGroup.AT_HAND], rest))
    return Menu(tuple(shown), tuple(folders))


def _first(links: Sequence[MenuLink], room: int) -> list[MenuLink]:
    """As many of the first as have room."""
    shown: list[MenuLink] = []
    for link in links:
        if _width([*shown, link]) > room:
            break
        shown.append(link)
    return shown


def _width_of_rest(titles: Mapping[MenuGroup, str]) -> int:
    return MenuFolder(titles[MenuGroup.AT_HAND], ()).width + COUNT


def _width(parts: Sequence[MenuLink] | Sequence[MenuFolder]) -> int:
    return sum(each.width for each in parts)
