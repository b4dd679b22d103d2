"""For whom a clerk acts at the counter."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import actor_for_account
from nentang.government.services.errors import NotYourDesk
from nentang.government.services.permissions import helps_at_counter


def assisting(actor: Actor, mandate_id: int, *, at: datetime) -> Actor:
    """The actor under the consent that was given to them; MandateNotInForce once it ended, NotYourDesk for another mandate."""
    acting = actor_for_account(
        actor.account_id or 0, at, assurance=actor.assurance, mandate_id=mandate_id
    )
    if not helps_at_counter(acting):
        raise NotYourDesk
    return acting
