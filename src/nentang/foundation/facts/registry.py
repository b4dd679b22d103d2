"""Kinds of facts and indicators, as the apps declare them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from nentang.foundation.outbox.public import personal_names
from nentang.kernel.frozen import Frozen

from .errors import FactRefused
from .rules import FactKind, faults_of_kind

if TYPE_CHECKING:
    import ibis

    Expression = Callable[[Mapping[str, ibis.Table]], ibis.Table]
    Column = Callable[[ibis.Table], ibis.Value]

_kinds: dict[str, FactKind] = {}
_indicators: dict[str, "Indicator"] = {}


class Indicator(Frozen):
    """A figure computed from facts.

    `expression` gets a table for each kind in `facts` (id, occurred_at, day, organization_id,
    unit_code and the declared fields) and returns unit_code, day, numerator, denominator, one row
    for each unit and day. The value over any days and units is sum(numerator) / sum(denominator).
    Days are grouped by and moved by whole months at most: where months are asked for, every fact has
    the first of its month as its day.
    """

    code: str
    title_vi: str
    title_en: str
    unit: str
    definition_vi: str
    definition_en: str
    formula_version: int
    source_act: str
    facts: tuple[str, ...]
    expression: "Expression"
    higher_is_better: bool = True


def declare(kind: FactKind) -> FactKind:
    """Make the kind known and return it; FactRefused where it may not be."""
    faults = faults_of_kind(kind)
    faults += [f"{name} is personal data" for name in personal_names(frozenset(kind.fields))]
    if _kinds.get(kind.name, kind) != kind:
        faults.append("another kind has its name")
    if faults:
        raise FactRefused(f"kind {kind.name}: {'; '.join(faults)}")
    _kinds[kind.name] = kind
    return kind


def kinds() -> tuple[FactKind, ...]:
    """All kinds, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def kind_named(name: str) -> FactKind | None:
    """The kind of that name, if any is declared."""
    return _kinds.get(name)


def register_indicator(indicator: Indicator) -> Indicator:
    """Make the indicator known and return it."""
    if _indicators.get(indicator.code, indicator) is not indicator:
        raise ValueError(f"{indicator.code} is registered twice")
    _indicators[indicator.code] = indicator
    return indicator


def indicators() -> tuple[Indicator, ...]:
    """All indicators, by code."""
    return tuple(_indicators[code] for code in sorted(_indicators))


def shares(
    kind: FactKind,
    above: "str | Column",
    below: "Column | None" = None,
    *,
    only: "Column | None" = None,
) -> "Expression":
    """An expression that sums an amount (a field, or made of fields) over the facts of a kind, by unit and day.

    Below the line stands how many facts there are, unless another amount is given. `only` leaves facts out.
    """

    def expression(tables: "Mapping[str, ibis.Table]") -> "ibis.Table":
        facts = tables[kind.name]
        counted = facts.filter(only(facts)) if only else facts
        amount = counted[above] if isinstance(above, str) else above(counted)
        over = below(counted).sum() if below else counted.count()
        return counted.group_by("unit_code", "day").aggregate(
            numerator=amount.cast("float64").sum(), denominator=over.cast("float64")
        )

    return expression
