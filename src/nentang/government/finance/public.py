"""Door of the register of finance: units with budget relation, and the chart that revenue is booked to."""

from .actions import UnitFacts, change_profile, close_unit, merge_unit, open_unit
from .enums import BudgetLevel, UnitKind, UnitState
from .models import BudgetUnit
from .queries import FinanceChart, budget_unit, profile_on, standing_on, unit_of_body

__all__ = [
    "BudgetLevel",
    "BudgetUnit",
    "FinanceChart",
    "UnitFacts",
    "UnitKind",
    "UnitState",
    "budget_unit",
    "change_profile",
    "close_unit",
    "merge_unit",
    "open_unit",
    "profile_on",
    "standing_on",
    "unit_of_body",
]
