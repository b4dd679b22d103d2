"""Regimes of reporting as dated law: who reports what to whom, how often, closed and due when."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law
from nentang.measure.reporting.enums import CellKind, PeriodKind
from nentang.measure.reporting.errors import RegimeNotFound

from .formula import names_in

LAW = Path(__file__).parents[1] / "law" / "regimes"
LEVELS = ("ministry", "province", "district", "commune")
COMPARISONS = ("=", "<=", ">=")


class Source(Frozen):
    """Where a cell is counted already: the numerator or denominator of an indicator."""

    indicator: str
    part: str

    def __str__(self) -> str:
        return self.indicator


class RegisterSource(Frozen):
    """Where a cell stands in a register: a statistic that it declares, on the last day of the period."""

    register: str
    statistic: str

    def __str__(self) -> str:
        return f"{self.register}/{self.statistic}"


class Cell(Frozen):
    """One cell of a form. `concept` is what it asks, whichever regime asks it.

    A `formula` is computed, never typed; such a cell of a sum is computed from the sums. `tolerance` is
    the share by which it may differ from the last period without a word of explanation.
    """

    id: str
    title_vi: str
    title_en: str
    unit_vi: str
    unit_en: str
    kind: CellKind
    concept: str
    group_vi: str = ""
    group_en: str = ""
    formula: str = ""
    source: Source | RegisterSource | None = None
    tolerance: Decimal | None = None

    @property
    def is_typed(self) -> bool:
        """Whether somebody has to fill it in."""
        return not self.formula

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi

    def unit(self, language: str) -> str:
        """The unit in the reader's language."""
        return self.unit_en if language.startswith("en") else self.unit_vi

    def group(self, language: str) -> str:
        """The heading under which it stands."""
        return self.group_en if language.startswith("en") else self.group_vi


class Check(Frozen):
    """A comparison of two formulas that must hold, and why in words."""

    left: str
    comparison: str
    right: str
    words_vi: str
    words_en: str

    def words(self, language: str) -> str:
        """Why it must hold, in the reader's language."""
        return self.words_en if language.startswith("en") else self.words_vi


class Regime(Frozen):
    """A regime as it holds in a time. `due` is the day of the month by level; no cells: not connected."""

    code: str
    short: str
    title_vi: str
    title_en: str
    period: PeriodKind
    closing_day: int
    due: Mapping[str, int]
    asked_by_vi: str
    asked_by_en: str
    cells: tuple[Cell, ...]
    checks: tuple[Check, ...]

    @property
    def is_connected(self) -> bool:
        """Whether its form is here, so that it is filed here."""
        return bool(self.cells)

    @property
    def fingerprint(self) -> str:
        """Tells one form from another: cells, their kinds and formulas, checks."""
        return sha256(msgspec.json.encode((self.cells, self.checks))).hexdigest()[:16]

    def title(self, language: str) -> str:
        """The title in the reader's language."""
        return self.title_en if language.startswith("en") else self.title_vi

    def asked_by(self, language: str) -> str:
        """Who asks for it, in the reader's language."""
        return self.asked_by_en if language.startswith("en") else self.asked_by_vi

    def cell(self, cell_id: str) -> Cell | None:
        """The cell of that name."""
        return next((each for each in self.cells if each.id == cell_id), None)


@cache
def regime_laws() -> Mapping[str, Law[Regime]]:
    """Every regime by its code, with all the times in which it held."""
    return {path.stem: _law(path) for path in sorted(LAW.glob("*.yaml"))}


def regime_rule(code: str, on: date) -> Rule[Regime]:
    """The regime as it holds on that day; RegimeNotFound where there is none."""
    law = regime_laws().get(code)
    found = next((rule for rule in law.rules if on in rule.period), None) if law else None
    if found is None:
        raise RegimeNotFound
    return found


def regimes_on(day: date, *, connected: bool = True) -> tuple[Rule[Regime], ...]:
    """The regimes in force on that day: those that are filed here, or all."""
    found = (rule for law in regime_laws().values() for rule in law.rules if day in rule.period)
    return tuple(rule for rule in found if rule.value.is_connected or not connected)


def _law(path: Path) -> Law[Regime]:
    return load_law(path, lambda value: _regime(path.stem, value))


def _regime(code: str, value: Mapping[str, Any]) -> Regime:
    cells = tuple(_cells(value.get("groups", ())))
    regime = Regime(
        code=code,
        short=value["short"],
        title_vi=value["title"]["vi"],
        title_en=value["title"]["en"],
        period=PeriodKind(value["period"]),
        closing_day=int(value["closing_day"]),
        due={level: int(value["due"][level]) for level in LEVELS if level in value["due"]},
        asked_by_vi=value["asked_by"]["vi"],
        asked_by_en=value["asked_by"]["en"],
        cells=cells,
        checks=tuple(_check(each) for each in value.get("checks", ())),
    )
    _refuse_unfit(regime)
    return regime


def _cells(groups: Any) -> list[Cell]:
    return [_cell(each, group["title"]) for group in groups for each in group["cells"]]


def _cell(entry: Mapping[str, Any], group: Mapping[str, str]) -> Cell:
    tolerance = entry.get("tolerance")
    return Cell(
        id=entry["id"],
        title_vi=entry["title"]["vi"],
        title_en=entry["title"]["en"],
        unit_vi=entry["unit"]["vi"],
        unit_en=entry["unit"]["en"],
        kind=CellKind(entry["kind"]),
        concept=entry.get("concept", entry["id"]),
        group_vi=group["vi"],
        group_en=group["en"],
        formula=entry.get("formula", ""),
        source=_source(entry["from"]) if "from" in entry else None,
        tolerance=None if tolerance is None else Decimal(str(tolerance)),
    )


def _source(entry: Mapping[str, str]) -> Source | RegisterSource:
    if "register" in entry:
        return RegisterSource(entry["register"], entry["statistic"])
    return Source(entry["indicator"], entry["part"])


def _check(entry: Mapping[str, Any]) -> Check:
    left, comparison, right = entry["left"], entry["is"], entry["right"]
    if comparison not in COMPARISONS:
        raise ValueError(f"no comparison {comparison}")
    return Check(str(left), comparison, str(right), entry["words"]["vi"], entry["words"]["en"])


def _refuse_unfit(regime: Regime) -> None:
    """ValueError where a cell stands twice, or a formula speaks of what stands nowhere before it."""
    seen: set[str] = set()
    for cell in regime.cells:
        if cell.id in seen or not cell.id.isidentifier():
            raise ValueError(f"{regime.code}: cell {cell.id} stands twice or is no name")
        if cell.formula and (unknown := names_in(cell.formula) - seen):
            raise ValueError(f"{regime.code}: {cell.id} speaks of {sorted(unknown)}")
        seen.add(cell.id)
    for check in regime.checks:
        if unknown := (names_in(check.left) | names_in(check.right)) - seen:
            raise ValueError(f"{regime.code}: a check speaks of {sorted(unknown)}")
