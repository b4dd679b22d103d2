"""Who opens the lists."""

from nentang.agreements.actor import Actor

from .errors import NotYourList
from .registry import READERS


def check_reads_list(actor: Actor, organization_id: int) -> None:
    """Whoever minds schooling at that body, or leads it; NotYourList."""
    if not actor.has_role(*READERS, organization_id=organization_id):
        raise NotYourList
