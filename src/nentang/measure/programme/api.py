"""JSON: the targets and how they stand. Open to everyone."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.kernel import clock

from .queries import (
    MOST_ROWS,
    body_table,
    find_plan_target,
    open_obstacles,
    published_key,
    target_outlook,
    target_table,
    versions_of,
)
from .schemas import TargetDetail, TargetOut

router = Router()

TargetCode = Annotated[str, Path(pattern=r"^[0-9A-Za-z_.\-]{1,40}$")]
Year = Annotated[int | None, Query(ge=2015, le=2050, description="Only targets with a goal for it")]
BIGGEST = 2**63 - 1


@router.get(
    "/targets", response=list[TargetOut], summary="All targets of the Programme, or a plan's"
)
def list_targets(
    request: HttpRequest,
    body: Annotated[int | None, Query(ge=1, le=BIGGEST, description="Targets of its own plan")] = None,
    year: Year = None,
    after: Annotated[str, Query(pattern=r"^[0-9A-Z.\-]{0,40}$", description="The id of the last one seen")] = "",
) -> list[TargetOut]:  # fmt: skip
    """Every target in force today for the nation, counted over twelve months where computed; or the
    published targets of one body, at most fifty at a time."""
    today = clock.legal_day(clock.now())
    if body is None:
        return [TargetOut.of(row) for row in target_table(today, year=year)]
    after_id = published_key(after) if after else 0
    rows, _next = body_table(body, today, year=year, after_id=after_id, limit=MOST_ROWS)
    return [TargetOut.of(row) for row in rows]


@router.get("/targets/{code}", response=TargetDetail, summary="One target with path and forecast")
def show_target(request: HttpRequest, code: TargetCode) -> TargetDetail:
    """Its past, its path, where it is likely to go, and its versions."""
    row, outlook = target_outlook(code, clock.legal_day(clock.now()))
    versions = versions_of(find_plan_target(code)) if row.target.body_id else []
    blocked = open_obstacles([row.target.id]).get(row.target.id, 0)
    return TargetDetail.with_outlook(row, outlook, versions, blocked)
