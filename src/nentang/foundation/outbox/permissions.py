"""Who may see and replay events."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.kernel.errors import NotAllowed


def can_tend_events(actor: Actor) -> bool:
    """Administrators and the system itself."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role("administrator")


def check_can_tend_events(actor: Actor) -> None:
    """NotAllowed for anybody else."""
    if not can_tend_events(actor):
        raise NotAllowed
