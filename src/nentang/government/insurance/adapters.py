"""Social insurance numbers that nobody else has."""

import secrets

from .errors import NumbersExhausted
from .models import Insured

TRIES, DIGITS = 40, 10


def free_number() -> str:
    """Ten digits drawn by chance that nobody has; who draws the same at once is refused on saving."""
    for _ in range(TRIES):
        number = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"
        if not Insured.objects.filter(code=number).exists():
            return number
    raise NumbersExhausted
