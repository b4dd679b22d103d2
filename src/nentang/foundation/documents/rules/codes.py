"""Verification codes: ten letters and digits that nobody mistakes for one another."""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I
LENGTH = 10


def make_code(choose: Callable[[str], str]) -> str:
    """A code of letters drawn by `choose` (50 bits when it is `secrets.choice`)."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def parse_code(text: str) -> str | None:
    """What somebody typed or scanned as a code, without spaces and dashes; None if it is none."""
    code = "".join(letter for letter in text.upper() if letter not in " -\u2013\u2014")
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
