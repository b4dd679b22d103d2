"""Door of the register of businesses."""

from .actions import BusinessFacts, change_standing, enter_business
from .enums import BusinessKind, BusinessState
from .queries import business, standing_on

__all__ = [
    "BusinessFacts",
    "BusinessKind",
    "BusinessState",
    "business",
    "change_standing",
    "enter_business",
    "standing_on",
]
