"""Somebody who wants the hidden numbers, and has everything that was ever published and a solver.

They know how the office works: a hidden cell is never empty. And they know more than anybody could: which
groups did not change between two versions. The solver is HiGHS, in whole numbers, so that the bounds are exact.
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from nentang.measure.open_data.rules.tables import Coordinates, Edition, above

MOST = 10_000


class Attacker:
    """All published equations, over one unknown for each leaf that is a number of its own."""

    def __init__(self, editions: Sequence[Edition]) -> None:
        self.editions = editions
        self.unknown: dict[tuple[Coordinates, int], int] = {}
        for edition in editions:
            for leaf, count in edition.leaves.items():
                self.unknown.setdefault((leaf, count), len(self.unknown))
        self.rows: list[np.ndarray] = []
        self.low: list[float] = []
        self.high: list[float] = []
        for edition in editions:
            self._read(edition)

    def bounds(self, number: int, cell: Coordinates) -> tuple[int, int]:
        """The least and the most that the cell of that edition can be."""
        wanted = self._row(self.editions[number], cell)
        return self._solve(wanted), -self._solve(-wanted)

    def learn(self, number: int, cells: Sequence[Coordinates], count: int) -> None:
        """What those cells of an edition are together, as an answer told it."""
        self.rows.append(sum(self._row(self.editions[number], cell) for cell in cells))  # type: ignore[arg-type]
        self.low.append(count)
        self.high.append(count)

    def _read(self, edition: Edition) -> None:
        for cell, count in edition.cells.items():
            self.rows.append(self._row(edition, cell))
            is_hidden = cell in edition.hidden
            self.low.append(1 if is_hidden else count)
            self.high.append(np.inf if is_hidden else count)

    def _row(self, edition: Edition, cell: Coordinates) -> np.ndarray:
        row = np.zeros(len(self.unknown))
        for leaf, count in edition.leaves.items():
            if cell in set(above(edition.axes, leaf)):
                row[self.unknown[leaf, count]] = 1
        return row

    def _solve(self, wanted: np.ndarray) -> int:
        found = milp(
            wanted,
            constraints=LinearConstraint(np.array(self.rows), self.low, self.high),
            bounds=Bounds(0, MOST),
            integrality=np.ones(len(wanted)),
        )
        assert found.success, found.message
        return round(found.fun)
