"""Social insurance numbers that nobody else has."""

import secrets

from nentang.foundation.registers.public import free_code

from .errors import NumbersExhausted
from .models import Insured

DIGITS = 10


def free_number() -> str:
    """Ten digits drawn by chance that nobody has; NumbersExhausted."""
    return free_code(
        Insured,
        lambda: f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}",
        exhausted=NumbersExhausted,
    )
