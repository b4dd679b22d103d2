"""Count what a declaration counts, by its divisions: over facts, indicators, registers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import override

from nentang.foundation.facts.public import tables
from nentang.foundation.registers.public import register_named
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import find_indicator, lineage, monthly_parts, tree_on
from nentang.measure.open_data.enums import Kind
from nentang.measure.open_data.registry import (
    Declaration,
    Division,
    FactSource,
    IndicatorSource,
    StatisticSource,
)
from nentang.measure.open_data.rules.tables import Axis, Coordinates

FIRST_MONTH = date(2015, 1, 1)
ELSEWHERE = "00"
"""What no province of today has."""
YES, NO = "yes", "no"

Counted = dict[Coordinates, int]


class Count(Frozen):
    """What was counted: axes, leaves with somebody in them, and words for members (None where none are needed)."""

    axes: tuple[Axis, ...]
    leaves: Counted
    labels: tuple[dict[str, str] | None, ...]


def count(declaration: Declaration, as_of: date) -> Count:
    """All that happened in whole months before the day; a register is counted on the day itself."""
    with override("vi"):
        leaves = _leaves(declaration, as_of)
    axes = tuple(Axis(each.name, each.kind != Kind.MONTH) for each in declaration.divisions)
    return Count(axes, leaves, tuple(_labels(each, as_of) for each in declaration.divisions))


def _leaves(declaration: Declaration, as_of: date) -> Counted:
    match declaration.source:
        case FactSource(kind=kind):
            return _of_facts(kind, declaration.divisions, as_of)
        case IndicatorSource(code=code):
            return _of_indicator(code, as_of)
        case StatisticSource(register=register, name=name):
            return _of_register(register, name, as_of)


def _labels(division: Division, on: date) -> dict[str, str] | None:
    if division.kind == Kind.PROVINCE:
        return {code: unit.full_name for code, unit in tree_on(on).units.items()}
    if division.values:
        return {value: words[0] for value, words in division.values.items()}
    return None


def _of_register(register: str, name: str, on: date) -> Counted:
    counted: Counted = defaultdict(int)
    for title, number in register_named(register).statistic(name).count(on):
        counted[(str(title),)] += number
    return dict(counted)


def _of_indicator(code: str, as_of: date) -> Counted:
    """Months, provinces, and whether it is above the line."""
    indicator = find_indicator(code)
    parts = monthly_parts(indicator, "", first=FIRST_MONTH, last=as_of, tree=tree_on(as_of))
    counted: Counted = {}
    for unit, month, found in parts:
        if unit is None or month >= as_of.replace(day=1):
            continue
        above, below = round(found.numerator), round(found.denominator)
        place = (f"{month:%Y-%m}", unit.code)
        counted[(*place, YES)], counted[(*place, NO)] = above, max(0, below - above)
    return counted


def _of_facts(kind: str, divisions: tuple[Division, ...], as_of: date) -> Counted:
    tree = tree_on(as_of)
    counted: Counted = defaultdict(int)
    for row in _fact_rows(kind, divisions, as_of):
        month = row["month"]
        code = lineage(tree.heir(row["unit_code"] or "", month), tree.parent)
        province = code[-2] if len(code) > 1 else ELSEWHERE
        place = {"month": f"{month:%Y-%m}", "province": province}
        key = tuple(place.get(each.kind, _text(row.get(each.fact_field))) for each in divisions)
        counted[key] += int(row["count"])
    return dict(counted)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    return str(value if value is not None else "")


def _fact_rows(kind: str, divisions: tuple[Division, ...], as_of: date) -> Iterator[dict[str, Any]]:
    facts = tables()
    try:
        table = facts[kind]
        known = table.mutate(month=table.day.truncate("M").cast("date"))
        whole = known.filter(known.month < as_of.replace(day=1))
        keys = ["unit_code", "month", *(each.fact_field for each in divisions if each.fact_field)]
        counted = whole.group_by(*keys).aggregate(count=whole.count())
        yield from counted.to_pyarrow().to_pylist()
    finally:
        facts.connection.disconnect()
