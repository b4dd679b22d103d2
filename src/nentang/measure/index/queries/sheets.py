"""A sheet put together: each criterion with what is claimed, what was counted, what was found; and three trees."""

from collections.abc import Mapping
from datetime import date, datetime, time
from fractions import Fraction

from msgspec.structs import replace

from nentang.foundation.facts.public import fact_rows
from nentang.foundation.organizations.public import UnitInfo, unit_as_of
from nentang.government.services.public import DOSSIER_SUBMITTED
from nentang.kernel.clock import at_local, legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.index.errors import FrameworkNotFound
from nentang.measure.index.models import Answer, Round, Sheet
from nentang.measure.index.rules.detectors import Arrival, Month, Report
from nentang.measure.index.rules.framework import Framework, Missing, Node, Source, law_of, rule_for
from nentang.measure.index.rules.reckoning import Reckoned, reckon
from nentang.measure.index.rules.scoring import AMONG, share_of
from nentang.measure.index.rules.scoring import Answer as Given
from nentang.measure.index.rules.spans import YearSpan
from nentang.measure.index.rules.tables import TableFault, read_answer
from nentang.measure.indicators.public import months_of, tree_on

from .computed import Measured, computed_of, evidence_url, is_counted

ONLINE, MOST_ARRIVALS = "services.online", 400
OPENS, CLOSES = time(7, 30), time(17)
ASKED = (Source.REPORTED, Source.COMPUTED, Source.REGISTER)


class Line(Frozen):
    """A criterion of a sheet; shares from 0 to 1, None where nothing is known."""

    node: Node
    answer: Answer | None
    claimed: Fraction | None
    computed: Fraction | None
    published: Fraction | None
    facts_url: str
    path: tuple[str, ...] = ()

    @property
    def difference(self) -> Fraction | None:
        """What is claimed less what was counted."""
        if self.claimed is None or self.computed is None:
            return None
        return self.claimed - self.computed


class Trees(Frozen):
    """The whole as the body claims it, as it was counted, and as it stands after appraisal."""

    claimed: Reckoned
    computed: Reckoned
    published: Reckoned


def framework_of(round_: Round) -> Framework:
    """The framework of a round; FrameworkNotFound where no rule holds for its year."""
    held = rule_for(law_of(round_.family), round_.year)
    if held is None:
        raise FrameworkNotFound(framework=round_.family, year=round_.year)
    return held.value


def unit_of(sheet: Sheet, at: datetime) -> UnitInfo:
    """The unit as it stood at the end of the year that is measured."""
    return unit_as_of(sheet.unit_code, YearSpan(sheet.round.year).ends(legal_day(at)))


def measured(sheet: Sheet, *, at: datetime) -> Measured:
    """What was counted of the body's unit in the year of the round."""
    span = YearSpan(sheet.round.year)
    on = span.ends(legal_day(at))
    return computed_of(framework_of(sheet.round), unit_of(sheet, at), span, at=at, on=on)


def lines_of(sheet: Sheet, found: Measured) -> list[Line]:
    """Every criterion that can be answered or is counted, in the order of the framework."""
    framework = framework_of(sheet.round)
    answers = {each.code: each for each in sheet.replies.prefetch_related("evidence__file")}
    known = found.answers
    span = YearSpan(sheet.round.year)
    return [
        _line(node, path, answers.get(node.code), known, framework, sheet.unit_code, span)
        for node, path in _with_paths(framework.root, ())
        if not node.parts and node.source in ASKED
    ]


def _with_paths(node: Node, path: tuple[str, ...]) -> list[tuple[Node, tuple[str, ...]]]:
    below = (*path, node.name.vi) if node.level != "index" else path
    return [(node, path), *(each for part in node.parts for each in _with_paths(part, below))]


def _line(
    node: Node,
    path: tuple[str, ...],
    answer: Answer | None,
    known: Mapping[str, Given],
    framework: Framework,
    unit_code: str,
    span: YearSpan,
) -> Line:
    computed = known.get(node.indicator) if is_counted(node) else None
    counted = computed if isinstance(computed, Fraction) else None
    said = share_said(node, answer.claimed if answer else "", framework)
    claimed = said if said is not None else counted
    appraised = share_said(node, answer.appraised if answer else "", framework)
    published = appraised if appraised is not None else counted
    url = evidence_url(node, unit_code, span) if is_counted(node) else ""
    return Line(node, answer, claimed, counted, published, url, path)


def share_said(node: Node, text: str, framework: Framework) -> Fraction | None:
    """The share that an answer gives; None for no answer, and for one that no longer fits."""
    if not text.strip():
        return None
    try:
        given = read_answer(node, text, framework, where=node.code)
    except TableFault:
        return None
    if node.rule is None or isinstance(node.rule, AMONG):
        return given if isinstance(given, Fraction) else None
    return share_of(node.rule, given)


def tree_of(framework: Framework, lines: list[Line], kind: str) -> Reckoned:
    """The whole of `claimed`, `computed` or `published` shares; what nobody knows is left out."""
    shares: dict[str, Given] = {}
    for line in lines:
        share = getattr(line, kind)
        if share is not None:
            shares[line.node.code] = share
    return reckon(_by_shares(framework), shares, missing=Missing.LEAVE_OUT)


def _by_shares(framework: Framework) -> Framework:
    """The same framework whose leaves take shares as they are."""

    def plain(node: Node) -> Node:
        return replace(node, rule=None, parts=tuple(map(plain, node.parts)))

    return replace(framework, root=plain(framework.root))


def trees_of(framework: Framework, lines: list[Line]) -> Trees:
    """All three."""
    return Trees(
        *(tree_of(framework, lines, kind) for kind in ("claimed", "computed", "published"))
    )


def report_of(sheet: Sheet, lines: list[Line], found: Measured, *, at: datetime) -> Report:
    """The sheet as detectors look at it."""
    span = YearSpan(sheet.round.year)
    on = span.ends(legal_day(at))
    months = months_of([ONLINE], sheet.unit_code, first=span.first, last=on, tree=tree_on(on))
    said = {
        line.node.code: float(line.claimed)
        for line in lines
        if line.claimed is not None and line.answer and line.answer.claimed
    }
    counted = {
        line.node.code: Month(sum_.numerator, sum_.denominator)
        for line in lines
        if line.computed is not None and (sum_ := found.counted.get(line.node.indicator))
    }
    return Report(
        unit=sheet.unit_code,
        claims=said,
        last_year=_last_year(sheet),
        counted=counted,
        months=[Month(s.numerator, s.denominator) for s in months.get(ONLINE, {}).values()],
        arrivals=_arrivals(sheet, span, on),
    )


def _last_year(sheet: Sheet) -> dict[str, float]:
    before = (
        Sheet.objects.select_related("round")
        .filter(
            round__family=sheet.round.family,
            round__year=sheet.round.year - 1,
            organization=sheet.organization,
        )
        .first()
    )
    if before is None:
        return {}
    framework = framework_of(before.round)
    nodes = {node.code: node for node in framework.leaves}
    return {
        each.code: float(share)
        for each in before.replies.all()
        if each.code in nodes
        and (share := share_said(nodes[each.code], each.claimed, framework)) is not None
    }


def _arrivals(sheet: Sheet, span: YearSpan, on: date) -> list[Arrival]:
    tree = tree_on(on)
    rows = fact_rows(
        DOSSIER_SUBMITTED.name,
        unit_codes=tree.members(sheet.unit_code),
        first_day=span.first,
        last_day=on,
        fields={"channel": "online"},
        limit=MOST_ARRIVALS,
    )
    start = at_local(span.first, time())
    return sorted(
        (
            Arrival(int((row.occurred_at - start).total_seconds() // 60), _is_open(row.occurred_at))
            for row in rows
        ),
        key=lambda each: each.minute,
    )


def _is_open(at: datetime) -> bool:
    day = legal_day(at)
    midnight = at_local(day, time())
    minute = (at - midnight).total_seconds() / 60
    opens, closes = (60 * each.hour + each.minute for each in (OPENS, CLOSES))
    return day.weekday() < 5 and opens <= minute < closes
