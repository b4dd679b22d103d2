"""A framework: pillars, main indicators, components and criteria as one tree, read from dated law.

What an act says and nobody published here is a part of which only the number is known (`hidden`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

from .scoring import (
    CappedRatio,
    GoalPosts,
    Grade,
    Inverse,
    MinMax,
    Rank,
    Ratio,
    Steps,
    Sum,
    YesNo,
    ZScore,
)
from .scoring import Rule as ScoringRule

FOLDER = Path(__file__).parents[1] / "law"
RULES: dict[str, Callable[..., ScoringRule]] = {
    "ratio": Ratio,
    "yes_no": YesNo,
    "min_max": MinMax,
    "z_score": ZScore,
    "rank": Rank,
    "capped_ratio": CappedRatio,
    "sum": Sum,
    "inverse": Inverse,
    "goalposts": GoalPosts,
}
_NUMBER = re.compile(
    r"[+-]?\d{0,20}\.?\d{0,20}(e[+-]?\d{1,2})?(/\d{1,20})?", re.IGNORECASE | re.ASCII
)
FAMILIES = (
    "dti_province",
    "dti_ministry",
    "dti_nation",
    "service_index",
    "nine_criteria",
    "egdi",
    "gci",
)


class Source(StrEnum):
    """Where a value comes from."""

    COMPUTED = "computed"
    REGISTER = "register"
    REPORTED = "reported"
    SURVEY = "survey"
    EXTERNAL = "external"
    NOT_PUBLIC = "not_public"


class Aggregation(StrEnum):
    """How parts become a whole."""

    WEIGHTED = "weighted"
    EQUAL = "equal"
    GEOMETRIC = "geometric"


class Missing(StrEnum):
    """What becomes of a part without a value."""

    ZERO = "zero"
    LEAVE_OUT = "leave_out"
    UNKNOWN = "unknown"


class Words(Frozen):
    """A text in both languages."""

    vi: str
    en: str


class Node(Frozen):
    """The index itself, a pillar, a main indicator, a component or a criterion.

    `most` is its points where the act gives points; `weight` its weight among its siblings (its points
    where none is given). `hidden` parts exist in the act and their text is not known here. `is_ours`: the
    rule or the weight is this system's, not the act's. `asks` says in words what is to be entered.
    """

    code: str
    name: Words
    level: str
    most: Fraction | None = None
    weight: Fraction | None = None
    aggregation: Aggregation = Aggregation.WEIGHTED
    missing: Missing = Missing.UNKNOWN
    rule: ScoringRule | None = None
    source: Source = Source.NOT_PUBLIC
    indicator: str = ""
    answered_by: str = ""
    appraised_by: str = ""
    asks: Words | None = None
    needs_evidence: bool = True
    hidden: int = 0
    is_ours: bool = False
    aliases: tuple[str, ...] = ()
    parts: tuple["Node", ...] = ()

    @property
    def own_weight(self) -> Fraction:
        """Its weight among its siblings; 1 where the act says nothing."""
        if self.weight is not None:
            return self.weight
        return Fraction(1) if self.most is None else self.most

    def all(self) -> Iterator["Node"]:
        """Itself, then everything below it."""
        yield self
        for part in self.parts:
            yield from part.all()


class Group(Frozen):
    """A pillar that shares main indicators with others; its value is the mean of these by points."""

    code: str
    name: Words
    parts: tuple[str, ...]
    is_hypothesis: bool = False


class Framework(Frozen):
    """A framework as it holds from a year on. `scale`: what the whole is worth when shown."""

    family: str
    title: Words
    first_year: int
    scale: Fraction
    digits: int
    given_in: str
    units: str
    root: Node
    groups: tuple[Group, ...] = ()
    notes: tuple[Words, ...] = ()

    def node(self, code: str) -> Node | None:
        """The node of that code or alias."""
        return by_name(self).get(code)

    @property
    def leaves(self) -> tuple[Node, ...]:
        """Nodes without parts."""
        return tuple(each for each in self.root.all() if not each.parts)


def by_name(framework: Framework) -> dict[str, Node]:
    """Nodes by code and by each alias."""
    return {
        name: node for node in framework.root.all() for name in (node.code, *node.aliases) if name
    }


@cache
def law_of(family: str) -> Law[Framework]:
    """All that ever held of a family, earliest first."""
    return load_framework(FOLDER / f"{family}.yaml")


def load_framework(path: Path) -> Law[Framework]:
    """A family from a file of its own."""
    return load_law(path, lambda value: parse_framework(path.stem, value))


def rule_for(law: Law[Framework], year: int) -> Rule[Framework] | None:
    """The rule by which that year is measured: the latest whose first year is not after it."""
    held = [rule for rule in law.rules if rule.value.first_year <= year]
    return held[-1] if held else None


def parse_framework(family: str, value: Mapping[str, Any]) -> Framework:
    """The framework in one rule of a law file."""
    return Framework(
        family=family,
        title=Words(**value["title"]),
        first_year=value["first_year"],
        scale=fraction(value.get("scale", 1)),
        digits=value.get("digits", 4),
        given_in=value.get("given_in", "share"),
        units=value["units"],
        root=_node({"code": "index", "name": value["title"], "level": "index", **value["tree"]}),
        groups=tuple(
            Group(
                each["code"],
                Words(**each["name"]),
                tuple(each["parts"]),
                each.get("is_hypothesis", False),
            )
            for each in value.get("groups", ())
        ),
        notes=tuple(Words(**each) for each in value.get("notes", ())),
    )


def _node(value: Mapping[str, Any]) -> Node:
    known = dict(value)
    for name in ("most", "weight"):
        if name in known:
            known[name] = fraction(known[name])
    for name, make in (("aggregation", Aggregation), ("missing", Missing), ("source", Source)):
        if name in known:
            known[name] = make(known[name])
    known["name"] = Words(**known["name"])
    if "asks" in known:
        known["asks"] = Words(**known["asks"])
    if "rule" in known:
        known["rule"] = parse_rule(known["rule"])
    known["aliases"] = tuple(known.get("aliases", ()))
    known["parts"] = tuple(_node(each) for each in known.get("parts", ()))
    return Node(**known)


def parse_rule(value: Mapping[str, Any] | str) -> ScoringRule:
    """A scoring rule: a name, or a mapping with `kind` and what the rule needs."""
    words: dict[str, Any] = {"kind": value} if isinstance(value, str) else dict(value)
    kind = words.pop("kind")
    if kind == "steps":
        pairs = sorted((fraction(least), fraction(share)) for least, share in words["steps"])
        return Steps(tuple(pairs))
    if kind == "grade":
        return Grade({name: fraction(share) for name, share in words["grades"].items()})
    if kind not in RULES:
        raise ValueError(f"no scoring rule {kind}")
    return RULES[kind](**{name: fraction(each) for name, each in words.items()})


def fraction(value: Any) -> Fraction:
    """Exactly what was written: `.4` is two fifths, `1/3` a third. ValueError, also for what has no end of digits."""
    text = str(value)
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"no number: {text[:40]}")
    return Fraction(text)
