"""What a gateway's notice means for the request that it speaks of."""

from nentang.economy.payments.enums import Outcome, State
from nentang.kernel.frozen import Frozen

from .notices import Kind, Notice


class Standing(Frozen):
    """How a request stands before the notice is booked; `owed` is in đồng.

    `is_booked`: this very transaction is booked to it. `is_its_account`: the money came to its body.
    """

    state: State
    owed: int
    in_parts: bool = False
    is_booked: bool = False
    is_its_account: bool = True


def outcome_of(notice: Notice, standing: Standing | None) -> Outcome:
    """SETTLED where the request is or becomes paid by this very transaction; otherwise why not.

    Money is booked only where everything fits; whatever else moved is a break for people to look at.
    """
    if notice.kind is Kind.ORDER_REFUSED:
        return Outcome.NOTED
    if standing is None:
        return Outcome.UNKNOWN_ORDER
    if standing.is_booked:
        return Outcome.SETTLED
    if standing.state in (State.PAID, State.REFUNDED):
        return Outcome.PAID_TWICE
    if standing.state == State.CANCELLED:
        return Outcome.CANCELLED
    if not standing.is_its_account:
        return Outcome.WRONG_ACCOUNT
    return outcome_of_sum(notice.amount, standing)


def outcome_of_sum(amount: int, standing: Standing) -> Outcome:
    """All that is owed settles it; less is a part where parts are allowed; more never fits."""
    if amount == standing.owed:
        return Outcome.SETTLED
    is_part = standing.in_parts and 0 < amount < standing.owed
    return Outcome.PART if is_part else Outcome.WRONG_AMOUNT
