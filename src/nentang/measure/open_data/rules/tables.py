"""Tables of counts: axes, cells, sums.

A **leaf** is a finest group (a month, a province, a channel) with the number in it. A **cell** is a leaf or
a sum of leaves: along each axis one stands on a member, on what is above it, or on the total, written `*`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import product

from msgspec import field

from nentang.kernel.frozen import Frozen

TOTAL = "*"
Coordinates = tuple[str, ...]
Counts = Mapping[Coordinates, int]


class Axis(Frozen):
    """One way in which a table is divided. Months and the like have no total; others have one.

    `parents` leads from a member to what is told of it together with its siblings: quarter, province.
    """

    name: str
    has_total: bool = True
    parents: Mapping[str, str] = field(default_factory=dict)

    def path(self, member: str) -> tuple[str, ...]:
        """The member and all above it, upwards."""
        steps = [member]
        while above := self.parents.get(steps[-1]):
            steps.append(above)
        return (*steps, TOTAL) if self.has_total else tuple(steps)


class Edition(Frozen):
    """A table as it was at one time, and which of its cells are not told; groups below `smallest` are small.

    `pinned` cells are known from elsewhere, so that it would not help to hide them.
    """

    axes: tuple[Axis, ...]
    leaves: Counts
    smallest: int
    members: tuple[tuple[str, ...], ...]
    cells: Counts
    hidden: frozenset[Coordinates] = frozenset()
    pinned: frozenset[Coordinates] = frozenset()

    def is_small(self, count: int) -> bool:
        """Whether so few are somebody, and too few to be told."""
        return 0 < count < self.smallest


def edition_of(
    axes: tuple[Axis, ...],
    leaves: Counts,
    smallest: int,
    hidden: frozenset[Coordinates] = frozenset(),
    pinned: frozenset[Coordinates] = frozenset(),
) -> Edition:
    """The edition with its members and cells counted."""
    members = tuple(tuple(each) for each in members_of(axes, leaves))
    return Edition(axes, leaves, smallest, members, cells_of(axes, leaves), hidden, pinned)


def above(axes: tuple[Axis, ...], leaf: Coordinates) -> Iterator[Coordinates]:
    """The leaf and every cell that it is counted in."""
    return product(*(axis.path(member) for axis, member in zip(axes, leaf, strict=True)))


def cells_of(axes: tuple[Axis, ...], leaves: Counts) -> dict[Coordinates, int]:
    """Every cell with its count, empty ones too."""
    cells: dict[Coordinates, int] = defaultdict(int)
    for leaf, count in leaves.items():
        for cell in above(axes, leaf):
            cells[cell] += count
    return dict(cells)


def filled(axes: tuple[Axis, ...], counted: Counts) -> dict[Coordinates, int]:
    """The leaves with a zero for every combination of members that nobody is in."""
    members = members_of(axes, counted)
    return {leaf: counted.get(leaf, 0) for leaf in product(*members)}


def members_of(axes: tuple[Axis, ...], counted: Collection[Coordinates]) -> list[list[str]]:
    """The members of each axis that occur, in order."""
    return [sorted({leaf[i] for leaf in counted}) for i in range(len(axes))]
