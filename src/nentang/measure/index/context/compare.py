"""Units beside each other, node by node."""

from collections.abc import Sequence
from typing import Any

from nentang.foundation.portal.public import Bar, Bars
from nentang.measure.index.errors import NotComparable
from nentang.measure.index.rules.reckoning import Reckoned
from nentang.measure.indicators.public import tree_on

from .board import frame, rows_of
from .choice import Choice
from .unit import measured_of

MOST = 5


def compared(choice: Choice, codes: Sequence[str]) -> dict[str, Any]:
    """The chosen units, or the best two; NotComparable for more than five, UnitNotFound."""
    tree = tree_on(choice.on)
    wanted = list(dict.fromkeys(code[:12] for code in codes if code))
    if len(wanted) > MOST:
        raise NotComparable(most=MOST)
    ranked = [row for row in rows_of(choice) if row.computed is not None]
    wanted = wanted or [row.unit.code for row in ranked[:2]]
    units = [unit for code in wanted if (unit := tree.find(code)) is not None]
    found = [measured_of(choice, unit) for unit in units]
    return {
        **frame(choice, tree.find(choice.within)),
        "units": units,
        "urls": [choice.url("index:unit", unit.code) for unit in units],
        "rows": _rows([each.whole for each in found]),
        "choices": [(row.unit, row.unit.code in wanted) for row in ranked],
        "bars": Bars(
            "",
            tuple(
                Bar(
                    each.unit.full_name, None if (s := each.whole.share) is None else 100 * float(s)
                )
                for each in found
            ),
            maximum=100,
            unit="",
        ),
    }


def _rows(wholes: Sequence[Reckoned]) -> list[tuple[Any, int, list[Any]]]:
    """Nodes of which anything is known of any unit, with their depth and shares."""
    rows: list[tuple[Any, int, list[Any]]] = []

    def walk(nodes: Sequence[Reckoned], depth: int) -> None:
        if all(each.share is None for each in nodes):
            return
        rows.append((nodes[0].node, depth, [each.share for each in nodes]))
        for parts in zip(*(each.parts for each in nodes), strict=True):
            walk(parts, depth + 1)

    if wholes:
        walk(wholes, 0)
    return rows
