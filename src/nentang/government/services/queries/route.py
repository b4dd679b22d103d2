"""The way of a dossier through several bodies: which they are here, and where it is now."""

from datetime import date, datetime

from nentang.foundation.casework.public import spells
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    ancestors,
    find_organization_for,
    organization,
    organization_with_task,
    search_organizations,
    unit_as_of,
)
from nentang.government.catalogue.public import Bilingual, Stop
from nentang.government.services.models import Dossier
from nentang.government.services.rules.route import position
from nentang.kernel.frozen import Frozen

from .dossiers import procedure_of

COMMITTEE = "committee"


class StopHere(Frozen):
    """A stop as pages show it: `state` is `past`, `now` or `next`; no body where none is recorded."""

    body: OrganizationInfo | None
    does: Bilingual
    state: str


def route_of(dossier: Dossier, *, at: datetime) -> list[StopHere]:
    """The stops of the dossier in order; none where its procedure stays in one body."""
    stops = procedure_of(dossier).route
    if not stops:
        return []
    unit_code = organization(dossier.organization_id).unit_code
    bodies = [_body(stop, unit_code, dossier.procedure_on) for stop in stops]
    held = [spell.organization_id for spell in spells(dossier.case, at=at)]
    now = position([body.id if body else None for body in bodies], held)
    is_over = dossier.decided_at is not None
    return [
        StopHere(body, stop.does, _state(number, now, is_over))
        for number, (body, stop) in enumerate(zip(bodies, stops, strict=True))
    ]


def possible_receivers(dossier: Dossier, route: list[StopHere], on: date) -> list[OrganizationInfo]:
    """Bodies to which the holder may forward, the likeliest first.

    The next stop of its way and the others; above it in line, beside it under the same parent, below it.
    """
    holder = organization(dossier.case.holder_id)
    ahead = [stop.body for stop in route if stop.state == "next" and stop.body]
    others = [stop.body for stop in route if stop.state == "past" and stop.body]
    above = [organization(holder.parent_id)] if holder.parent_id else []
    around = search_organizations("", on, within_id=(above or [holder])[0].id, limit=50)
    found = {each.id: each for each in (*ahead, *others, *above, *around)}
    return [each for each in found.values() if each.id != holder.id]


def _state(number: int, now: int, is_over: bool) -> str:
    if number < now or is_over:
        return "past"
    return "now" if number == now else "next"


def _body(stop: Stop, unit_code: str, on: date) -> OrganizationInfo | None:
    if stop.task != COMMITTEE:
        return organization_with_task(stop.task, unit_code, on)
    unit = unit_as_of(unit_code, on)
    at_level = [each for each in (unit, *ancestors(unit)) if each.level == stop.level]
    return find_organization_for(at_level[0].code, on) if at_level else None
