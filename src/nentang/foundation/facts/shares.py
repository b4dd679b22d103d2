"""The usual form of a definition: some amount over the facts of one kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from .rules import FactKind

if TYPE_CHECKING:
    import ibis

    Column: TypeAlias = Callable[[ibis.Table], ibis.Value]
    Expression: TypeAlias = Callable[[Mapping[str, ibis.Table]], ibis.Table]


def shares(
    kind: FactKind,
    above: str | Column,
    below: Column | None = None,
    *,
    only: Column | None = None,
) -> Expression:
    """An expression that sums an amount (a field, or made of fields) over the facts of a kind, by unit and day.

    Below the line stands how many facts there are, unless another amount is given. `only` leaves facts out.
    """

    def expression(tables: Mapping[str, ibis.Table]) -> ibis.Table:
        facts = tables[kind.name]
        counted = facts.filter(only(facts)) if only else facts
        amount = counted[above] if isinstance(above, str) else above(counted)
        over = below(counted).sum() if below else counted.count()
        return counted.group_by("unit_code", "day").aggregate(
            numerator=amount.cast("float64").sum(), denominator=over.cast("float64")
        )

    return expression
