"""Who may not marry because of blood (Law on Marriage and Family 2014, Art. 3 (17, 18), Art. 5 (2) (d)).

A common ancestor is the first generation, their children the second, their grandchildren the third.
Within three generations are therefore siblings and half-siblings, an uncle or aunt with a niece or
nephew, and first cousins. In the direct line no degree is far enough.
"""

from collections.abc import Mapping, Sequence

Parents = Mapping[str, Sequence[str]]


def ancestors(person: str, parents: Parents, most: int) -> dict[str, int]:
    """Those above the person, so far as known, each with the fewest steps up; the person is 0 steps up."""
    found = {person: 0}
    level = [person]
    for steps in range(1, most + 1):
        above = [each for one in level for each in parents.get(one, ()) if each]
        level = [each for each in dict.fromkeys(above) if each not in found]
        found |= dict.fromkeys(level, steps)
    return found


def is_direct_line(one: str, other: str, parents: Parents, most: int = 8) -> bool:
    """Whether one descends from the other, so far as known."""
    return one in ancestors(other, parents, most) or other in ancestors(one, parents, most)


def is_within(one: str, other: str, parents: Parents, generations: int) -> bool:
    """Whether both stand within so many generations from one they both descend from."""
    steps = generations - 1
    shared = ancestors(one, parents, steps).keys() & ancestors(other, parents, steps).keys()
    return bool(shared)


def may_not_marry(one: str, other: str, parents: Parents, generations: int) -> bool:
    """Whether what is known of their blood forbids it."""
    return is_direct_line(one, other, parents) or is_within(one, other, parents, generations)
