"""Texts, days and instants out of elements. What is missing or wrong is named by its element."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING
from unicodedata import normalize

from nentang.government.document_exchange.errors import ElementMissing, ElementWrong
from nentang.kernel.clock import VIETNAM

from .markup import NAMESPACE

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

_AT = f"{{{NAMESPACE}}}"
EARLIEST = 1000  # an instant in the year 1 has no place in other time zones


class Part:
    """An element and what stands directly in it; a part that is not there has nothing in it."""

    __slots__ = ("_inside", "own_text")

    def __init__(self, element: "_Element | None") -> None:
        self._inside: dict[str, _Element | list[_Element]] = {}
        self.own_text = ""
        if element is None:
            return
        for each in element:
            name = each.tag
            known = self._inside.setdefault(name, each)
            if known is not each:
                self._inside[name] = [*known, each] if isinstance(known, list) else [known, each]
        if not self._inside:
            self.own_text = element.text or ""

    def has(self, name: str) -> bool:
        """Whether an element of that name stands there."""
        return _AT + name in self._inside

    def part(self, name: str) -> "Part":
        """The one element of that name; ElementMissing, or ElementWrong where there are several."""
        if not self.has(name):
            raise ElementMissing(element=name)
        return self.maybe(name)

    def maybe(self, name: str) -> "Part":
        """The element of that name, empty if there is none; ElementWrong where there are several."""
        return Part(self._one(name))

    def each(self, name: str, *, most: int) -> "Iterator[Part]":
        """All elements of that name; ElementWrong where there are more than may be."""
        found = self._inside.get(_AT + name, [])
        several = found if isinstance(found, list) else [found]
        if len(several) > most:
            raise ElementWrong(element=name)
        return map(Part, several)

    def text(self, name: str, *, most: int = 300, needed: bool = False) -> str:
        """The text of that element in NFC without space around; ElementMissing, ElementWrong."""
        element = self._one(name)
        said = ""
        if element is not None:
            if len(element):
                raise ElementWrong(element=name)
            said = normalize("NFC", (element.text or "").strip())
        if needed and not said:
            raise ElementMissing(element=name)
        if len(said) > most:
            raise ElementWrong(element=name)
        return said

    def content(self, name: str) -> str:
        """The text of that element as it stands, however long; ElementMissing, ElementWrong."""
        element = self._one(name)
        if element is None:
            raise ElementMissing(element=name)
        if len(element):
            raise ElementWrong(element=name)
        return element.text or ""

    def number(self, name: str, *, most: int) -> int:
        """A whole number, 0 where there is none; ElementWrong."""
        said = self.text(name, most=10)
        if not said:
            return 0
        if not (said.isascii() and said.isdigit()) or int(said) > most:
            raise ElementWrong(element=name)
        return int(said)

    def day(self, name: str) -> date | None:
        """A day as `2015/09/30` (or with hyphens); None where there is none."""
        said = self.text(name, most=30)
        if not said:
            return None
        try:
            return date(*_numbers(said, (4, 2, 2), said[4:5]))
        except (ValueError, TypeError) as fault:
            raise ElementWrong(element=name) from fault

    def instant(self, name: str) -> datetime:
        """An instant as `2015/09/30 17:30:00`, by the clocks of Việt Nam."""
        said = self.text(name, most=30, needed=True)
        try:
            on, _space, hours = said.partition(" ")
            hour, minute, second = _numbers(hours, (2, 2, 2), ":")
            day = date(*_numbers(on, (4, 2, 2), on[4:5]))
            if day.year < EARLIEST:
                raise ValueError(said)
            return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=VIETNAM)
        except (ValueError, TypeError) as fault:
            raise ElementWrong(element=name) from fault

    def _one(self, name: str) -> "_Element | None":
        found = self._inside.get(_AT + name)
        if isinstance(found, list):
            raise ElementWrong(element=name)
        return found


def _numbers(said: str, lengths: tuple[int, ...], between: str) -> tuple[int, ...]:
    parts = said.split(between) if between in ("/", "-", ":") else []
    if len(parts) != len(lengths) or not all(p.isascii() and p.isdigit() for p in parts):
        raise ValueError(said)
    if any(len(part) > most for part, most in zip(parts, lengths, strict=True)):
        raise ValueError(said)
    return tuple(map(int, parts))
