"""Which cells of a table are not told, so that no small group can be found out.

First every small group is hidden, wherever it stands, sums too. Then, group by group, another world is
looked for (see `worlds`) in which everything that is told, now and in every earlier version, reads the
same, and the group is at least as large as the smallest that is told. Where there is none, the fewest
further cells are hidden that make room for one. What cannot be made safe is named, and then nothing is
published.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen

from .tables import Coordinates, Edition
from .worlds import Move, agree, changes, is_possible, moves_for, told_apart, within

Worlds = dict[int, Move]


class Protected(Frozen):
    """The edition with its hidden cells; `open_to_attack` names small groups that cannot be made safe."""

    edition: Edition
    open_to_attack: tuple[Coordinates, ...]


def protect(history: Sequence[Edition], new: Edition) -> Protected:
    """The new edition, after all that were published before it."""
    search = _Search(history, replace(new, hidden=_hidden_at_first(history, new)))
    return search.run()


def small_cells(edition: Edition) -> list[Coordinates]:
    """Every cell with too few in it."""
    return [cell for cell, count in edition.cells.items() if edition.is_small(count)]


def _hidden_at_first(history: Sequence[Edition], new: Edition) -> frozenset[Coordinates]:
    """What is small, and what was not told last time and is as it was."""
    last = history[-1] if history else None
    kept = (
        cell
        for cell in (last.hidden if last else ())
        if last and new.cells.get(cell, 0) and new.cells[cell] == last.cells[cell]
    )
    return frozenset((*small_cells(new), *kept)) - new.pinned


class _Way(Frozen):
    """Worlds that make a group safe, what has to be hidden for them, and how much that is."""

    worlds: Worlds
    lost: set[Coordinates]
    price: tuple[int, int]


class _Search:
    """One new edition among all that went before; the last of `editions` is the new one."""

    def __init__(self, history: Sequence[Edition], new: Edition) -> None:
        self.editions = [*history, new]
        self.newest = len(history)
        self.proved: set[tuple[int, Coordinates]] = set()

    def run(self) -> Protected:
        """Every small cell of every edition in turn, the newest first; hiding more never harms the earlier ones."""
        unsafe: list[Coordinates] = []
        for i in range(self.newest, -1, -1):
            for target in small_cells(self.editions[i]):
                if (i, target) not in self.proved and not self._prove(i, target):
                    unsafe.append(target)
        return Protected(self.editions[self.newest], tuple(dict.fromkeys(unsafe)))

    def _prove(self, i: int, target: Coordinates) -> bool:
        """Hide the fewest cells with which the target is safe; whether there is such a way."""
        anchors = [i, *(j for j in range(self.newest, -1, -1) if j != i)]
        best = next((way for j in anchors if (way := self._cheapest(i, target, j))), None)
        if best is None:
            return False
        self._hide(best.lost)
        self._note(target, best.worlds)
        return True

    def _cheapest(self, i: int, target: Coordinates, anchor: int) -> _Way | None:
        """Of all ways that begin with a move of the anchoring edition, the one that hides least."""
        best: _Way | None = None
        if not self.editions[anchor].cells.get(target):
            return None
        for move in moves_for(self.editions[anchor], target):
            worlds = self._worlds(anchor, target, move)
            if worlds is None or not self._lifts(i, target, worlds[i]):
                continue
            way = self._way(worlds)
            if way.lost & self.editions[self.newest].pinned:
                continue
            if best is None or way.price < best.price:
                best = way
            if not way.lost:
                break
        return best

    def _way(self, worlds: Worlds) -> _Way:
        new = self.editions[self.newest]
        lost = told_apart(new, worlds[self.newest])
        return _Way(worlds, lost, (len(lost), sum(new.cells[cell] for cell in lost)))

    def _lifts(self, j: int, target: Coordinates, move: Move) -> bool:
        edition = self.editions[j]
        return changes(edition.axes, move).get(target, 0) >= edition.smallest

    def _hide(self, cells: set[Coordinates]) -> None:
        new = self.editions[self.newest]
        self.editions[self.newest] = replace(new, hidden=new.hidden | cells)

    def _note(self, target: Coordinates, worlds: Worlds) -> None:
        """The same worlds prove the target in every edition in which they lift it as far."""
        for j, move in worlds.items():
            if self._lifts(j, target, move):
                self.proved.add((j, target))

    def _worlds(self, i: int, target: Coordinates, move: Move) -> Worlds | None:
        """A world for each edition, all agreeing, of which that of edition `i` is the move."""
        if not self._reads_the_same(i, move):
            return None
        worlds: Worlds = {i: move}
        for j in range(self.newest, -1, -1):
            if j in worlds:
                continue
            found = next(self._fitting(j, i, target, worlds), None)
            if found is None:
                return None
            worlds[j] = found
        return worlds

    def _fitting(self, j: int, i: int, target: Coordinates, worlds: Worlds) -> Iterator[Move]:
        """Moves of edition `j` that agree with those of the others: the same one, none, or another way."""
        edition = self.editions[j]
        for each in self._candidates(j, i, target, worlds[i]):
            if self._reads_the_same(j, each) and all(
                agree(edition, each, self.editions[k], other) for k, other in worlds.items()
            ):
                yield each

    def _candidates(self, j: int, i: int, target: Coordinates, move: Move) -> Iterator[Move]:
        edition, other = self.editions[j], self.editions[i]
        yield within(edition, move)
        yield {
            leaf: step
            for leaf, step in move.items()
            if edition.leaves.get(leaf) == other.leaves[leaf]
        }
        if edition.leaves.get(target):
            yield from moves_for(edition, target)

    def _reads_the_same(self, j: int, move: Move) -> bool:
        """In a published edition nothing told may change; in the new one it can still be hidden."""
        edition = self.editions[j]
        return is_possible(edition, move) and (j == self.newest or not told_apart(edition, move))
