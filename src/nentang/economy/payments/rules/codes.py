"""Codes of payment requests: short enough for a transfer's purpose, too many to guess."""

import re
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O, U, which are misread
_CODE = re.compile(rf"TT[{_ALPHABET}]{{12}}")


def new_code() -> str:
    """`TT` and twelve characters: 60 bits that nobody can guess."""
    return "TT" + _random(12)


def new_refund_code() -> str:
    """`HT` and twelve characters."""
    return "HT" + _random(12)


def new_break_code() -> str:
    """`SL` and twelve characters."""
    return "SL" + _random(12)


def new_order_code(request_code: str) -> str:
    """The request's code and five characters more, for one attempt at a gateway."""
    return f"{request_code}-{_random(5)}"


def code_in(purpose: str) -> str | None:
    """The code in a transfer's purpose, whatever the bank wrote around it."""
    found = _CODE.search(purpose.upper())
    return found[0] if found else None


def _random(length: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
