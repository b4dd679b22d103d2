"""JSON: places as of a day, their succession, and bodies. Open to everyone."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from msgspec.structs import asdict
from ninja import Path, Query, Router
from pydantic import BeforeValidator

from nentang.kernel import clock

from .enums import UnitLevel
from .queries import (
    OrganizationInfo,
    UnitInfo,
    candidates,
    current_organization,
    organization,
    predecessors,
    search_organizations,
    search_units,
    successors,
    unit_as_of,
)
from .schemas import OrganizationOut, UnitDetailOut, UnitOut

router = Router()

BIGGEST = 2**63 - 1
Limit = Annotated[int, Query(ge=1, le=100)]
Number = Annotated[int, Query(ge=0, le=BIGGEST)]
OrganizationId = Annotated[int, Path(ge=1, le=BIGGEST)]
Day = Annotated[date, BeforeValidator(date.fromisoformat)]
Words = Annotated[str, Query(max_length=100, pattern=r"^[^\x00]*$")]
UnitCode = Annotated[str, Path(pattern=r"^[0-9A-Za-z]{1,12}$")]
Within = Annotated[str, Query(pattern=r"^[0-9A-Za-z]{0,12}$")]


def _day(on: date | None) -> date:
    return on or clock.legal_day(clock.now())


@router.get("/units", response=list[UnitOut], summary="Find places by words as of a day")
def list_units(
    request: HttpRequest,
    q: Words,
    on: Day | None = None,
    level: UnitLevel | None = None,
    within: Within = "",
    limit: Limit = 20,
) -> list[UnitInfo]:
    """Places whose words begin with the words typed, best first."""
    return list(search_units(q, _day(on), level=level, within=within, limit=limit))


@router.get("/units/{code}", response=UnitDetailOut, summary="One unit as of a day")
def show_unit(request: HttpRequest, code: UnitCode, on: Day | None = None) -> dict[str, object]:
    """The unit, what it was made from and what it became."""
    day = _day(on)
    return {
        **asdict(unit_as_of(code, day)),
        "predecessors": predecessors(code, day),
        "successors": successors(code, day),
    }


@router.get(
    "/units/{code}/candidates",
    response=list[UnitOut],
    summary="Where a unit of one day lies on another",
)
def list_candidates(
    request: HttpRequest, code: UnitCode, on: Day, target: Day | None = None
) -> list[UnitInfo]:
    """The likeliest first; several where the unit was split."""
    return list(candidates(code, on, _day(target)))


@router.get("/organizations", response=list[OrganizationOut], summary="Find bodies of a day")
def list_organizations(
    request: HttpRequest,
    q: Words = "",
    on: Day | None = None,
    within: Number | None = None,
    after: Number = 0,
    limit: Limit = 20,
) -> list[OrganizationInfo]:
    """Bodies by name or code; the next page begins after the last one's identifier."""
    return list(search_organizations(q, _day(on), within_id=within, after_id=after, limit=limit))


@router.get("/organizations/{organization_id}", response=OrganizationOut, summary="One body")
def show_organization(request: HttpRequest, organization_id: OrganizationId) -> OrganizationInfo:
    """The body, ended or not."""
    return organization(organization_id)


@router.get(
    "/organizations/{organization_id}/current",
    response=OrganizationOut,
    summary="Who has a body's tasks on a day",
)
def show_current_organization(
    request: HttpRequest, organization_id: OrganizationId, on: Day | None = None
) -> OrganizationInfo:
    """The body itself, or the one that followed it."""
    return current_organization(organization_id, _day(on))
