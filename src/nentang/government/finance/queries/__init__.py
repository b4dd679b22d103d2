"""Reads of units with budget relation."""

from .chart import FinanceChart
from .units import (
    budget_unit,
    is_above,
    lock_unit,
    profile_on,
    standing_on,
    unit_of_body,
    unit_of_organization,
)

__all__ = [
    "FinanceChart",
    "budget_unit",
    "is_above",
    "lock_unit",
    "profile_on",
    "standing_on",
    "unit_of_body",
    "unit_of_organization",
]
