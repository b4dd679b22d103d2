"""Numbers and notations of documents (Decree 30/2020/NĐ-CP, article 15 and its annex).

A number begins anew with 01 on every 1 January. `12/QĐ-UBND` is a decision, `34/UBND-VX` an official letter
that the unit VX drafted.
"""

import re

from .types import DocumentType

NOTATION = re.compile(r"[A-ZĐ]{1,20}")
COMMITTEE = "UBND"
ALL = "*"
BOOK_IN = "in"
DRAFTS = "draft"
WORK_FILES = "file"


def abbreviation_of(name: str, *, is_committee: bool) -> str:
    """What a body is called in notations unless it says otherwise: UBND, or the first letters of its name."""
    if is_committee:
        return COMMITTEE
    letters = "".join(word[0].upper() for word in name.split() if word[0].isalpha())
    return "".join(filter(NOTATION.fullmatch, map(_plain, letters)))[:20] or "CQ"


def is_notation(text: str) -> bool:
    """Whether it is a few capital letters."""
    return NOTATION.fullmatch(text) is not None


def padded(serial: int) -> str:
    """`07`: numbers below ten have a nought before them."""
    return f"{serial:02d}"


def notation_of(kind: DocumentType, *, body: str, unit: str) -> str:
    """`QĐ-UBND`; of an official letter `UBND-VX`."""
    return "-".join(filter(None, (body, unit))) if kind.is_letter else f"{kind.short}-{body}"


def _plain(letter: str) -> str:
    return {"Ă": "A", "Â": "A", "Ê": "E", "Ô": "O", "Ơ": "O", "Ư": "U"}.get(letter, letter)
