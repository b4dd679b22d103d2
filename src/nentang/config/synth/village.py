"""A century of a village: who is born, marries whom, parts, dies. One seed, one village."""

import heapq
from datetime import date
from itertools import count
from math import log
from random import Random

from .names import FAMILY, name_of, pick
from .people import NEVER, Person, Wedding

YEAR = 365.25
FOUNDED_IN, FOUNDED_WITHIN = date(1905, 1, 1).toordinal(), int(20 * YEAR)
FOUNDERS_MARRY, FOUNDERS_HAVE = int(23 * YEAR), int(15 * YEAR)
"""At which age of hers a founding couple marries, and how long both live on at least."""
PER_FOUNDING_COUPLE = 16.2
"""Who lives in a village in 2020, for each couple that founded it; measured."""
LAST_CHILD_AT, UNTIL_FIRST, BETWEEN = int(44 * YEAR), (290, 900), (500, 1300)
WIDOWED_FOR = 400
PATIENCE = int(5 * YEAR)
LOOKED_AT = 25
MARRIES, MARRIES_AGAIN, FINDS_A_STRANGER, PARTS = 0.94, 0.25, 0.75, 0.09
OLDER, YOUNGER = int(12 * YEAR), int(4 * YEAR)
"""How much older, and how much younger, a man is than the woman he marries."""
YOUNGEST = date(2020, 1, 1).toordinal()
MAN_OF_AGE, WOMAN_OF_AGE = 20 * 366, 18 * 366
"""Days after which one is of age to marry, in whatever years they fall."""


class Village:
    """The people of one place from its founders to `today`, born in the province `born_in` mostly."""

    def __init__(
        self, *, born_in: str, elsewhere: tuple[str, ...], today: int, dice: Random
    ) -> None:
        self._born_in, self._elsewhere = born_in, elsewhere
        self._today, self._dice = today, dice
        self._marks = count()
        self._waiting: tuple[dict[int, Person], dict[int, Person]] = ({}, {})
        self._steps: list[tuple[int, int, Person, bool]] = []
        self._order = count()
        self.people: list[Person] = []
        self.weddings: list[Wedding] = []

    def live_through(self, founding_couples: int) -> None:
        """From the founders to today."""
        for _ in range(founding_couples):
            self._found()
        while self._steps and self._steps[0][0] <= self._today:
            day, _, person, is_tired = heapq.heappop(self._steps)
            if is_tired:
                self._give_up(person, day)
            else:
                self._seek(person, day)

    def _found(self) -> None:
        born = FOUNDED_IN + int(self._dice.random() * FOUNDED_WITHIN)
        man = self._appear(born, is_woman=False)
        woman = self._appear(born + int(self._dice.random() * 2 * YEAR), is_woman=True)
        for each in (man, woman):
            each.died = max(each.died, woman.born + FOUNDERS_MARRY + FOUNDERS_HAVE)
        self._marry(man, woman, woman.born + FOUNDERS_MARRY + int(self._dice.random() * YEAR))

    def _appear(self, born: int, *, is_woman: bool) -> Person:
        """Somebody of whose parents nobody here knows."""
        dice, mark = self._dice, next(self._marks)
        family = pick(FAMILY, dice)
        place = self._born_in if dice.random() < 0.8 else pick(self._elsewhere, dice)
        person = Person(
            mark=mark,
            family=family,
            full_name=name_of(family, is_woman=is_woman, dice=dice),
            is_woman=is_woman,
            born=born,
            died=born + life(dice, born),
            born_in=place,
            near=frozenset((mark,)),
        )
        self.people.append(person)
        return person

    def _bear(self, wedding: Wedding, born: int) -> Person:
        dice, mark, (father, mother) = self._dice, next(self._marks), (wedding.man, wedding.woman)
        is_woman = dice.random() < 0.485
        near = {mark, father.mark, mother.mark}
        for above in (father, mother):
            near |= {each.mark for each in (above.father, above.mother) if each}
        child = Person(
            mark=mark,
            family=father.family,
            full_name=name_of(father.family, is_woman=is_woman, dice=dice),
            is_woman=is_woman,
            born=born,
            died=born + life(dice, born),
            born_in=self._born_in,
            father=father,
            mother=mother,
            near=frozenset(near),
        )
        self.people.append(child)
        wedding.children.append(child)
        if dice.random() < MARRIES:
            self._later(child, born + _comes_of_age(is_woman, dice))
        return child

    def _later(self, person: Person, day: int, *, is_tired: bool = False) -> None:
        if day < min(person.died, self._today + 1):
            heapq.heappush(self._steps, (day, next(self._order), person, is_tired))

    def _seek(self, person: Person, day: int) -> None:
        """Whoever fits is married; else one waits to be found."""
        others = self._waiting[not person.is_woman]
        for other in list(others.values())[:LOOKED_AT]:
            if not other.lives(day):
                del others[other.mark]
            elif _fit(person, other):
                del others[other.mark]
                self._marry(*_as_couple(person, other), day)
                return
        self._waiting[person.is_woman][person.mark] = person
        self._later(person, day + PATIENCE, is_tired=True)

    def _give_up(self, person: Person, day: int) -> None:
        """After years of waiting somebody from elsewhere is married, or nobody."""
        waiting = self._waiting[person.is_woman]
        if waiting.get(person.mark) is not person:
            return
        del waiting[person.mark]
        if self._dice.random() < FINDS_A_STRANGER:
            gap = int((self._dice.random() * 9 - 2) * YEAR)
            born = person.born - gap if person.is_woman else person.born + gap
            stranger = self._appear(born, is_woman=not person.is_woman)
            stranger.died = max(stranger.died, day + UNTIL_FIRST[0])
            self._marry(*_as_couple(person, stranger), day)

    def _marry(self, man: Person, woman: Person, day: int) -> None:
        wedding = Wedding(man, woman, day)
        self._end(wedding)
        for each in (man, woman):
            each.weddings.append(wedding)
        self.weddings.append(wedding)
        self._bear_children(wedding)
        self._part(wedding)

    def _end(self, wedding: Wedding) -> None:
        first = min(wedding.man.died, wedding.woman.died)
        wedding.ended, wedding.ended_by = min(first, NEVER), "death"
        if self._dice.random() < PARTS:
            parted = wedding.married + 400 - int(2500 * log(1 - self._dice.random()))
            if parted < first:
                wedding.ended, wedding.ended_by = parted, "divorce"

    def _bear_children(self, wedding: Wedding) -> None:
        dice, last = (
            self._dice,
            min(wedding.ended, wedding.woman.born + LAST_CHILD_AT, self._today + 1),
        )
        born = wedding.married + UNTIL_FIRST[0] + int(dice.random() * UNTIL_FIRST[1])
        for _ in range(_wanted(wedding.married, dice)):
            if born >= last:
                return
            self._bear(wedding, born)
            born += BETWEEN[0] + int(dice.random() * BETWEEN[1])

    def _part(self, wedding: Wedding) -> None:
        """Whoever is left may look for somebody again."""
        for each in (wedding.man, wedding.woman):
            if each.died > wedding.ended and self._dice.random() < MARRIES_AGAIN:
                day = wedding.ended + WIDOWED_FOR + int(self._dice.random() * 2000)
                if day < each.born + 55 * YEAR:
                    self._later(each, day)


def life(dice: Random, born: int) -> int:
    """Days that somebody lives: some die as infants, some young, the others by Gompertz, later the later born."""
    years_ago = max(0.0, (YOUNGEST - born) / YEAR)
    chance = dice.random()
    if chance < 0.012 + 0.0009 * years_ago:
        return 1 + int(dice.random() * 700)
    if chance > 0.95:
        return 700 + int(dice.random() * 60 * YEAR)
    years = 87 - 0.08 * years_ago + 9.5 * log(1e-9 - log(1 - dice.random() * 0.999_99))
    return int(min(max(years, 1.0), 108.0) * YEAR)


def _comes_of_age(is_woman: bool, dice: Random) -> int:
    """How old, in days, one is who begins to look for somebody."""
    least = WOMAN_OF_AGE if is_woman else MAN_OF_AGE
    return least + int(dice.random() * dice.random() * 16 * YEAR) + 200


def _wanted(married: int, dice: Random) -> int:
    """Children that a couple has where nothing ends it: six before 1960, two today."""
    year = married / YEAR
    mean = 5.2 if year < 1960 else max(1.9, 5.2 - (year - 1960) * 0.085)
    return max(0, int(mean + dice.random() * 2.4 - 0.7))


def _as_couple(one: Person, other: Person) -> tuple[Person, Person]:
    return (other, one) if one.is_woman else (one, other)


def _fit(one: Person, other: Person) -> bool:
    """Of right ages, and without a common ancestor within three generations."""
    man, woman = _as_couple(one, other)
    return -YOUNGER <= woman.born - man.born <= OLDER and one.near.isdisjoint(other.near)
