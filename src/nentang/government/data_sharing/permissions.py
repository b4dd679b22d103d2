"""Who may do what in data sharing. `check_…` raises with a reason, `can_…` answers."""

from nentang.agreements.actor import Actor

from .errors import GrantNotFound, NotYourBody, RequestNotFound
from .models import AccessRequest, Grant, Subsystem

ADMINISTRATOR, LEADER = "administrator", "leader"
ASKERS = (ADMINISTRATOR, LEADER, "specialist")


def check_runs_network_of(actor: Actor, organization_id: int) -> None:
    """An administrator of the body; NotYourBody."""
    if not actor.has_role(ADMINISTRATOR, organization_id=organization_id):
        raise NotYourBody


def check_asks_for(actor: Actor, client: Subsystem) -> None:
    """An administrator, leader or specialist of the body whose system asks; NotYourBody."""
    if not actor.has_role(*ASKERS, organization_id=client.member.organization_id):
        raise NotYourBody


def can_decide(actor: Actor, request: AccessRequest) -> bool:
    """A leader of the body that has the case."""
    return actor.has_role(LEADER, organization_id=request.case.holder_id)


def check_can_decide(actor: Actor, request: AccessRequest) -> None:
    """NotYourBody."""
    if not can_decide(actor, request):
        raise NotYourBody


def can_see_request(actor: Actor, request: AccessRequest) -> bool:
    """Officers of the two bodies, and of the one that has the case."""
    own = set(actor.organizations())
    return bool(
        own
        & {
            request.client.member.organization_id,
            request.service.subsystem.member.organization_id,
            request.case.holder_id,
        }
    )


def check_can_see_request(actor: Actor, request: AccessRequest) -> None:
    """RequestNotFound to everybody else."""
    if not can_see_request(actor, request):
        raise RequestNotFound


def can_end(actor: Actor, grant: Grant) -> bool:
    """A leader of the provider revokes it; who may ask for the client gives it up."""
    provider = grant.service.subsystem.member.organization_id
    return actor.has_role(LEADER, organization_id=provider) or actor.has_role(
        *ASKERS, organization_id=grant.client.member.organization_id
    )


def check_can_end(actor: Actor, grant: Grant) -> None:
    """GrantNotFound to those who may not even know of it, NotYourBody to colleagues without the role."""
    own = set(actor.organizations())
    bodies = {grant.service.subsystem.member.organization_id, grant.client.member.organization_id}
    if not own & bodies:
        raise GrantNotFound
    if not can_end(actor, grant):
        raise NotYourBody
