"""The ledger of the burden in words."""

from datetime import date
from typing import Any

from nentang.measure.reporting.queries import bodies_by_level
from nentang.measure.reporting.rules.burden import Ask, Ledger, Line, ledger
from nentang.measure.reporting.rules.regimes import regimes_on

from .words import level_words, spoken


def ledger_on(day: date) -> Ledger:
    """What the regimes of that day ask of the bodies of that day."""
    return ledger((rule.value for rule in regimes_on(day)), bodies_by_level(day))


def burden_context(day: date) -> dict[str, Any]:
    """What is asked twice, what it costs a year, which regimes there are."""
    found = ledger_on(day)
    total = found.typed + found.counted
    return {
        "twice": [_line(line) for line in found.twice],
        "typed": found.typed,
        "counted": found.counted,
        "share": found.counted / total if total else None,
        "bodies": sum(bodies_by_level(day).values()),
        "regimes": [
            {
                "title": rule.value.title(spoken()),
                "asked_by": rule.value.asked_by(spoken()),
                "period": rule.value.period.label,
                "levels": ", ".join(level_words(level) for level in rule.value.due),
                "cells": sum(cell.is_typed for cell in rule.value.cells),
                "from_facts": sum(cell.source is not None for cell in rule.value.cells),
                "is_connected": rule.value.is_connected,
                "rule": rule,
            }
            for rule in regimes_on(day, connected=False)
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "title": line.asks[0].cell.title(spoken()),
        "entries": line.typed_entries,
        "asks": [_ask(ask) for ask in line.asks],
    }


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "regime": ask.regime.title(spoken()),
        "asked_by": ask.regime.asked_by(spoken()),
        "cell": ask.cell.title(spoken()),
        "period": ask.regime.period.label,
        "levels": ", ".join(level_words(level) for level in ask.levels),
        "entries": ask.entries,
        "is_counted": ask.is_counted,
    }
