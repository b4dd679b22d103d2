"""Somebody invented, and a marriage. Days are ordinals of the calendar: a village has many."""

from datetime import date

from msgspec import Struct, field

NEVER = date.max.toordinal()


class Wedding(Struct, eq=False):
    """A marriage, from a day to the day on which it ended; `ended_by` says by what."""

    man: "Person"
    woman: "Person"
    married: int
    ended: int = NEVER
    ended_by: str = ""
    children: "list[Person]" = field(default_factory=list)

    def stands(self, day: int) -> bool:
        """Whether both are married to each other on that day."""
        return self.married <= day < self.ended


class Person(Struct, eq=False):
    """Somebody of a village. `near` holds their own mark and those of parents and grandparents."""

    mark: int
    family: str
    full_name: str
    is_woman: bool
    born: int
    died: int
    born_in: str
    father: "Person | None" = None
    mother: "Person | None" = None
    near: frozenset[int] = frozenset()
    weddings: list[Wedding] = field(default_factory=list)
    number: str = ""

    def lives(self, day: int) -> bool:
        """Whether they live on that day."""
        return self.born <= day < self.died

    def wedding_on(self, day: int) -> Wedding | None:
        """The marriage that stands on that day."""
        return next((each for each in reversed(self.weddings) if each.stands(day)), None)

    @property
    def children(self) -> "list[Person]":
        """All of them, of all marriages."""
        return [child for each in self.weddings for child in each.children]


def day_of(ordinal: int) -> date:
    """The calendar's day."""
    return date.fromordinal(ordinal)


def full_years(born: int, day: int) -> int:
    """How old somebody is on that day."""
    one, other = day_of(born), day_of(day)
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))
