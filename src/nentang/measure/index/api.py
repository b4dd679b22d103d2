"""JSON: frameworks, and the ranking of units. Open to everyone."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from nentang.kernel import clock
from nentang.kernel.law import Rule

from .context.board import Row, rows_of
from .context.choice import choice_of
from .rules.framework import FAMILIES, Framework, law_of
from .schemas import FrameworkOut, RankingOut, UnitOut

PAGE = 50

router = Router()
Word = Annotated[str, Query(max_length=20)]


@router.get("/index/frameworks", response=list[FrameworkOut], summary="All frameworks")
def list_frameworks(request: HttpRequest) -> list[FrameworkOut]:
    """Every framework with the acts by which it held."""
    return [_framework(family, rule) for family in FAMILIES for rule in law_of(family).rules]


@router.get("/index/rankings", response=RankingOut, summary="A ranking of units")
def show_ranking(
    request: HttpRequest,
    framework: Word = FAMILIES[0],
    span: Word = "",
    by: Word = "",
    within: Word = "",
    after: Annotated[int, Query(ge=0, le=20_000)] = 0,
) -> RankingOut:
    """Fifty units from `after` on.

    `span` is a year (`2020`) or half-year (`2020-1`), `by` the first year of the rule to apply, `within` the
    code of the unit whose parts are ranked (the nation by default). What is not known falls back to the usual.
    """
    words = {"khung": framework, "nam": span, "theo": by, "trong": within}
    choice = choice_of(words, clock.now())
    rows = rows_of(choice)
    shown = rows[after : after + PAGE]
    return RankingOut(
        family=choice.family,
        first_year=choice.framework.first_year,
        span=choice.span.code,
        within=choice.within,
        count=len(rows),
        units=[_unit(row) for row in shown],
        next_after=after + PAGE if len(rows) > after + PAGE else None,
    )


def _framework(family: str, rule: Rule[Framework]) -> FrameworkOut:
    nodes = list(rule.value.root.all())
    return FrameworkOut(
        family=family,
        first_year=rule.value.first_year,
        title_vi=rule.value.title.vi,
        title_en=rule.value.title.en,
        act=rule.act,
        article=rule.article,
        source=rule.source,
        verified=rule.verified,
        nodes=len(nodes),
        hidden=sum(node.hidden for node in nodes),
    )


def _unit(row: Row) -> UnitOut:
    interval = row.interval
    return UnitOut(
        unit_code=row.unit.code,
        name=row.unit.full_name,
        computed=None if row.computed is None else float(row.computed),
        coverage=float(row.coverage),
        rank=interval.rank if interval else None,
        rank_low=interval.low if interval else None,
        rank_high=interval.high if interval else None,
        published=None if row.published is None else float(row.published),
        published_rank=row.official_rank,
    )
