"""How bodies did: nine criteria and five groups, from all evidence that this installation has."""

from collections.abc import Mapping

from nentang.government.services.registry import Evidence, EvidenceRow, Span, evidence_of_others
from nentang.government.services.rules.assessment import (
    ONLINE,
    Criterion,
    Online,
    Part,
    Score,
    Tally,
    Terms,
    criterion_score,
    online_score,
    part_score,
    sum_of,
)
from nentang.kernel.frozen import Frozen

from . import dossier_evidence, procedure_evidence

Tallies = Mapping[str, Mapping[int, Tally]]


class PartScore(Frozen):
    """A part of a group with its points."""

    part: Part
    score: Score


class Assessment(Frozen):
    """A body in a period: the nine criteria by number, the parts of the groups by group."""

    organization_id: int
    decided: int
    criteria: dict[int, Score]
    groups: dict[str, tuple[PartScore, ...]]

    @property
    def criteria_sum(self) -> Score:
        """The points of the nine that are known, of what these could have given."""
        return sum_of(self.criteria.values())

    @property
    def group_sums(self) -> dict[str, Score]:
        """Each group's known points, of what its known parts could have given."""
        return {code: sum_of(each.score for each in parts) for code, parts in self.groups.items()}

    @property
    def index(self) -> Score:
        """The known points of the service index, of what the known parts could have given."""
        return sum_of(self.group_sums.values())


def assess(terms: Terms, *, span: Span, levels: Mapping[int, str]) -> dict[int, Assessment]:
    """Each body of `levels` (level by identifier) that decided any dossier in that time.

    The same few queries however many bodies and dossiers.
    """
    tallies: dict[str, Mapping[int, Tally]] = {}
    for source in _sources():
        tallies.update(source.tallies(levels, span))
    return {
        body: _assessment(body, time.count, tallies, terms)
        for body, time in tallies["time"].items()
    }


def assess_groups(
    terms: Terms, *, span: Span, levels: Mapping[int, str], group_of: Mapping[int, str]
) -> dict[str, Assessment]:
    """Bodies by group, each group as if it were one body; those without a decided dossier add what they have.

    Its `organization_id` is 0. The same few queries however many bodies.
    """
    found: dict[str, Mapping[int, Tally]] = {}
    for source in _sources():
        found.update(source.tallies(levels, span))
    grouped: dict[str, dict[str, Tally]] = {}
    for name, by_body in found.items():
        for body, tally in by_body.items():
            own = grouped.setdefault(group_of[body], {})
            before = own.get(name)
            own[name] = tally if before is None else _added(before, tally)
    decided = {group for group, own in grouped.items() if "time" in own and own["time"].count}
    return {
        group: _assessment(
            0, own["time"].count, {name: {0: tally} for name, tally in own.items()}, terms
        )
        for group, own in grouped.items()
        if group in decided
    }


def _added(first: Tally, second: Tally) -> Tally:
    return Tally(first.total + second.total, first.count + second.count, first.most)


def evidence_behind(
    name: str, body: int, level: str, *, span: Span, after: int = 0, limit: int = 50
) -> list[EvidenceRow]:
    """What is behind the points of that evidence, the fewest points first, `after` so many."""
    found = next((each for each in _sources() if name in each.names), None)
    return found.rows(name, body, level, span, after=after, limit=limit) if found else []


def _sources() -> list[Evidence]:
    return [dossier_evidence.EVIDENCE, procedure_evidence.EVIDENCE, *evidence_of_others()]


def _assessment(body: int, decided: int, tallies: Tallies, terms: Terms) -> Assessment:
    own = {name: by_body.get(body) for name, by_body in tallies.items()}
    return Assessment(
        body,
        decided,
        {each.number: _criterion(each, own, terms) for each in terms.criteria},
        {
            group.code: tuple(
                PartScore(part, part_score(part, own.get(part.evidence))) for part in group.parts
            )
            for group in terms.groups
        },
    )


def _criterion(criterion: Criterion, own: Mapping[str, Tally | None], terms: Terms) -> Score:
    tally = own.get(criterion.evidence)
    if criterion.number != ONLINE or tally is None:
        return criterion_score(criterion, tally)
    late, higher = own.get("late_online"), own.get("higher_level")
    online = Online(
        higher_level=higher.share if higher and higher.count else 0.0,
        dossiers=tally.share if tally.count else 0.0,
        late=int(late.total) if late else 0,
    )
    return online_score(terms, tally, online)
