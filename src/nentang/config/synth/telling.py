"""Villages one after the other, each by the seed and its own code alone; one at a time is held in memory."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from .numbers import Numbers
from .registered import Place, Told
from .village import PER_FOUNDING_COUPLE, Village

BOOKS_SINCE = date(1976, 1, 1)


def tell_places(
    places: Sequence[Place],
    *,
    people: int,
    numbers: Numbers,
    today: date,
    seed: int,
    books_since: date = BOOKS_SINCE,
) -> Iterator[tuple[Place, Told]]:
    """Each commune with what registers say of it, about so many people altogether; books begin on that day."""
    elsewhere = tuple(sorted({place.province_code for place in places} | {"01", "79"}))
    couples = max(2, round(people / len(places) / PER_FOUNDING_COUPLE))
    for place in places:
        dice = Random(f"{seed}/{place.code}")  # noqa: S311 - invented people, not a secret
        village = Village(
            born_in=place.province_code,
            elsewhere=elsewhere,
            today=today.toordinal(),
            dice=dice,
        )
        village.live_through(couples)
        yield place, Told(village, place, numbers, today, dice, books_since)
