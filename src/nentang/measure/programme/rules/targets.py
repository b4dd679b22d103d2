"""The targets of Decision 749/QĐ-TTg for 2025 and 2030, as dated law."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import field

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

from .path import LINEAR, Baseline

LAW = Path(__file__).parents[1] / "law" / "targets.yaml"


class Known(StrEnum):
    """How the value of a target is known."""

    COMPUTED = "computed"
    REPORTED = "reported"
    UNKNOWN = "unknown"


class Target(Frozen):
    """A target of the Programme, or of one body's own plan. `goals` maps a year to the value to be
    reached by its end.

    `unit` is one of `enums.Measure`; `reports` maps the day of publication (of a body's own target the
    day for which it holds) to what `source` said. `office` answers for it and `backup` in its stead, by
    name of office; both are empty where nobody was named. `body` is empty for the nation.
    """

    id: str
    name_vi: str
    name_en: str
    unit: str
    lower_is_better: bool
    goals: dict[int, float]
    indicator: str
    source: str
    reports: dict[date, float]
    definition: str = ""
    course: str = LINEAR
    baseline: Baseline | None = None
    ceiling: float | None = None
    office: str = ""
    backup: str = ""
    act: str = ""
    body_id: int | None = None
    body: str = ""
    unit_code: str = ""
    version: int = 0
    sources: dict[date, str] = field(default_factory=dict)

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Between what its value can lie: a share between 0 and 100, all else from 0 to its ceiling."""
        if self.unit == "percent":
            return 0.0, 100.0 if self.ceiling is None else self.ceiling
        return (None if self.unit == "percent_a_year" else 0.0), self.ceiling

    @property
    def known(self) -> Known:
        """Computed from facts, reported by somebody, or not yet known."""
        if self.indicator:
            return Known.COMPUTED
        return Known.REPORTED if self.reports else Known.UNKNOWN


def parse_targets(value: Mapping[str, Any]) -> tuple[Target, ...]:
    """The targets in one rule of the law file."""
    return tuple(
        Target(
            id=entry["id"],
            name_vi=entry["name"]["vi"],
            name_en=entry["name"]["en"],
            unit=entry["unit"],
            lower_is_better=entry["better"] == "lower",
            goals={int(year): float(goal) for year, goal in entry["goals"].items()},
            indicator=entry.get("indicator", ""),
            source=entry.get("source", ""),
            reports={day: float(value) for day, value in entry.get("reports", {}).items()},
        )
        for entry in value["targets"]
    )


@cache
def targets() -> Law[tuple[Target, ...]]:
    """The table as dated law."""
    return load_law(LAW, parse_targets)
