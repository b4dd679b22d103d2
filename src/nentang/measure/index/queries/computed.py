"""What is known of units without asking them: indicators over facts, and the service index over dossiers."""

from collections.abc import Iterable
from datetime import date, datetime, time
from fractions import Fraction
from urllib.parse import urlencode

from django.urls import reverse

from nentang.foundation.organizations.public import (
    UnitInfo,
    find_organization_for,
    search_organizations,
)
from nentang.government.services.public import Assessment, Span, assess_groups, terms_on
from nentang.kernel.clock import at_local
from nentang.kernel.frozen import Frozen
from nentang.measure.index.rules.framework import Framework, Missing, Node, Source
from nentang.measure.index.rules.reckoning import Reckoned, reckon
from nentang.measure.index.rules.scoring import Answer
from nentang.measure.index.rules.spans import YearSpan
from nentang.measure.indicators.public import Sum, lineage, parts_of, tree_on, values_of

MOST_BODIES = 5000
Counted = dict[str, Sum]


class Measured(Frozen):
    """A unit with what was counted of it, by indicator, and what that comes to."""

    unit: UnitInfo
    counted: Counted
    whole: Reckoned

    @property
    def answers(self) -> dict[str, Answer]:
        """Shares by what was counted."""
        return answers_of(self.counted)


def answers_of(counted: Counted) -> dict[str, Answer]:
    """Exact shares of what was counted."""
    return {
        code: min(Fraction(each.numerator) / Fraction(each.denominator), Fraction(1))
        for code, each in counted.items()
        if each.denominator
    }


def reckon_counted(framework: Framework, counted: Counted) -> Reckoned:
    """What is counted alone comes to; what is not known is left out, and told by the coverage."""
    known = answers_of(counted)
    inputs = {
        node.code: known[node.indicator]
        for node in framework.leaves
        if is_counted(node) and node.indicator in known
    }
    return reckon(framework, inputs, missing=Missing.LEAVE_OUT)


def is_counted(node: Node) -> bool:
    """Whether the node is counted here."""
    return node.source in (Source.COMPUTED, Source.REGISTER)


def computed_of(
    framework: Framework, unit: UnitInfo, span: YearSpan, *, at: datetime, on: date
) -> Measured:
    """One unit, with all that lies in it on day `on`."""
    last = span.ends(on)
    counted = values_of(_indicators(framework), unit.code, first=span.first, last=last, on=on)
    if _registers(framework):
        found = _assessed(framework, [unit], unit.code, span, at=at, on=on)
        counted = {**counted, **found.get(unit.code, {})}
    return Measured(unit, counted, reckon_counted(framework, counted))


def computed_below(
    framework: Framework, within: str, span: YearSpan, *, at: datetime, on: date
) -> list[Measured]:
    """The units of day `on` directly below that one (provinces below the nation), best first, unknown last."""
    tree = tree_on(on)
    units = tree.parts_of(within)
    counted: dict[str, Counted] = {unit.code: {} for unit in units}
    for code in _indicators(framework):
        for part in parts_of(code, within, first=span.first, last=span.ends(on), on=on):
            counted[part.unit.code][code] = part.sum
    if _registers(framework):
        for unit_code, own in _assessed(framework, units, within, span, at=at, on=on).items():
            counted[unit_code] |= own
    found = [
        Measured(unit, counted[unit.code], reckon_counted(framework, counted[unit.code]))
        for unit in units
    ]
    return sorted(found, key=lambda each: (each.whole.share is None, -(each.whole.share or 0)))


def _indicators(framework: Framework) -> list[str]:
    return list(dict.fromkeys(n.indicator for n in framework.leaves if n.source is Source.COMPUTED))


def _registers(framework: Framework) -> bool:
    return any(node.source is Source.REGISTER for node in framework.leaves)


def _assessed(
    framework: Framework,
    units: Iterable[UnitInfo],
    within: str,
    span: YearSpan,
    *,
    at: datetime,
    on: date,
) -> dict[str, Counted]:
    """The service index of each unit with all bodies in it, as counts above and below the line."""
    day = span.ends(on)
    wanted = {unit.code for unit in units}
    parent = tree_on(day).parent
    committee = find_organization_for(within, day) if within else None
    bodies = search_organizations(
        "", day, within_id=committee.id if committee else None, limit=MOST_BODIES
    )
    group_of = {
        body.id: own for body in bodies for own in lineage(body.unit_code, parent) if own in wanted
    }
    levels = {body.id: str(body.level) for body in bodies if body.id in group_of}
    since, until = (at_local(each, time()) for each in (span.first, _day_after(span.last)))
    rule = terms_on(day)
    found = assess_groups(rule.value, span=Span(since, until, at), levels=levels, group_of=group_of)
    return {code: _as_sums(framework, each) for code, each in found.items()}


def _as_sums(framework: Framework, assessed: Assessment) -> Counted:
    """Points over the most, by what the framework calls each part or criterion."""
    if framework.family == "nine_criteria":
        return {
            str(number): Sum(score.points, score.most)
            for number, score in assessed.criteria.items()
            if score.points is not None
        }
    return {
        each.part.evidence: Sum(each.score.points, each.score.most)
        for parts in assessed.groups.values()
        for each in parts
        if each.score.points is not None
    }


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def evidence_url(node: Node, unit_code: str, span: YearSpan) -> str:
    """Where the number opens to its facts, or to the bodies' assessment."""
    if node.source is Source.REGISTER:
        return f"{reverse('services:assessments')}?nam={span.year}"
    words = {"don-vi": unit_code, "chi-so": node.indicator, "nam": span.year}
    return f"{reverse('indicators:facts')}?{urlencode(words)}"


def bodies_with_sheets(units: Iterable[UnitInfo], on: date) -> dict[int, UnitInfo]:
    """The committees of those units, by identifier."""
    found = ((find_organization_for(unit.code, on), unit) for unit in units)
    return {body.id: unit for body, unit in found if body is not None}
