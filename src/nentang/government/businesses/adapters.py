"""Tax codes that nobody else has."""

import secrets

from nentang.foundation.registers.public import free_code

from .errors import TaxCodesExhausted
from .models import Business
from .rules.tax_codes import SERIALS, tax_code_of


def free_tax_code(prefix: str) -> str:
    """A code with those two digits that nobody has; TaxCodesExhausted."""
    return free_code(
        Business,
        lambda: tax_code_of(prefix, 1 + secrets.randbelow(SERIALS)),
        exhausted=TaxCodesExhausted,
    )
