"""How long to wait before the next attempt, and what an event may carry."""

from datetime import datetime, timedelta

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(hours=72)
LEASE = timedelta(seconds=60)
JOB_LEASE = timedelta(minutes=5)

PERSONAL_NAMES = frozenset(
    [
        "full_name",
        "first_name",
        "last_name",
        "birth_on",
        "birth_date",
        "birthday",
        "sex",
        "gender",
        "phone",
        "email",
        "address",
        "personal_number",
        "identity_number",
        "passport",
        "tax_code",
        "username",
        "password",
        "content",
        "text",
    ]
)


def wait_before_attempt(attempts: int, jitter: float) -> timedelta:
    """One second doubled with each failed attempt, an hour at most, plus up to a quarter.

    `jitter` is a number from 0 to 1; it keeps those who failed together from returning together.
    """
    doublings = min(max(attempts - 1, 0), 12)
    wait = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return wait * (1 + jitter / 4)


def gives_up(failing_since: datetime, at: datetime) -> bool:
    """Whether it has failed for 72 hours."""
    return at - failing_since >= GIVE_UP_AFTER


def personal_names(names: frozenset[str]) -> list[str]:
    """Those of the names that speak of personal data, which neither events nor facts may carry."""
    return sorted(names & PERSONAL_NAMES)
