"""What happens in the demo's year: pure planning from a seed, nothing is done here.

A hundredth of Bến Tre's year (78,496 dossiers) by default. The shares below are invented for the
demo; they are chosen so that every state and indicator can be seen, not to flatter anybody.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from nentang.kernel.frozen import Frozen

T = TypeVar("T")

YEAR_OF_BEN_TRE = 78_496
FIRST_DAY, LAST_DAY = date(2020, 1, 2), date(2020, 12, 30)


class Story(StrEnum):
    """How a dossier goes."""

    GRANTED = "granted"
    LATE = "late"
    SUPPLEMENT = "supplement"
    REFUSED = "refused"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    UNRECEIVED = "unreceived"
    IN_WORK = "in_work"
    ASKED = "asked"
    PROPOSED = "proposed"


STORIES = {
    Story.GRANTED: 78,
    Story.LATE: 7,
    Story.SUPPLEMENT: 7,
    Story.REFUSED: 2,
    Story.NOT_ACCEPTED: 3,
    Story.WITHDRAWN: 3,
}
OPEN_STORIES = {Story.IN_WORK: 4, Story.ASKED: 2, Story.PROPOSED: 3}
OPEN_AFTER, UNRECEIVED_AFTER = date(2020, 12, 16), date(2020, 12, 25)
SHOWN_PLACE = 0  # the commune whose officers a visitor can be; its desks are not empty
PROCEDURES = {
    "2.000635": 42,
    "1.001193": 22,
    "1.001612": 6,
    "1.004873": 8,
    "2.000815": 11,
    "1.000894": 3,
    "1.000656": 3,
    "1.004194": 3,
    "1.004222": 2,
}
STARS = (5, 5, 5, 4, 4, 3, 5, 4, 2, 5)


class Planned(Frozen):
    """One dossier to be played. `body` and `applicant` are positions in the demo's lists."""

    number: int
    submitted_at: datetime
    procedure: str
    place: int
    applicant: int
    online: bool
    story: Story
    stars: int | None
    copies: int


def plan_year(count: int, *, places: int, people: int, seed: int = 2020) -> list[Planned]:
    """So many dossiers over the year 2020, earliest first; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - a story, not a secret
    days = working_days(FIRST_DAY, LAST_DAY)
    planned = [_plan(number, days, places, people, dice) for number in range(count)]
    return sorted(planned, key=lambda each: (each.submitted_at, each.number))


def working_days(first: date, last: date) -> list[date]:
    """Mondays to Fridays; holidays are left to the working-time clock."""
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def _plan(
    number: int, days: Sequence[date], places: int, people: int, dice: random.Random
) -> Planned:
    position = dice.triangular(0, len(days) - 1, len(days) - 1)
    day = days[int(position)]
    story = _choose(STORIES, dice)
    place = (
        min(int(dice.paretovariate(0.9)) - 1, places - 1)
        if dice.random() < 0.3
        else dice.randrange(places)
    )
    if day > OPEN_AFTER and dice.random() < 0.4:
        waits = day > UNRECEIVED_AFTER and dice.random() < 0.6
        story = Story.UNRECEIVED if waits else _choose(OPEN_STORIES, dice)
        place = dice.choice((place, SHOWN_PLACE))
    return Planned(
        number=number,
        submitted_at=datetime.combine(day, time(0, 30), UTC)
        + timedelta(minutes=dice.randrange(520)),
        procedure=_choose(PROCEDURES, dice),
        place=place,
        applicant=dice.randrange(people),
        online=dice.random() < 0.25 + 0.5 * position / len(days),
        story=story,
        stars=dice.choice(STARS) if dice.random() < 0.45 else None,
        copies=dice.choice((1, 1, 2, 3)),
    )


def _choose(weights: Mapping[T, int], dice: random.Random) -> T:
    return dice.choices(list(weights), weights=list(weights.values()))[0]
