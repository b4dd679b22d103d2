"""Who may see and do what with a report. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.organizations.public import Organization

from .errors import NotYourReport, ReportNotFound
from .models import Report
from .registry import FILLING, SIGNING, TAKING


def can_see(actor: Actor, report: Report) -> bool:
    """Officers of the body that files it, of the one that gets it, and of any above either."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    own = set(actor.organizations())
    return bool(own & (_line_of(report.organization) | ({report.above_id} - {None})))


def check_can_see(actor: Actor, report: Report) -> None:
    """ReportNotFound: who may not know of it is not told that there is one."""
    if not can_see(actor, report):
        raise ReportNotFound


def can_fill(actor: Actor, report: Report) -> bool:
    """Whether the actor fills in the reports of that body."""
    return _has(actor, FILLING, report.organization_id)


def can_sign(actor: Actor, report: Report) -> bool:
    """Whether the actor signs for that body."""
    return _has(actor, SIGNING, report.organization_id)


def can_take(actor: Actor, report: Report) -> bool:
    """Whether the actor takes reports in at the body above."""
    return report.above_id is not None and _has(actor, TAKING, report.above_id)


def check_fills(actor: Actor, report: Report) -> None:
    """ReportNotFound, NotYourReport."""
    _check(actor, report, may=can_fill(actor, report))


def check_signs(actor: Actor, report: Report) -> None:
    """ReportNotFound, NotYourReport."""
    _check(actor, report, may=can_sign(actor, report))


def check_takes(actor: Actor, report: Report) -> None:
    """ReportNotFound, NotYourReport."""
    _check(actor, report, may=can_take(actor, report))


def fills_for(actor: Actor) -> tuple[int, ...]:
    """The bodies whose reports the actor fills in or signs."""
    return actor.organizations(*FILLING)


def check_fills_for(actor: Actor, organization_id: int) -> None:
    """NotYourReport unless the actor fills in or signs the reports of that body."""
    if not _has(actor, FILLING, organization_id):
        raise NotYourReport


def _check(actor: Actor, report: Report, *, may: bool) -> None:
    check_can_see(actor, report)
    if not may:
        raise NotYourReport


def _has(actor: Actor, roles: tuple[str, ...], organization_id: int) -> bool:
    is_system = actor.kind is ActorKind.SYSTEM
    return is_system or actor.has_role(*roles, organization_id=organization_id)


def _line_of(body: Organization) -> set[int]:
    """The body and all above it."""
    return {int(each) for each in body.path.split("/") if each}
