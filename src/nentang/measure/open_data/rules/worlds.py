"""Other worlds in which everything that was ever told would read the same.

Whoever wants a hidden number sets up equations from what was told: sums, and versions in which a group
seems unchanged. A hidden small group is safe where one more solution of all these equations exists, in
whole numbers, in which it is not small. Such a solution is written as a **move**: how many more or fewer
each leaf would have.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from .tables import TOTAL, Axis, Coordinates, Edition, above

Move = Mapping[Coordinates, int]


def moves_for(edition: Edition, target: Coordinates) -> Iterator[Move]:
    """Moves that lift the small target by the smallest group that is told, and leave no leaf empty.

    Each begins at a leaf of the target and, along some axes, takes from another member what it gives.
    """
    for leaf in _leaves_within(edition, target):
        options = [
            _others(edition, axis, i, leaf, target[i]) for i, axis in enumerate(edition.axes)
        ]
        for chosen in product(*options):
            if move := _move(edition, leaf, chosen):
                yield move


def changes(axes: Sequence[Axis], move: Move) -> dict[Coordinates, int]:
    """By how much each cell would differ; cells that stay as they are left out."""
    found: dict[Coordinates, int] = {}
    for leaf, step in move.items():
        for cell in above(tuple(axes), leaf):
            found[cell] = found.get(cell, 0) + step
    return {cell: step for cell, step in found.items() if step}


def within(edition: Edition, move: Move) -> Move:
    """The part of the move that concerns leaves of the edition."""
    return {leaf: step for leaf, step in move.items() if leaf in edition.leaves}


def is_possible(edition: Edition, move: Move) -> bool:
    """Whether the leaves could be so: nobody tells a zero where somebody is, nor the other way round."""
    return all(
        edition.leaves[leaf] > 0 and edition.leaves[leaf] + n > 0 for leaf, n in move.items()
    )


def told_apart(edition: Edition, move: Move) -> set[Coordinates]:
    """The cells that are told and would read differently: what gives the move away."""
    return set(changes(edition.axes, move)) - edition.hidden


def agree(one: Edition, move: Move, other: Edition, its_move: Move) -> bool:
    """Whether both worlds are the same wherever the two editions are: a leaf that did not change."""
    return all(
        move.get(leaf, 0) == its_move.get(leaf, 0)
        for leaf in (*move, *its_move)
        if leaf in one.leaves and one.leaves[leaf] == other.leaves.get(leaf)
    )


def _leaves_within(edition: Edition, target: Coordinates) -> list[Coordinates]:
    """The leaves of the target that somebody is in; few, since the target is small."""
    if target in edition.leaves:
        return [target] if edition.leaves[target] else []
    return [
        leaf
        for leaf, count in edition.leaves.items()
        if count
        and all(
            node in axis.path(member)
            for axis, member, node in zip(edition.axes, leaf, target, strict=True)
        )
    ]


def _others(edition: Edition, axis: Axis, i: int, leaf: Coordinates, node: str) -> list[str | None]:
    """Which member may give along that axis: none, or any that is not in the target itself."""
    if node == TOTAL or not (axis.has_total or axis.parents):
        return [None]
    return [None, *(each for each in edition.members[i] if node not in axis.path(each))]


def _move(edition: Edition, leaf: Coordinates, chosen: tuple[str | None, ...]) -> Move | None:
    """The move over all corners of the choice; None where a corner has too few to give."""
    move: dict[Coordinates, int] = {}
    step = edition.smallest
    corners = product(
        *((own,) if o is None else (own, o) for own, o in zip(leaf, chosen, strict=True))
    )
    for corner in corners:
        swaps = sum(a != b for a, b in zip(corner, leaf, strict=True))
        given = -step if swaps % 2 else step
        count = edition.leaves.get(corner, 0)
        if count == 0 or count + given <= 0:
            return None
        move[corner] = given
    return move
