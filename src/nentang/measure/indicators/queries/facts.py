"""The facts behind a figure."""

from datetime import date

from nentang.foundation.facts.public import FactKind, Indicator, fact_rows
from nentang.foundation.organizations.public import organization_names
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.adapters.contributions import FactRow, contributions
from nentang.measure.indicators.rules.rollup import Sum

from .trees import Tree

PAGE = 50


class CountedFact(Frozen):
    """A fact with its fields, the body or else the unit where it happened, and what it adds.

    `sum` is None where it does not count.
    """

    fact: FactRow
    fields: list[tuple[str, object]]
    place: str
    sum: Sum | None


class FactPage(Frozen):
    """Facts, latest first; the next page begins below `next_id`."""

    rows: list[CountedFact]
    next_id: int | None


def fact_page(
    indicator: Indicator,
    kind: FactKind,
    unit_code: str,
    *,
    first: date,
    last: date,
    tree: Tree,
    before_id: int | None = None,
) -> FactPage:
    """Facts of that kind of the unit and all within it, on the days from `first` to `last`.

    Two queries, for facts and names of bodies.
    """
    found = fact_rows(
        kind.name,
        unit_codes=tree.members(unit_code),
        first_day=first,
        last_day=last,
        before_id=before_id,
        limit=PAGE + 1,
    )
    shown = found[:PAGE]
    names = organization_names({fact.organization_id for fact in shown if fact.organization_id})
    added = contributions(indicator, kind.name, shown)
    rows = [
        CountedFact(
            fact,
            [(name, fact.payload.get(name)) for name in kind.fields],
            names.get(fact.organization_id or 0) or _unit_name(fact, tree),
            added.get(fact.pk),
        )
        for fact in shown
    ]
    return FactPage(rows, shown[-1].pk if len(found) > PAGE else None)


def _unit_name(fact: FactRow, tree: Tree) -> str:
    unit = tree.units.get(tree.heir(fact.unit_code, fact.day))
    return unit.full_name if unit else ""
