"""How often something may be tried: from one address, on one code, by one account.

Each try takes one of the places of its limit in the cache that all workers share, and the place is
free again after its time. Adding is atomic there, so that two tries at once never take the same place.
"""

from datetime import datetime
from hashlib import sha256

from django.core.cache import cache

from nentang.foundation.portal.errors import TooManyTries
from nentang.kernel.frozen import Frozen


class Limit(Frozen):
    """So many tries within so many seconds, for each key."""

    name: str
    tries: int
    seconds: int


class Try(Frozen):
    """A try that counts."""

    place: str

    def give_back(self) -> None:
        """It was a good one: it does not count."""
        cache.delete(self.place)


def take_try(limit: Limit, key: str, *, at: datetime) -> Try:
    """One more try of whoever the key names; TooManyTries where none is left, with when one will be."""
    now = int(at.timestamp())
    stem = f"limit.{limit.name}.{sha256(key.encode()).hexdigest()[:32]}"
    places = [f"{stem}.{number}" for number in range(limit.tries)]
    taken = cache.get_many(places)
    over = [place for place, until in taken.items() if until <= now]
    cache.delete_many(over)  # the house's clock may run ahead of the cache's
    for place in places:
        is_free = place not in taken or place in over
        if is_free and cache.add(place, now + limit.seconds, timeout=limit.seconds):
            return Try(place)
    next_free = min(taken.values(), default=now + limit.seconds)
    raise TooManyTries(wait=max(1, next_free - now))
