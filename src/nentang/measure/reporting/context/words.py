"""Periods, levels, states, numbers and mistakes in words."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.casework.public import kind_named
from nentang.foundation.portal.public import number_words
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import FaultKind
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.registry import REPORT
from nentang.measure.reporting.rules.cells import Fault
from nentang.measure.reporting.rules.regimes import Regime

LEVELS = {
    "ministry": gettext_lazy("bộ"),
    "province": gettext_lazy("tỉnh"),
    "district": gettext_lazy("huyện"),
    "commune": gettext_lazy("xã"),
}
TONES = {"open": "wait", "submitted": "info", "filed": "info", "returned": "late", "taken_in": "ok"}


class ShownState(Frozen):
    """A state as pages show it: words and a tone (ok, wait, late, info)."""

    name: str
    words: str
    tone: str


def spoken() -> str:
    """`en` on English pages, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def state_words(report: Report) -> ShownState:
    """Where the report stands."""
    state = report.case.state
    return ShownState(state, kind_named(REPORT).states[state].title(spoken()), TONES[state])


def period_words(key: str) -> str:
    """`tháng 12/2020`, `quý IV/2020`, `năm 2020`."""
    year, _dash, part = key.partition("-")
    if part.startswith("Q"):
        roman = ("I", "II", "III", "IV")[int(part[1]) - 1]
        return _("quý %(quarter)s/%(year)s") % {"quarter": roman, "year": year}
    if part:
        return _("tháng %(month)s/%(year)s") % {"month": int(part), "year": year}
    return _("năm %(year)s") % {"year": year}


def level_words(level: str) -> str:
    """The level as it stands after a number: `3 trong 157 xã`."""
    return str(LEVELS.get(level, level))


def value_words(value: Decimal | None) -> str:
    """The number as it is read; empty where there is none."""
    if value is None:
        return ""
    digits = max(0, -int(value.normalize().as_tuple().exponent))
    return number_words(value, spoken(), min(digits, 6))


def typed_words(value: Decimal | None) -> str:
    """The number as one types it: without points between thousands, with a comma."""
    return "" if value is None else format(value, "f").replace(".", ",")


def fault_words(regime: Regime, fault: Fault) -> str:
    """What is wrong with a cell and what to do."""
    facts = {name: _said(value) for name, value in fault.facts.items()}
    if fault.kind is FaultKind.CHECK and fault.check:
        facts["left"] = in_titles(regime, fault.check.left)
        facts["right"] = in_titles(regime, fault.check.right)
        facts["rule"] = fault.check.words(spoken())
    return str(fault.kind.label).format(**facts)


def in_titles(regime: Regime, formula: str) -> str:
    """The formula with the titles of its cells for their names."""
    words = formula.split()
    titles: Mapping[str, str] = {cell.id: f"“{cell.title(spoken())}”" for cell in regime.cells}
    signs = {"*": "×", "/": "÷", "-": "−"}
    return " ".join(titles.get(word, signs.get(word, word)) for word in words)


def _said(value: object) -> str:
    return value_words(value) if isinstance(value, Decimal) else str(value)
