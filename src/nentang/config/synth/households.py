"""Who lives with whom on a day, under which head, and what each is to the head."""

from collections.abc import Iterable

from nentang.government.population.public import Relation
from nentang.kernel.frozen import Frozen

from .people import Person, full_years

OF_AGE, TOO_OLD_TO_HEAD = 18, 70


class Home(Frozen):
    """A household: its head and, the head first, all who belong to it with what they are to the head."""

    head: Person
    members: tuple[tuple[Person, Relation], ...]


def households(people: Iterable[Person], day: int) -> list[Home]:
    """Everybody who lives on that day, in one household each."""
    grown, left = _Roots(day), list[Person]()
    by_root: dict[int, list[Person]] = {}
    for person in people:
        if not person.lives(day):
            continue
        root = grown.of(person)
        if root is None:
            left.append(person)
        else:
            by_root.setdefault(root.mark, []).append(person)
    homes = list(by_root.values())
    for place, orphan in enumerate(left):
        homes[place % len(homes)].append(orphan)
    return [_home(members, day) for members in homes]


class _Roots:
    """The one around whom a household stands: the oldest couple whose youngest son stayed with them."""

    def __init__(self, day: int) -> None:
        self._day = day
        self._known: dict[int, Person | None] = {}

    def of(self, person: Person) -> Person | None:
        """None for a child whom nobody of the family is left to raise."""
        if person.mark not in self._known:
            self._known[person.mark] = self._find(person)
        return self._known[person.mark]

    def _find(self, person: Person) -> Person | None:
        wedding = person.wedding_on(self._day)
        if wedding:
            return self._of_husband(wedding.man) if person.is_woman else self._of_husband(person)
        parent = self._parent(person)
        if parent:
            return self.of(parent)
        if full_years(person.born, self._day) >= OF_AGE:
            return person
        return self._who_raises(person)

    def _of_husband(self, man: Person) -> Person:
        parent = self._parent(man)
        return (self.of(parent) or man) if parent and self._stays(man, parent) else man

    def _stays(self, man: Person, parent: Person) -> bool:
        sons = [each for each in parent.children if not each.is_woman and each.lives(self._day)]
        return man is max(sons, key=lambda son: (son.born, son.mark))

    def _parent(self, person: Person) -> Person | None:
        """With whom the person lives: the father, after a divorce the mother."""
        living = [each for each in (person.father, person.mother) if each and each.lives(self._day)]
        if len(living) < 2:
            return living[0] if living else None
        return living[0] if living[0].wedding_on(self._day) else living[1]

    def _who_raises(self, child: Person) -> Person | None:
        parents = [each for each in (child.mother, child.father) if each]
        above = [each for parent in parents for each in (parent.mother, parent.father) if each]
        siblings = [each for parent in parents for each in parent.children]
        for each in [*above, *siblings]:
            if each.lives(self._day) and full_years(each.born, self._day) >= OF_AGE:
                return self.of(each)
        return None


def _home(members: list[Person], day: int) -> Home:
    head = _head(members, day)
    told = [(each, _relation(each, head, day)) for each in members if each is not head]
    order = list(Relation)
    told.sort(key=lambda pair: (order.index(pair[1]), pair[0].born, pair[0].mark))
    return Home(head, ((head, Relation.HEAD), *told))


def _head(members: list[Person], day: int) -> Person:
    """The oldest married man under seventy; else the oldest under seventy; else the youngest of the old."""
    able = [each for each in members if OF_AGE <= full_years(each.born, day) < TOO_OLD_TO_HEAD]
    if not able:
        return max(
            (each for each in members if full_years(each.born, day) >= OF_AGE),
            key=lambda each: each.born,
        )
    return min(
        able, key=lambda each: (each.is_woman or not each.wedding_on(day), each.born, each.mark)
    )


def _relation(person: Person, head: Person, day: int) -> Relation:
    wedding = head.wedding_on(day)
    above = [each for each in (head.father, head.mother) if each]
    own = [each for each in (person.father, person.mother) if each]
    if wedding and person in (wedding.man, wedding.woman):
        return Relation.SPOUSE
    if any(each is head for each in own):
        return Relation.CHILD
    if any(each is person for each in above):
        return Relation.PARENT
    if any(each is other for each in own for other in above):
        return Relation.SIBLING
    if any(person in (each.father, each.mother) for each in above):
        return Relation.GRANDPARENT
    if any(head in (each.father, each.mother) for each in own):
        return Relation.GRANDCHILD
    return Relation.OTHER
