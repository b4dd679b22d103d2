"""What every database and every answer takes."""

from collections.abc import Iterable


def storable(texts: Iterable[str]) -> None:
    """Both databases and every answer take it: UTF-8 without NUL."""
    for text in texts:
        assert "\x00" not in text, "NUL"
        text.encode()
