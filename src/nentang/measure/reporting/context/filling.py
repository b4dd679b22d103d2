"""The form of a report: its cells in groups, what is known, what was typed, what is wrong."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import Origin
from nentang.measure.reporting.models import Report, ReportVersion
from nentang.measure.reporting.queries import regime_of, rule_of, values_before
from nentang.measure.reporting.rules.cells import (
    Fault,
    as_numbers,
    computed,
    faults_of,
    read_typed,
)
from nentang.measure.reporting.rules.regimes import Cell, Regime

from .sources import AskedOf, source_url, source_words
from .words import (
    fault_words,
    in_titles,
    period_words,
    spoken,
    state_words,
    typed_words,
    value_words,
)


class Row(Frozen):
    """A cell as the form shows it. `saved` stands beside what was typed where somebody else saved another."""

    id: str
    title: str
    unit: str
    typed: str
    shown: str
    known: str
    before: str
    formula: str
    saved: str
    faults: tuple[str, ...]
    is_as_known: bool
    source: str
    source_url: str


class Group(Frozen):
    """Cells under one heading."""

    title: str
    rows: tuple[Row, ...]


class Sheet(Frozen):
    """The values that a form is made of."""

    values: Mapping[str, Decimal]
    typed: Mapping[str, str]
    known: Mapping[str, Decimal]
    before: Mapping[str, Decimal]
    saved: Mapping[str, Decimal]
    faults: Mapping[str, list[str]]
    asked: AskedOf


def filling_context(
    report: Report,
    *,
    typed: Mapping[str, str] | None = None,
    remarks: str | None = None,
    with_gaps: bool = False,
    is_conflict: bool = False,
    registers: Collection[str] = (),
) -> dict[str, Any]:
    """Everything the form shows; `typed` is what came back with a mistake, `with_gaps` names empty cells too.

    `registers` are those that the reader may open.
    """
    regime, before, known = regime_of(report), values_before(report), as_numbers(report.known)
    saved = as_numbers(report.values)
    reading = read_typed(regime, typed or {})
    values = computed(regime, reading.values if typed is not None else saved)
    said = report.remarks if remarks is None else remarks
    found = faults_of(regime, values, before, known, is_explained=bool(said.strip()))
    faults = [*reading.faults, *(each for each in found if with_gaps or each.kind != "missing")]
    sheet = Sheet(
        values=values,
        typed=typed or {name: typed_words(value) for name, value in saved.items()},
        known=known,
        before=before,
        saved=saved if is_conflict else {},
        faults=_by_cell(regime, faults),
        asked=AskedOf(report.unit_code, report.last_on, frozenset(registers)),
    )
    return {
        **_heading(report, regime),
        "groups": _groups(regime, sheet),
        "remarks": said,
        "mistakes": _mistakes(regime, sheet.faults),
        **_counts(report, regime, values),
    }


def _heading(report: Report, regime: Regime) -> dict[str, Any]:
    return {
        "report": report,
        "regime": regime,
        "title": regime.title(spoken()),
        "period": period_words(report.period),
        "state": state_words(report),
        "rule": rule_of(report),
    }


def _counts(report: Report, regime: Regime, values: Mapping[str, Decimal]) -> dict[str, int]:
    """How many cells are open, known and left as they are, and to be filled in at all."""
    known = report.known.items()
    return {
        "open_cells": sum(cell.is_typed and cell.id not in values for cell in regime.cells),
        "counted_cells": sum(report.values.get(name) == value for name, value in known),
        "typed_cells": sum(cell.is_typed for cell in regime.cells),
    }


def shown_rows(
    report: Report, version: ReportVersion, *, registers: Collection[str] = ()
) -> list[Group]:
    """A filed version, cell by cell; `registers` are those that the reader may open."""
    values = as_numbers(version.values)
    counted = (Origin.FACTS, Origin.REGISTER)
    known = {name: n for name, n in values.items() if version.origins.get(name) in counted}
    asked = AskedOf(report.unit_code, report.last_on, frozenset(registers))
    return _groups(regime_of(report), Sheet(values, {}, known, {}, {}, {}, asked))


def _groups(regime: Regime, sheet: Sheet) -> list[Group]:
    grouped = groupby(regime.cells, key=lambda cell: cell.group(spoken()))
    return [
        Group(title, tuple(_row(regime, cell, sheet) for cell in cells)) for title, cells in grouped
    ]


def _row(regime: Regime, cell: Cell, sheet: Sheet) -> Row:
    value, saved = sheet.values.get(cell.id), sheet.saved.get(cell.id)
    known = sheet.known.get(cell.id)
    return Row(
        id=cell.id,
        title=cell.title(spoken()),
        unit=cell.unit(spoken()),
        typed=sheet.typed.get(cell.id, ""),
        shown=value_words(value),
        known=value_words(known),
        before=value_words(sheet.before.get(cell.id)),
        formula=in_titles(regime, cell.formula),
        saved=value_words(saved) if saved is not None and saved != value else "",
        faults=tuple(sheet.faults.get(cell.id, ())),
        is_as_known=known is not None and known == value,
        source=source_words(cell, sheet.asked) if known is not None else "",
        source_url=source_url(cell, sheet.asked) if known is not None else "",
    )


def _by_cell(regime: Regime, faults: Iterable[Fault]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for fault in faults:
        found.setdefault(fault.cell, []).append(fault_words(regime, fault))
    return found


def _mistakes(regime: Regime, faults: Mapping[str, list[str]]) -> list[tuple[str, str, str]]:
    """Cell, title and sentence of each mistake, in the order of the form."""
    return [
        (cell.id, cell.title(spoken()), sentence)
        for cell in regime.cells
        for sentence in faults.get(cell.id, ())
    ]
