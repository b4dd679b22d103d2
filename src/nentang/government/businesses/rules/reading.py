"""What the answers of a granted household business say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nentang.kernel.frozen import Frozen

PROCEDURES = frozenset({"1.001612"})


class Founded(Frozen):
    """A household business as its certificate says it."""

    name: str
    address_line: str
    trades: tuple[str, ...]
    capital: int
    starts_on: date
    owner_name: str
    owner_number: str


def read_founded(answers: Mapping[str, Any]) -> Founded:
    """The business that a granted dossier founds."""
    return Founded(
        name=str(answers["business_name"]),
        address_line=str(answers["business_place"]),
        trades=tuple(str(each["trade"]) for each in answers.get("trades") or ()),
        capital=int(answers.get("capital") or 0),
        starts_on=date.fromisoformat(str(answers["starts_on"])),
        owner_name=str(answers["owner_name"]),
        owner_number=str(answers["owner_number"]),
    )
