"""Law as data: what held on a day, by which act and article.

A law file is YAML:

    title: Giờ chốt nhận hồ sơ trong ngày
    rules:
      - valid_from: 2018-06-21
        valid_to: 2025-07-01      # left out: still in force
        act: Nghị định 61/2018/NĐ-CP
        article: Điều 17
        source: văn bản pháp điển, đọc 11/2026
        verified: false           # left out: true
        value: {...}              # handed to the typed parser

Rules may neither overlap nor leave days between them, and each names its act, article and source.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from nentang.kernel.frozen import Frozen

from .errors import NotFound
from .periods import Period, gap, overlapping
from .yaml_file import read_yaml

T = TypeVar("T")


class LawUnreadable(ValueError):
    """A law file that must not be loaded; the text names the file and what to mend."""


class NothingInForce(NotFound):
    """No rule of this law holds on that day."""

    code = "kernel.nothing_in_force"
    message = "Chưa có quy định “{title}” cho ngày {day}."


class Rule(Frozen, Generic[T]):
    """One rule, the days on which it holds, and where it is written."""

    value: T
    period: Period
    act: str
    article: str
    source: str
    verified: bool

    @property
    def citation(self) -> str:
        """`Điều 17, Nghị định 61/2018/NĐ-CP`."""
        return f"{self.article}, {self.act}" if self.article else self.act


class Law(Frozen, Generic[T]):
    """All rules on one matter, earliest first."""

    title: str
    rules: tuple[Rule[T], ...]

    def rule_on(self, day: date) -> Rule[T]:
        """The rule in force on that day; NothingInForce where there is none."""
        for rule in self.rules:
            if day in rule.period:
                return rule
        raise NothingInForce(title=self.title, day=day.isoformat())

    def in_force(self, *, on: date) -> T:
        """What held on that day."""
        return self.rule_on(on).value


def load_law(path: Path, parse: Callable[[Mapping[str, Any]], T]) -> Law[T]:
    """The law in a file, each value through `parse`; LawUnreadable says what to mend."""
    try:
        document = read_yaml(path)
    except ValueError as error:
        raise LawUnreadable(f"{path.name}: {error}") from error
    return law_from(path.name, document, parse)


def law_from(name: str, document: Any, parse: Callable[[Mapping[str, Any]], T]) -> Law[T]:
    """The same of a document that was read from that file."""
    try:
        rules = tuple(_rule(entry, parse) for entry in document["rules"])
        law = Law(title=document["title"], rules=tuple(sorted(rules, key=_start)))
        _refuse_gaps_and_overlaps(law)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise LawUnreadable(f"{name}: {error}") from error
    return law


def _rule(entry: Mapping[str, Any], parse: Callable[[Mapping[str, Any]], T]) -> Rule[T]:
    missing = [
        key for key in ("valid_from", "act", "article", "source", "value") if key not in entry
    ]
    if missing:
        raise ValueError(f"a rule lacks {', '.join(missing)}")
    return Rule(
        value=parse(entry["value"]),
        period=Period(entry["valid_from"], entry.get("valid_to")),
        act=entry["act"],
        article=entry["article"] or "",
        source=entry["source"],
        verified=entry.get("verified", True),
    )


def _refuse_gaps_and_overlaps(law: Law[T]) -> None:
    periods = [rule.period for rule in law.rules]
    if not periods:
        raise ValueError("no rules")
    if pair := overlapping(periods):
        raise ValueError(f"two rules hold at once from {pair[1].valid_from}")
    if pair := gap(periods):
        raise ValueError(f"nothing holds from {pair[0].valid_to} to {pair[1].valid_from}")


def _start(rule: Rule[T]) -> date:
    return rule.period.valid_from
