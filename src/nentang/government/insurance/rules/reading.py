"""What the answers of a granted card say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from nentang.kernel.frozen import Frozen

PROCEDURES = frozenset({"9.000001"})


class ChildsCard(Frozen):
    """The card of a child: whose, where it is treated first, and the number that the office wrote down."""

    personal_number: str
    born_on: date
    facility: str
    insurance_number: str


def read_card(answers: Mapping[str, Any]) -> ChildsCard:
    """The card that a granted dossier says."""
    return ChildsCard(
        personal_number=str(answers["child_number"]),
        born_on=date.fromisoformat(str(answers["child_birth_on"])),
        facility=str(answers.get("facility") or ""),
        insurance_number=str(answers.get("insurance_number") or ""),
    )
