"""Who writes into the books of a commune. Single entries are guarded by their keeper, in registers."""

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.organizations.public import is_within
from nentang.foundation.registers.public import NotYourRegister
from nentang.kernel.text import whole_number

from .registry import BOOKS

WRITERS = ("registrar",)
READERS = ("registrar", "leader")


def check_keeps_books(actor: Actor, organization_id: int) -> None:
    """NotYourRegister unless the actor keeps registers in that body, or is the platform."""
    if actor.kind is not ActorKind.SYSTEM and not actor.has_role(
        *WRITERS, organization_id=organization_id
    ):
        raise NotYourRegister


def may_open_extract(actor: Actor, subject: str) -> bool:
    """Whether the actor may open the papers of `births:<id>`: who reads the entry."""
    kind, _colon, number = subject.partition(":")
    entry = BOOKS[kind].entry._default_manager.filter(pk=whole_number(number) or 0).first()
    if entry is None:
        return False
    own = actor.organizations(*READERS)
    return any(is_within(entry.keeper_id, each) for each in own)


def bodies_of(actor: Actor) -> tuple[int, ...]:
    """Bodies whose books the actor writes; NotYourRegister where there are none."""
    bodies = actor.organizations(*WRITERS)
    if not bodies:
        raise NotYourRegister
    return bodies


def may_enter(actor: Actor) -> bool:
    """Whether the actor writes into the books of some body."""
    return actor.has_role(*WRITERS)
