"""Values of cells: read as people type them, computed, checked, compared with the last period."""

import re
from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import CellKind, FaultKind, Origin

from .formula import value_of
from .regimes import Cell, Check, Regime, RegisterSource

LARGEST = Decimal(10) ** 18
FINEST = 6
LONGEST_TYPED = 40
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_PLAIN = re.compile(r"-?\d+([.,]\d+)?", re.ASCII)

Values = Mapping[str, Decimal]


class Fault(Frozen):
    """What is wrong with a cell; `facts` fill the sentence of its kind."""

    cell: str
    kind: FaultKind
    facts: Mapping[str, Any] = {}
    check: Check | None = None


class Reading(Frozen):
    """What was typed, as numbers; and what could not be read."""

    values: dict[str, Decimal]
    faults: tuple[Fault, ...]


def read_number(typed: str) -> Decimal | None:
    """`1.234`, `1.234,5`, `1234,5` and `1234.5` as numbers; None for anything else.

    `1.234` is one thousand two hundred and thirty-four, as it is written in Viet Nam.
    """
    text = "".join(typed[:LONGEST_TYPED].split())
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def read_typed(regime: Regime, typed: Mapping[str, str]) -> Reading:
    """The typed cells of the form as numbers; empty ones are left out."""
    values: dict[str, Decimal] = {}
    faults: list[Fault] = []
    for cell in regime.cells:
        text = typed.get(cell.id, "").strip()
        if not text or not cell.is_typed:
            continue
        value = read_number(text)
        if value is None:
            faults.append(Fault(cell.id, FaultKind.NOT_NUMBER, {"typed": text[:LONGEST_TYPED]}))
        else:
            values[cell.id] = value
            faults += [Fault(cell.id, kind) for kind in _unfit(cell, value)]
    return Reading(values, tuple(faults))


def computed(regime: Regime, values: Values) -> dict[str, Decimal]:
    """The values with those of all formulas that can be reckoned, in the order of the form.

    A sum beyond all measure is left out: one of its cells is too large, and said to be.
    """
    found = {c.id: values[c.id] for c in regime.cells if c.is_typed and c.id in values}
    for cell in regime.cells:
        value = value_of(cell.formula, found) if cell.formula else None
        if value is not None and abs(value) < LARGEST**2:
            found[cell.id] = _rounded(cell, value)
    return {cell.id: found[cell.id] for cell in regime.cells if cell.id in found}


def faults_of(
    regime: Regime, values: Values, before: Values, known: Values, *, is_explained: bool
) -> list[Fault]:
    """Everything that stands against filing these values: gaps, broken checks, and, unless they are
    explained, jumps and figures other than those that are known.
    """
    missing = [
        Fault(cell.id, FaultKind.MISSING)
        for cell in regime.cells
        if cell.is_typed and cell.id not in values
    ]
    unfit = [
        Fault(cell.id, kind)
        for cell in regime.cells
        if cell.id in values and cell.is_typed
        for kind in _unfit(cell, values[cell.id])
    ]
    broken = [fault for check in regime.checks if (fault := _broken(check, values))]
    odd = [*jumps_of(regime, values, before), *changed_of(regime, values, known)]
    return [*missing, *unfit, *broken, *([] if is_explained else odd)]


def jumps_of(regime: Regime, values: Values, before: Values) -> list[Fault]:
    """Cells that differ from the last period by more than their tolerance."""
    return [
        Fault(cell.id, FaultKind.JUMP, {"before": before[cell.id], "now": values[cell.id]})
        for cell in regime.cells
        if cell.tolerance is not None
        and cell.id in values
        and cell.id in before
        and abs(values[cell.id] - before[cell.id]) > cell.tolerance * abs(before[cell.id])
    ]


def changed_of(regime: Regime, values: Values, known: Values) -> list[Fault]:
    """Cells that say something else than what facts or registers count."""
    return [
        Fault(cell.id, FaultKind.CHANGED, {"known": known[cell.id], "now": values[cell.id]})
        for cell in regime.cells
        if cell.source
        and cell.id in values
        and cell.id in known
        and values[cell.id] != known[cell.id]
    ]


def origins(regime: Regime, values: Values, known: Values) -> dict[str, str]:
    """Where each value came from: a formula, facts or a register where it is just what they say, or somebody."""
    return {
        cell.id: str(_origin(cell, known.get(cell.id) == values[cell.id]))
        for cell in regime.cells
        if cell.id in values
    }


def _origin(cell: Cell, is_as_known: bool) -> Origin:
    if cell.formula:
        return Origin.FORMULA
    if not is_as_known:
        return Origin.TYPED
    return Origin.REGISTER if isinstance(cell.source, RegisterSource) else Origin.FACTS


def _broken(check: Check, values: Values) -> Fault | None:
    left, right = value_of(check.left, values), value_of(check.right, values)
    if left is None or right is None or _holds(check.comparison, left, right):
        return None
    facts = {
        "left": check.left,
        "right": check.right,
        "left_value": left,
        "right_value": right,
    }
    return Fault(_first_name(check.left), FaultKind.CHECK, facts, check)


def _holds(comparison: str, left: Decimal, right: Decimal) -> bool:
    if comparison == "=":
        return left == right
    return left <= right if comparison == "<=" else left >= right


def _first_name(formula: str) -> str:
    found = re.search(r"[a-z_][a-z0-9_]*", formula)
    return found[0] if found else ""


def _unfit(cell: Cell, value: Decimal) -> list[FaultKind]:
    with localcontext(prec=2 * LONGEST_TYPED):  # as many digits as can be typed
        rounded = round(value, FINEST)
    wrong = {
        FaultKind.NEGATIVE: value < 0,
        FaultKind.TOO_LARGE: value >= LARGEST,
        FaultKind.NOT_WHOLE: cell.kind is CellKind.COUNT and value != value.to_integral_value(),
        FaultKind.NOT_PERCENT: cell.kind is CellKind.PERCENT and value > 100,
        FaultKind.TOO_FINE: cell.kind is not CellKind.COUNT and value != rounded,
    }
    return [kind for kind, is_so in wrong.items() if is_so]


def _rounded(cell: Cell, value: Decimal) -> Decimal:
    digits = {CellKind.COUNT: 0, CellKind.PERCENT: 2, CellKind.AMOUNT: FINEST}[cell.kind]
    with localcontext(prec=2 * LONGEST_TYPED):
        rounded = round(value, digits)
    return Decimal(int(rounded)) if rounded == rounded.to_integral_value() else rounded.normalize()


def as_text(values: Values) -> dict[str, str]:
    """The values as they are kept: plain decimals, no exponents."""
    return {name: format(value, "f") for name, value in values.items()}


def as_numbers(kept: Mapping[str, str]) -> dict[str, Decimal]:
    """The kept values as numbers."""
    return {name: Decimal(value) for name, value in kept.items()}
