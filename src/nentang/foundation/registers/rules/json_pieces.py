"""JSON read value by value out of a text of any length; no more of it is held than one value may have."""

import json
from collections.abc import Iterator
from typing import IO, Any

from .unreadable import TableUnreadable

LONGEST = 1_000_000
"""Characters that one row may have, in whatever form."""
_BLANK = " \t\r\n"


class Pieces:
    """What comes next in the text. Whatever is asked for and not there raises TableUnreadable."""

    def __init__(self, text: IO[str]) -> None:
        self._stream, self._text, self._at = text, "", 0
        self._is_at_end = False
        self._decode = json.JSONDecoder().raw_decode

    def next(self) -> str:
        """The next character that is not blank, which stays; nothing at the end."""
        while True:
            self._fill()
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text) or self._is_at_end:
                return self._text[self._at : self._at + 1]

    def take(self, character: str) -> None:
        """Pass over that character."""
        if self.next() != character:
            raise TableUnreadable("không phải JSON")
        self._at += 1

    def value(self) -> Any:
        """The value that begins here."""
        self.next()
        self._fill()
        try:
            found, self._at = self._decode(self._text, self._at)
        except (ValueError, RecursionError) as error:
            raise TableUnreadable("không phải JSON") from error
        return found

    def elements(self) -> Iterator[Any]:
        """Those of the list that begins here."""
        self.take("[")
        if self.next() != "]":
            yield self.value()
            while self.next() == ",":
                self.take(",")
                yield self.value()
        self.take("]")

    def members(self) -> Iterator[str]:
        """Names in the object that begins here; whoever is told one takes its value before the next."""
        self.take("{")
        while True:
            name = self.value()
            if not isinstance(name, str):
                raise TableUnreadable("không phải JSON")
            self.take(":")
            yield name
            if self.next() != ",":
                break
            self.take(",")
        self.take("}")

    def end(self) -> None:
        """Nothing follows."""
        if self.next():
            raise TableUnreadable("không phải JSON")

    def _fill(self) -> None:
        if self._is_at_end or len(self._text) - self._at >= LONGEST:
            return
        more = self._stream.read(LONGEST)
        self._is_at_end = not more
        self._text, self._at = self._text[self._at :] + more, 0
