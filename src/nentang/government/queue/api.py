"""JSON: the call screen for everyone, the figures of a day for those who lead the office."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.kernel import clock

from .permissions import check_can_lead
from .queries import board, day_of, find_office
from .schemas import BoardOut, DayOut

router = Router()
Body = Annotated[int, Path(ge=1, le=2**31 - 1, description="The organisation's number")]


@router.get("/queues/{organization_id}", response=BoardOut, summary="Last calls and lines")
def show_board(request: HttpRequest, organization_id: Body) -> BoardOut:
    """What the call screen of an office shows now."""
    return BoardOut.of(board(find_office(organization_id), clock.legal_day(clock.now())))


@router.get(
    "/queues/{organization_id}/days/{day}",
    auth=ApiAuth("roles"),
    response=DayOut,
    summary="Figures of a day",
)
def show_day(request: HttpRequest, organization_id: Body, day: date) -> DayOut:
    """How long people waited and what each window did, for a leader or the head of the desk."""
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ApiAuth
    check_can_lead(actor, organization_id)
    return DayOut.of(day_of(find_office(organization_id), day))
