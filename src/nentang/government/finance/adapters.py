"""Codes of units that nobody else has."""

import secrets
from datetime import date

from nentang.foundation.registers.public import free_code

from .errors import UnitCodesExhausted
from .models import BudgetUnit
from .rules.unit_codes import SERIALS, unit_codes_law


def free_unit_code(kind: str, on: date) -> str:
    """A code of that kind that no unit has or had; UnitCodesExhausted."""
    form = unit_codes_law().in_force(on=on)
    return free_code(
        BudgetUnit,
        lambda: form.code_of(kind, 1 + secrets.randbelow(SERIALS)),
        exhausted=UnitCodesExhausted,
    )
