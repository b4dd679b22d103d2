"""Tax codes that nobody else has."""

import secrets

from .errors import TaxCodesExhausted
from .models import Business
from .rules.tax_codes import SERIALS, tax_code_of

TRIES = 60


def free_tax_code(prefix: str) -> str:
    """A code with those two digits that nobody has; who draws the same at once is refused on saving."""
    for _ in range(TRIES):
        code = tax_code_of(prefix, 1 + secrets.randbelow(SERIALS))
        if code and not Business.objects.filter(code=code).exists():
            return code
    raise TaxCodesExhausted
