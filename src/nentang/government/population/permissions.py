"""Who keeps the population register. Single records are guarded by their keeper, in registers."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.registers.public import NotYourRegister

WRITERS = ("registrar",)


def check_keeps_citizens(actor: Actor) -> None:
    """NotYourRegister unless an officer who keeps registers somewhere, or the platform, acts."""
    if actor.kind is not ActorKind.SYSTEM and not actor.has_role(*WRITERS):
        raise NotYourRegister
