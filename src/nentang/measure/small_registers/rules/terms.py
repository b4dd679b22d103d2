"""When it is asked whether an entry still holds, and what it counts."""

from calendar import monthrange
from datetime import date

from .registers import Measure, Register
from .typed import Values


def confirm_by(register: Register, state: str, today: date) -> date | None:
    """The day by which the entry has to be confirmed or changed; None where it is over."""
    if register.states[state].is_over:
        return None
    number = 12 * today.year + today.month - 1 + register.confirm_months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def counted(measure: Measure, values: Values, state: str) -> tuple[float, float]:
    """What an entry adds above and below the line."""
    if measure.below:
        return _number(values.get(measure.above)), _number(values.get(measure.below))
    known = str(values.get(measure.choice, "")) if measure.choice else state
    return float(known in measure.values), 1.0


def _number(value: object) -> float:
    return float(value) if isinstance(value, int) else 0.0
