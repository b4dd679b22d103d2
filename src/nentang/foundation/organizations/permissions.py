"""Who may change bodies: the system, and administrators of a body above."""

from nentang.agreements.actor import Actor, ActorKind

from .errors import NotAdministrator
from .models import Organization

ADMINISTRATOR = "administrator"


def check_can_administer(actor: Actor, organization_id: int | None) -> None:
    """NotAdministrator unless the actor administers that body or one above; no body: the system only."""
    if not can_administer(actor, organization_id):
        raise NotAdministrator


def can_administer(actor: Actor, organization_id: int | None) -> bool:
    """Whether `check_can_administer` would let the actor pass."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    if organization_id is None:
        return False
    body = Organization.objects.filter(pk=organization_id)
    return any(
        body.within(administered).exists() for administered in actor.organizations(ADMINISTRATOR)
    )
