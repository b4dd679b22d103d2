"""The same signed reports, summed under the units of another day, through what each unit became or came from.

A report is never divided: nobody knows which part of its figures lies where. One whose unit was split
counts in the smallest unit that holds all of the parts, and in everything above; in the parts themselves
it is named instead. So every total above is the same under both geographies.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import chain

from msgspec.structs import replace

from nentang.foundation.organizations.public import (
    UnitInfo,
    UnitLevel,
    equal_parts,
    geography_map,
    units_on,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import lineage, tree_on
from nentang.measure.reporting.rules.periods import ReportPeriod
from nentang.measure.reporting.rules.regimes import Regime

from .sums import MINISTRY, NATION, Piece, add_up, of_ministries, of_units

Heirs = Mapping[str, frozenset[str]]
"""By the code of a unit that reports, the units of the other day in which it lies; several where it was split."""


class Split(Frozen):
    """A unit that lies only partly in the one asked for: its name, those in which it lies, and the code
    of the smallest unit in whose sum it counts (empty: the nation).
    """

    title: str
    parts: tuple[str, ...]
    counts_in: str


class Elsewhere(Frozen):
    """The pieces of a sum under other units, and what lies only partly within and is left out."""

    pieces: list[Piece]
    left_out: tuple[Split, ...]


def pieces_under(day: date, regime: Regime, period: ReportPeriod, unit_code: str) -> Elsewhere:
    """What the reports of the period make of the unit of that day."""
    asked = {unit.code: unit for unit in _asked(regime, period)}
    heirs, parent = _heirs(asked, period.last_on, day), tree_on(day).parent
    places = {code: _place(parts, parent, unit_code) for code, parts in heirs.items()}
    within: dict[str, list[UnitInfo]] = defaultdict(list)
    for code, place in places.items():
        if place is not None:
            within[place].append(asked[code])
    pieces = _own(regime, period, within.pop(unit_code, []), heirs, day)
    pieces += _below(regime, period, within, day)
    if unit_code == NATION and MINISTRY in regime.due:
        pieces = of_ministries(regime, period) + pieces
    return Elsewhere(pieces, tuple(_left_out(asked, heirs, parent, unit_code, day)))


def _asked(regime: Regime, period: ReportPeriod) -> Iterator[UnitInfo]:
    for level in UnitLevel:
        if level in regime.due:
            yield from units_on(period.last_on, level)


def _heirs(asked: Collection[str], on: date, day: date) -> Heirs:
    found: dict[str, set[str]] = {code: set() for code in asked}
    for share in geography_map(day, apportion=equal_parts):
        is_of_then = share.valid_from <= on and (share.valid_to is None or on < share.valid_to)
        if is_of_then and share.unit_code in found:
            found[share.unit_code].add(share.target_code)
    return {code: frozenset(parts) for code, parts in found.items() if parts}


def _place(parts: Collection[str], parent: Mapping[str, str], unit_code: str) -> str | None:
    """The unit directly below in which all parts lie, or the unit itself; None where some lie outside."""
    lines = [lineage(part, parent) for part in parts]
    if not all(unit_code in line for line in lines):
        return None
    below = {line[line.index(unit_code) - 1] if line[0] != unit_code else "" for line in lines}
    only = below.pop() if len(below) == 1 else ""
    return only or unit_code


def _own(
    regime: Regime, period: ReportPeriod, units: list[UnitInfo], heirs: Heirs, day: date
) -> list[Piece]:
    """What counts in the unit but in none below it; with the names of the parts where it was split."""
    found = of_units(regime, period, units)
    parts = {piece.unit_code: heirs[piece.unit_code] for piece in found}
    return [
        replace(each, parts=_names(parts[each.unit_code], day))
        if len(parts[each.unit_code]) > 1
        else each
        for each in found
    ]


def _below(
    regime: Regime, period: ReportPeriod, within: Mapping[str, list[UnitInfo]], day: date
) -> list[Piece]:
    """The sum of each unit directly below, in the order of their names."""
    units = tree_on(day).units
    reporting_below = list(chain.from_iterable(within.values()))
    everything = {piece.unit_code: piece for piece in of_units(regime, period, reporting_below)}
    found = []
    for code, reporting in within.items():
        total = add_up([everything[each.code] for each in reporting], regime)
        unit = units[code]
        found.append(
            Piece(unit.full_name, str(unit.level), total.values, total.tally, code, is_sum=True)
        )
    return sorted(found, key=lambda piece: piece.unit_code)


def _left_out(
    asked: Mapping[str, UnitInfo],
    heirs: Heirs,
    parent: Mapping[str, str],
    unit_code: str,
    day: date,
) -> Iterator[Split]:
    for code, parts in heirs.items():
        lines = [lineage(part, parent) for part in parts]
        inside = [unit_code in line for line in lines]
        if any(inside) and not all(inside):
            counts_in = next(each for each in lines[0] if all(each in line for line in lines))
            yield Split(asked[code].full_name, _names(parts, day), counts_in)


def _names(codes: Collection[str], day: date) -> tuple[str, ...]:
    units = tree_on(day).units
    return tuple(sorted(units[code].place for code in codes))
