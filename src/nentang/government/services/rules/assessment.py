"""Nine criteria of the one-stop shop (2, 1 or 0 points) and five groups of the service index, as rules.

Circular 01/2018/TT-VPCP article 13; Decision 766/QĐ-TTg. What nothing here tells is said to be unknown and
counts nowhere: neither among the points nor among what could have been had.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.catalogue.public import Bilingual
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "assessment.yaml"
MOST_EACH = 2
ONLINE = 9


class EvidenceTerms(Frozen):
    """From what points are counted, in words, and what it means that there is nothing to count."""

    name: str
    counts: Bilingual
    unknown: Bilingual


class Criterion(Frozen):
    """One of the nine. With `two` and `one` it gives points from these shares (%) on, else the mean."""

    number: int
    evidence: str
    name: Bilingual
    two: int | None = None
    one: int | None = None
    is_ours: bool = False


class Part(Frozen):
    """A part of a group: the points for all that went well. `is_ours`: the act's own split is not known."""

    evidence: str
    most: int
    is_ours: bool = False


class Group(Frozen):
    """A group of the service index: points at the most, and its parts."""

    code: str
    most: int
    name: Bilingual
    parts: tuple[Part, ...]


class Terms(Frozen):
    """The criteria, the groups, the evidence of both, and the shares (%) that criterion 9 asks for."""

    higher_level_share: int
    online_share: int
    some_online_share: int
    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...]
    evidence: dict[str, EvidenceTerms]


class Tally(Frozen):
    """What a body's evidence adds up to: `total` of at most `most` for each of `count`."""

    total: float
    count: int
    most: int = 1

    @property
    def mean(self) -> float:
        """The mean of each; there must be some."""
        return self.total / self.count

    @property
    def share(self) -> float:
        """The mean as a share of the most, from 0 to 1."""
        return self.mean / self.most


class Online(Frozen):
    """What criterion 9 looks at: shares from 0 to 1, and dossiers that came online and were late."""

    higher_level: float
    dossiers: float
    late: int


class Score(Frozen):
    """Points out of `most`, from so much evidence; None where they are not known."""

    points: float | None
    most: int
    count: int = 0


def terms_on(day: date) -> Rule[Terms]:
    """The rule in force on that day."""
    return _law().rule_on(day)


def criterion_score(criterion: Criterion, tally: Tally | None) -> Score:
    """The points of a criterion: the mean of its evidence, or by the shares that it asks for."""
    if tally is None or not tally.count:
        return Score(None, MOST_EACH)
    if criterion.two is None or criterion.one is None:
        return Score(tally.mean, MOST_EACH, tally.count)
    percent = round(100 * tally.share, 6)
    points = 2 if percent >= criterion.two else 1 if percent >= criterion.one else 0
    return Score(points, MOST_EACH, tally.count)


def online_score(terms: Terms, tally: Tally | None, online: Online) -> Score:
    """Criterion 9: procedures at a higher level, dossiers that came online, none of these late."""
    if tally is None or not tally.count:
        return Score(None, MOST_EACH)
    share = 100 * online.dossiers
    is_full = 100 * online.higher_level >= terms.higher_level_share and not online.late
    points = 0
    if share >= terms.online_share and is_full:
        points = 2
    elif share >= terms.some_online_share:
        points = 1
    return Score(points, MOST_EACH, tally.count)


def part_score(part: Part, tally: Tally | None) -> Score:
    """The points of a part: what went well of all, times its most."""
    if tally is None or not tally.count:
        return Score(None, part.most)
    return Score(round(part.most * tally.share, 2), part.most, tally.count)


def sum_of(scores: Iterable[Score]) -> Score:
    """The known ones together, out of what these could have given; unknown where none is known."""
    known = [(each.points, each) for each in scores if each.points is not None]
    if not known:
        return Score(None, 0)
    most = sum(each.most for _points, each in known)
    return Score(round(sum(points for points, _each in known), 2), most, len(known))


@cache
def _law() -> Law[Terms]:
    return load_law(LAW, _terms)


def _terms(value: Mapping[str, Any]) -> Terms:
    criteria = tuple(Criterion(**_named(each)) for each in value["criteria"])
    groups = tuple(
        Group(**{**_named(each), "parts": tuple(Part(**part) for part in each["parts"])})
        for each in value["groups"]
    )
    evidence = {each["name"]: _evidence(each) for each in value["evidence"]}
    return Terms(**{**value, "criteria": criteria, "groups": groups, "evidence": evidence})


def _named(value: Mapping[str, Any]) -> dict[str, Any]:
    return {**value, "name": Bilingual(**value["name"])}


def _evidence(value: Mapping[str, Any]) -> EvidenceTerms:
    counts, unknown = (Bilingual(**value[key]) for key in ("counts", "unknown"))
    return EvidenceTerms(value["name"], counts, unknown)
