"""Who answers for a place: the name of its People's Committee, never of a person."""

from collections.abc import Iterable
from datetime import date

from nentang.foundation.organizations.public import organizations_for


def committees(unit_codes: Iterable[str], on: date) -> dict[str, str]:
    """Names of the committees of those units on that day, by unit code; one query."""
    codes = [code for code in unit_codes if code]
    return {code: body.name for code, body in organizations_for(codes, on).items()}
