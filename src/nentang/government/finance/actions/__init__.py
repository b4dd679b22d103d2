"""What can be done with units with budget relation."""

from .change_profile import change_profile
from .close_unit import close_unit, merge_unit
from .open_unit import UnitFacts, open_unit

__all__ = ["UnitFacts", "change_profile", "close_unit", "merge_unit", "open_unit"]
