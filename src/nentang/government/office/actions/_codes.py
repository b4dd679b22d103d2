"""Codes of what an office opens: its own code, two letters, the year, a number without gaps."""

from datetime import datetime

from nentang.foundation.organizations.public import organization
from nentang.government.office.models import SeriesCounter
from nentang.kernel.clock import legal_day

OUTGOING, INCOMING, WORK_FILE = "DI", "DEN", "HS"


def next_code(organization_id: int, letters: str, at: datetime) -> str:
    """`H42.15.37-DEN20-0007`; taken as late in the transaction as can be."""
    year = legal_day(at).year
    number = SeriesCounter.take(organization_id=organization_id, series=f"#{letters}", year=year)
    body = organization(organization_id)
    return f"{body.code_qcvn102 or body.id}-{letters}{year % 100:02d}-{number:04d}"
