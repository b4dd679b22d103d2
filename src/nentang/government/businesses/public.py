"""Door of the register of businesses."""

from .actions import (
    BusinessFacts,
    change_activity,
    change_standing,
    enter_business,
    open_branch,
)
from .enums import BusinessKind, BusinessState
from .queries import business, standing_on

__all__ = [
    "BusinessFacts",
    "BusinessKind",
    "BusinessState",
    "business",
    "change_activity",
    "change_standing",
    "enter_business",
    "open_branch",
    "standing_on",
]
