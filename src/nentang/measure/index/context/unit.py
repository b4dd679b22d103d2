"""A unit's sheet: claimed beside counted beside published, every number open; what changed, and why."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.urls import reverse

from nentang.foundation.organizations.public import UnitInfo, UnitNotFound
from nentang.kernel.frozen import Frozen
from nentang.measure.index.models import Result, Sheet
from nentang.measure.index.queries import (
    Known,
    Measured,
    computed_of,
    evidence_url,
    latest_result,
    lines_of,
    published_of,
    report_of,
)
from nentang.measure.index.queries.computed import is_counted
from nentang.measure.index.queries.sheets import measured
from nentang.measure.index.rules.decomposition import (
    FACTORS,
    Standing,
    adding_up,
    decompose,
    share_by,
)
from nentang.measure.index.rules.detectors import Finding, findings
from nentang.measure.index.rules.framework import Framework, Node, law_of, rule_for
from nentang.measure.index.rules.reckoning import Reckoned
from nentang.measure.index.rules.spans import FIRST_YEAR, YearSpan
from nentang.measure.indicators.public import Sum, tree_on
from nentang.measure.indicators.public import differ as is_two_level

from .board import frame
from .choice import Choice, span_words
from .words import FACTOR_WORDS, finding_words

DIGITS = 4


class NodeRow(Frozen):
    """A node with its three shares, how deep it lies, and where its number opens."""

    node: Node
    depth: int
    claimed: Fraction | None
    computed: Fraction | None
    published: Fraction | None
    coverage: Fraction
    facts_url: str
    counted: Sum | None = None

    @property
    def difference(self) -> Fraction | None:
        """Claimed less counted."""
        if self.claimed is None or self.computed is None:
            return None
        return self.claimed - self.computed


class Change(Frozen):
    """What changed since another span, part by part, rounded so that the parts add up."""

    since: str
    before: Fraction
    after: Fraction
    whole: Fraction
    parts: list[tuple[object, object, Fraction]]


def unit_sheet(choice: Choice, unit_code: str) -> dict[str, Any]:
    """Everything on the page; UnitNotFound."""
    unit = tree_on(choice.on).find(unit_code)
    if unit is None:
        raise UnitNotFound(code=unit_code, day=f"{choice.on:%d/%m/%Y}")
    found = measured_of(choice, unit)
    result = None if choice.span.half else latest_result(choice.family, choice.span.year, unit.code)
    if result and result.publication.round.year and choice.is_trial:
        result = None
    return {
        **frame(choice, unit),
        "whole": found.whole,
        "result": result,
        "rows": _rows(found, result, choice),
        "press": _press(choice, unit),
        "change": _change(choice, unit),
        "findings": public_findings(choice, result),
        "trend_url": f"{reverse('index:trend', args=[unit.code])}?khung={choice.family}",
        "siblings_url": choice.url("index:board", within=unit.parent_code),
    }


def measured_of(choice: Choice, unit: UnitInfo) -> Measured:
    """What was counted of the unit in the chosen span."""
    return computed_of(choice.framework, unit, choice.span, at=choice.at, on=choice.on)


def _rows(found: Measured, result: Result | None, choice: Choice) -> list[NodeRow]:
    nodes = result.nodes if result else {}
    return [
        row
        for reckoned, depth in _flat(found.whole, 0)
        if (row := _row(reckoned, depth, nodes.get(reckoned.node.code), found, choice)) is not None
    ]


def _flat(whole: Reckoned, depth: int) -> list[tuple[Reckoned, int]]:
    return [(whole, depth), *(each for part in whole.parts for each in _flat(part, depth + 1))]


def _row(
    reckoned: Reckoned,
    depth: int,
    three: list[str | None] | None,
    found: Measured,
    choice: Choice,
) -> NodeRow:
    claimed, _computed, published = (
        (Fraction(each) if each else None for each in three) if three else (None, None, None)
    )
    node = reckoned.node
    counted = found.counted.get(node.indicator) if is_counted(node) else None
    opens = is_counted(node) and reckoned.share is not None
    return NodeRow(
        node,
        depth,
        claimed,
        reckoned.share,
        published,
        reckoned.coverage,
        evidence_url(node, found.unit.code, choice.span) if opens else "",
        counted if counted and counted.denominator else None,
    )


def _press(choice: Choice, unit: UnitInfo) -> list[Known]:
    return [] if choice.span.half else published_of(choice.family, choice.span.year, unit.full_name)


def _change(choice: Choice, unit: UnitInfo) -> Change | None:
    """Since the span before, each by its own rule and within its own boundaries."""
    before = choice.span.before
    held = rule_for(law_of(choice.family), before.year)
    if before.year < FIRST_YEAR or held is None:
        return None
    old_day = before.ends(choice.today)
    try:
        old_unit = tree_on(old_day).find(unit.code)
    except UnitNotFound:
        return None
    if old_unit is None:
        return None
    old = _standing(choice, held.value, before, (old_unit, old_day), (unit, choice.on))
    new = _standing(choice, choice.framework, choice.span, (unit, choice.on), (old_unit, old_day))
    parts = decompose(old, new)
    if parts is None:
        return None
    shown = adding_up(parts, DIGITS)
    return Change(
        span_words(before),
        share_by(old.framework, old.known) or Fraction(0),
        share_by(new.framework, new.known) or Fraction(0),
        sum(shown.values(), Fraction(0)),
        [(*FACTOR_WORDS[name], shown[name]) for name in FACTORS],
    )


Place = tuple[UnitInfo, date]


def _standing(
    choice: Choice, framework: Framework, span: YearSpan, own: Place, other: Place
) -> Standing:
    """What is known of the span within its own boundaries and within the other's."""
    known = computed_of(framework, own[0], span, at=choice.at, on=own[1]).answers
    if (own[0].code, is_two_level(own[1])) == (other[0].code, is_two_level(other[1])):
        return Standing(framework, known, known)
    within_other = computed_of(framework, other[0], span, at=choice.at, on=other[1]).answers
    return Standing(framework, known, within_other or known)


def public_findings(choice: Choice, result: Result | None) -> list[tuple[Finding, str]]:
    """What detectors saw in a sheet whose results are published."""
    if result is None:
        return []
    sheet = (
        Sheet.objects.select_related("round", "organization")
        .filter(round=result.publication.round, unit_code=result.unit_code)
        .first()
    )
    return sheet_findings(sheet, choice.at) if sheet else []


def sheet_findings(sheet: Sheet, at: datetime) -> list[tuple[Finding, str]]:
    """What detectors see in a sheet, in words."""
    found = measured(sheet, at=at)
    report = report_of(sheet, lines_of(sheet, found), found, at=at)
    return [(each, finding_words(each)) for each in findings(report)]
