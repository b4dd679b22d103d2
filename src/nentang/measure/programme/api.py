"""JSON: the targets and how they stand. Open to everyone."""

from django.http import HttpRequest
from ninja import Router

from nentang.kernel import clock

from .queries import Row, target_table
from .schemas import TargetOut

router = Router()


@router.get("/targets", response=list[TargetOut], summary="All targets of the Programme")
def list_targets(request: HttpRequest) -> list[TargetOut]:
    """Every target in force today for the nation, counted over twelve months where computed."""
    return [_out(row) for row in target_table(clock.legal_day(clock.now()))]


def _out(row: Row) -> TargetOut:
    target, stands = row.target, row.standing
    return TargetOut(
        id=target.id,
        name_vi=target.name_vi,
        name_en=target.name_en,
        unit=target.unit,
        goals=target.goals,
        known=target.known,
        indicator=target.indicator,
        source=target.source,
        reported_on=row.reported_on,
        value=stands.value,
        goal_year=stands.goal_year,
        goal=stands.goal,
        word=stands.word,
        pace=stands.pace,
    )
