"""Where a dossier is on its way through several bodies."""

from collections.abc import Sequence
from itertools import groupby


def position(stops: Sequence[int | None], held: Sequence[int]) -> int:
    """The index of the stop where the dossier is, by the bodies that held it, earliest first.

    A body out of the way moves nothing; -1 before the first stop.
    """
    at = -1
    for body, _ in groupby(held):
        at = next((i for i in range(at + 1, len(stops)) if stops[i] == body), at)
    return at
