"""When a message is sent again, and when somebody has to look after it."""

from datetime import datetime, timedelta

LONGEST = timedelta(hours=1)
ASKED_AGAIN_AFTER = timedelta(days=1)  # what waits for the other side where it is kept
GIVEN_UP_AFTER = timedelta(days=7)
LEAST_TRIES = 7  # what waited a week behind others, or for a side that was away, is not old at its first fault


def wait_after(tries: int) -> timedelta:
    """Ten seconds after the first try, twice as long after each further one, an hour at the most."""
    return min(LONGEST, timedelta(seconds=10 * 2 ** min(tries - 1, 10)))


def is_given_up(tries: int, begun_at: datetime, at: datetime) -> bool:
    """Whether it was begun a week ago and has failed often enough since."""
    return tries >= LEAST_TRIES and at - begun_at >= GIVEN_UP_AFTER
