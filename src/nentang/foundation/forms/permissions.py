"""Who may publish forms, and whose draft it is."""

from nentang.agreements.actor import Actor, ActorKind

from .errors import DraftNotFound, PublishingNotAllowed, SignInToSave
from .models import Draft


def check_owns(actor: Actor, draft: Draft) -> None:
    """Only whoever began a draft sees it; to all others it does not exist."""
    if actor.account_id is None or draft.account_id != actor.account_id:
        raise DraftNotFound


def check_can_start(actor: Actor) -> int:
    """The account that the draft will belong to; SignInToSave where there is none."""
    if actor.account_id is None:
        raise SignInToSave
    return actor.account_id


def check_can_publish(actor: Actor) -> None:
    """PublishingNotAllowed unless the platform itself or an administrator asks."""
    if actor.kind != ActorKind.SYSTEM and not actor.has_role("administrator"):
        raise PublishingNotAllowed
