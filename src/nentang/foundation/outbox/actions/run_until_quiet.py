"""Do everything that is due at one instant."""

from datetime import datetime

from .work_once import work_once


def run_until_quiet(*, at: datetime) -> int:
    """Work until nothing is due at `at`, what listeners publish included; how much was done."""
    total = 0
    while done := work_once(at=at):
        total += done
    return total
