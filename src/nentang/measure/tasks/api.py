"""JSON: the tasks of public decisions with how they stand, and who steers. Open to everyone."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import ANONYMOUS
from nentang.kernel import clock

from .enums import Standing
from .permissions import check_can_see
from .queries import Wanted, counts, find_task, listed, steered, task_standing
from .rules.tracking import steering_reported
from .schemas import BIGGEST, CountsOut, SteeredOut, TaskOut, TaskPage

router = Router()

Code = Annotated[str, Path(pattern=r"^NV-[0-9][0-9.\-]{0,36}$")]
Words = Annotated[str, Query(max_length=60, pattern=r"^[0-9a-z\-]*$")]
Body = Annotated[int | None, Query(ge=1, le=BIGGEST)]


@router.get("/tasks", response=TaskPage, summary="Tasks of public decisions")
def list_tasks(
    request: HttpRequest,
    decision: Words = "",
    body: Body = None,
    standing: Standing | None = None,
    after: Annotated[int, Query(ge=0, le=BIGGEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> TaskPage:
    """In the order in which they were set. `body` is the identifier of a body: its tasks and those of all below it."""
    wanted = Wanted(decision=decision, body=body, standing=standing.value if standing else "")
    today = clock.legal_day(clock.now())
    found = listed(ANONYMOUS, wanted, today, after_id=after, limit=limit + 1)
    return TaskPage(
        items=[TaskOut.of(each) for each in found[:limit]],
        next=found[limit - 1].pk if len(found) > limit else None,
    )


@router.get("/tasks/counts", response=CountsOut, summary="How many tasks stand how")
def count_tasks(request: HttpRequest, decision: Words = "", body: Body = None) -> CountsOut:
    """Of public decisions, what was handed on included."""
    wanted = Wanted(decision=decision, body=body)
    return CountsOut(**counts(ANONYMOUS, wanted, clock.legal_day(clock.now())))


@router.get("/tasks/steering", response=list[SteeredOut], summary="Who has a committee and a plan")
def show_steering(request: HttpRequest) -> list[SteeredOut]:
    """Counted from the register today, beside what was reported elsewhere."""
    said = steering_reported()
    return [
        SteeredOut(
            level=each.level,
            bodies=each.bodies,
            committees=each.committees,
            plans=each.plans,
            reported_bodies=said.value[each.level].bodies,
            reported_committees=said.value[each.level].committees,
            reported_plans=said.value[each.level].plans,
            reported_by=said.act,
        )
        for each in steered(clock.legal_day(clock.now()))
    ]


@router.get("/tasks/{code}", response=TaskOut, summary="One task")
def show_task(request: HttpRequest, code: Code) -> TaskOut:
    """The task, if its decision is public."""
    task = find_task(code)
    check_can_see(ANONYMOUS, task)
    return TaskOut.of(task_standing(code, clock.legal_day(clock.now())))
