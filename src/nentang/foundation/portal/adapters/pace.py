"""How fast somebody may ask: counted in each web process alone, so that asking costs no query.

With several processes the pace of the whole is up to so many times higher: it stops floods and
gatherers, it is no quota.
"""

from datetime import datetime

from nentang.foundation.portal.errors import TooManyTries
from nentang.kernel.frozen import Frozen

MOST_KEYS = 50_000


class Pace(Frozen):
    """So many calls within so many seconds, for each key."""

    name: str
    calls: int
    seconds: int


_counted: dict[tuple[str, int, str], int] = {}


def keep_pace(pace: Pace, key: str, *, at: datetime) -> None:
    """One more call of whoever the key names; TooManyTries beyond the pace, with when to go on."""
    count = check_pace(pace, key, at=at)
    now = int(at.timestamp())
    if len(_counted) >= MOST_KEYS:
        _forget_past(now, pace.seconds)
    _counted[pace.name, now // pace.seconds, key] = count + 1


def check_pace(pace: Pace, key: str, *, at: datetime) -> int:
    """How many calls were counted; TooManyTries where the pace is used up. This one is not counted."""
    now = int(at.timestamp())
    count = _counted.get((pace.name, now // pace.seconds, key), 0)
    if count >= pace.calls:
        raise TooManyTries(wait=pace.seconds - now % pace.seconds)
    return count


def forget_calls() -> None:
    """Count anew."""
    _counted.clear()


def _forget_past(now: int, seconds: int) -> None:
    """Drop what is over; where all of it is of now, drop everything rather than grow."""
    for slot in [each for each in _counted if each[1] != now // seconds]:
        _counted.pop(slot, None)
    if len(_counted) >= MOST_KEYS:
        _counted.clear()
