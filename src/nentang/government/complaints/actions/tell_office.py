"""Tell those who answer for the office that a complaint waits."""

from datetime import datetime

from nentang.foundation.casework.public import find_case, tell_officers
from nentang.government.complaints.registry import NEW_FOR_OFFICE


def tell_office(*, code: str, at: datetime) -> int:
    """How many persons were told: the heads of the body that has to settle it."""
    case = find_case(code)
    return tell_officers(case_id=case.pk, template=NEW_FOR_OFFICE, to_heads=True, at=at)
