"""Codes of requests and breaches: short, unguessable, without letters that look alike."""

from collections.abc import Callable, Sequence

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def make_code(prefix: str, choose: Callable[[Sequence[str]], str]) -> str:
    """`DL-7K3M9QXA`."""
    return f"{prefix}-{''.join(choose(LETTERS) for _ in range(8))}"
