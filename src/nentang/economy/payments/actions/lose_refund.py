"""A refund came to nothing: declined, or refused by the gateway."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import RefundState
from nentang.economy.payments.models import Refund
from nentang.foundation.casework.public import move_case


def lose_refund(*, refund: Refund, state: RefundState, actor: Actor, at: datetime) -> None:
    """The money stays; the break behind it, if any, is to be looked at again. Inside a transaction."""
    refund.state = state
    refund.save(update_fields=["state"])
    if refund.unbooked and refund.unbooked.case:
        move_case(case=refund.unbooked.case, step="keep", actor=actor, at=at)
