"""All procedures and their fees as dated law, and finding one by plain words."""

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from nentang.kernel.law import Law, Rule, load_law
from nentang.kernel.text import fold

from .fees import FeeSchedule, parse_fees
from .procedure import Procedure, parse_procedure

T = TypeVar("T")
LAW = Path(__file__).parents[1] / "law"
GOOD_ENOUGH = 62


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The laws of all procedures by code, and of the fees where known."""

    procedures: dict[str, Law[Procedure]]
    fees: dict[str, Law[FeeSchedule]]

    def rule_on(self, code: str, on: date) -> Rule[Procedure] | None:
        """The rule of that procedure on that day, or None."""
        law = self.procedures.get(code)
        return _rule(law, on) if law else None

    def fees_on(self, code: str, on: date) -> Rule[FeeSchedule] | None:
        """The fee rule of that procedure on that day, or None where the fee is not known."""
        law = self.fees.get(code)
        return _rule(law, on) if law else None

    def on(self, day: date) -> list[Rule[Procedure]]:
        """All procedures in force on a day: whole ones first, then by name."""
        rules = [rule for law in self.procedures.values() if (rule := _rule(law, day))]
        return sorted(rules, key=lambda rule: (not rule.value.is_whole, fold(rule.value.name.vi)))


@cache
def catalogue() -> Catalogue:
    """The catalogue, read once; LawUnreadable names a file that must be mended."""
    return Catalogue(
        procedures={
            path.stem: load_law(path, partial(parse_procedure, path.stem))
            for path in sorted(LAW.glob("procedures/*.yaml"))
        },
        fees={path.stem: load_law(path, parse_fees) for path in sorted(LAW.glob("fees/*.yaml"))},
    )


def search(words: str, on: date) -> list[Rule[Procedure]]:
    """Procedures that answer to words as people say them, best first; marks and slips forgiven."""
    needle = fold(words)
    if not needle:
        return catalogue().on(on)
    scored = [(_score(needle, rule.value), rule) for rule in catalogue().on(on)]
    return [
        rule for score, rule in sorted(scored, key=lambda pair: -pair[0]) if score >= GOOD_ENOUGH
    ]


def _score(needle: str, procedure: Procedure) -> float:
    if needle == procedure.code:
        return 300
    phrases = [*procedure.keywords.split(","), procedure.name.vi, procedure.name.en]
    return max(_likeness(needle, fold(phrase)) for phrase in phrases)


def _likeness(needle: str, phrase: str) -> float:
    """0 to 200: a phrase that holds the words, or is held by them, comes before one that is like them."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - heavy

    likeness = ratio(needle, phrase)
    return 100 + likeness if phrase in needle or needle in phrase else likeness


def _rule(law: Law[T], on: date) -> Rule[T] | None:
    return next((rule for rule in law.rules if on in rule.period), None)
