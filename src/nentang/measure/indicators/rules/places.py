"""Where the figures of a unit go when they are told under the units of another day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

BEFORE, AFTER = date(1900, 1, 1), date(9999, 1, 1)


class Place(NamedTuple):
    """What that unit counts from `since` until before `until` lies within that unit of the day."""

    geography: str
    counted_by: str
    within: str
    since: date
    until: date


class Spell(NamedTuple):
    """From `since` until before `until` the figures are another unit's."""

    since: date
    until: date | None
    heir: str


def spells(unit_code: str, shares: Sequence[Spell]) -> Iterator[Spell]:
    """Who has the figures of a unit, all time through: where no share says so, the unit itself."""
    since = BEFORE
    for share in sorted(shares):
        if since < share.since:
            yield Spell(since, share.since, unit_code)
        yield Spell(max(since, share.since), share.until or AFTER, share.heir)
        since = max(since, share.until or AFTER)
    if since < AFTER:
        yield Spell(since, AFTER, unit_code)
