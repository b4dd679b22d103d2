"""Whose draft it is."""

from nentang.agreements.actor import Actor

from .errors import DraftNotFound
from .models import Draft


def check_owns(actor: Actor, draft: Draft) -> None:
    """Only whoever began a draft sees it; to all others it does not exist."""
    if draft.account_id != actor.account_id:
        raise DraftNotFound
