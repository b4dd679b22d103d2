"""Which state of a payment request may follow which."""

from nentang.economy.payments.enums import State

TRANSITIONS: dict[State, frozenset[State]] = {
    State.REQUESTED: frozenset({State.PAID, State.CANCELLED, State.EXPIRED}),
    State.EXPIRED: frozenset({State.REQUESTED, State.PAID, State.CANCELLED}),
    State.PAID: frozenset({State.REFUNDED}),
    State.REFUNDED: frozenset(),
    State.CANCELLED: frozenset({State.REQUESTED}),
}


def may_follow(state: State | str, following: State) -> bool:
    """Whether a request in `state` may go to `following`.

    Late money for an expired request is money all the same, so it can still be paid; asking anew
    opens it again.
    """
    return following in TRANSITIONS[State(state)]
