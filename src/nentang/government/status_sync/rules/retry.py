"""When a portal that failed is tried again."""

from datetime import timedelta

LONGEST = timedelta(hours=1)


def wait_after(failures: int) -> timedelta:
    """Ten seconds after the first failure, twice as long after each further one, an hour at the most."""
    return min(LONGEST, timedelta(seconds=10 * 2 ** min(failures - 1, 10)))
