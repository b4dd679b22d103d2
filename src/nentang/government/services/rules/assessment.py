"""Nine criteria of the one-stop shop (2, 1 or 0 points) and five groups of the service index, as rules.

Circular 01/2018/TT-VPCP article 13; Decision 766/QĐ-TTg. What cannot be computed from dossiers is said to be
unknown and counts nowhere.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.catalogue.public import Bilingual
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

LAW = Path(__file__).parents[1] / "law" / "assessment.yaml"
MOST_EACH = 2


class Criterion(Frozen):
    """One of the nine. `kind`: the mean over dossiers, one figure of a body, or unknown here."""

    number: int
    kind: str
    name: Bilingual


class Group(Frozen):
    """A group of the service index: points at the most, and how many of them are computed here."""

    code: str
    most: int
    known: int
    name: Bilingual


class Terms(Frozen):
    """The criteria, the groups and the shares (in %) that two criteria ask for."""

    at_once_share: int
    higher_level_share: int
    online_share: int
    some_online_share: int
    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...]


class Figures(Frozen):
    """What a body did in a period: counts of decided dossiers, and shares from 0 to 1."""

    decided: int
    on_time: int
    digital: int
    online: int
    online_late: int
    procedures: int
    procedures_at_once: int
    higher_level: float
    stars: float | None


class Score(Frozen):
    """Points out of `most`, from so many dossiers; None where they are not known."""

    points: float | None
    most: int
    count: int = 0


def terms_on(day: date) -> Rule[Terms]:
    """The rule in force on that day."""
    return _law().rule_on(day)


def done_at_once(figures: Figures, terms: Terms) -> Score:
    """Criterion 5: every dossier comes in at the one-stop shop; procedures decided there on the spot add."""
    if not figures.procedures:
        return Score(None, MOST_EACH)
    share = 100 * figures.procedures_at_once / figures.procedures
    return Score(2 if share >= terms.at_once_share else 1, MOST_EACH, figures.decided)


def provided_online(figures: Figures, terms: Terms) -> Score:
    """Criterion 9: procedures at a higher level, dossiers that came online, none of these late."""
    if not figures.decided:
        return Score(None, MOST_EACH)
    share = 100 * figures.online / figures.decided
    is_full = 100 * figures.higher_level >= terms.higher_level_share and not figures.online_late
    points = 0
    if share >= terms.online_share and is_full:
        points = 2
    elif share >= terms.some_online_share:
        points = 1
    return Score(points, MOST_EACH, figures.decided)


def group_score(group: Group, figures: Figures) -> Score:
    """The points of a group that are known here: the share of what went well, times those points."""
    shares = {
        "progress": _share(figures.on_time, figures.decided),
        "digitisation": _share(figures.digital, figures.decided),
        "online": _share(figures.online, figures.decided),
        "satisfaction": figures.stars,
    }
    share = shares.get(group.code)
    points = None if share is None or not group.known else round(share * group.known, 2)
    return Score(points, group.known or group.most, figures.decided)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@cache
def _law() -> Law[Terms]:
    return load_law(LAW, _terms)


def _terms(value: Mapping[str, Any]) -> Terms:
    named = {"criteria": Criterion, "groups": Group}
    lists = {
        key: tuple(kind(**{**each, "name": Bilingual(**each["name"])}) for each in value[key])
        for key, kind in named.items()
    }
    return Terms(**{**value, **lists})
