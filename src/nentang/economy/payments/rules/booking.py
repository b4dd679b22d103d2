"""What a gateway's notice means for the request that it speaks of."""

from dataclasses import dataclass

from nentang.economy.payments.enums import Outcome, State

from .notices import Kind, Notice


@dataclass(frozen=True, slots=True)
class Standing:
    """How a request stands before the notice is booked. `is_its_account`: the money came to its body."""

    state: State
    amount: int
    bank_transaction: str
    is_its_account: bool = True


def outcome_of(notice: Notice, standing: Standing | None) -> Outcome:
    """SETTLED where the request is or becomes paid by this very transaction; otherwise why not.

    Money is booked only where everything fits; whatever else moved is a break for people to look at.
    """
    if notice.kind is Kind.ORDER_REFUSED:
        return Outcome.NOTED
    if standing is None:
        return Outcome.UNKNOWN_ORDER
    if standing.bank_transaction == notice.transaction:
        return Outcome.SETTLED
    if standing.state == State.PAID:
        return Outcome.PAID_TWICE
    if standing.state == State.CANCELLED:
        return Outcome.CANCELLED
    if not standing.is_its_account:
        return Outcome.WRONG_ACCOUNT
    return Outcome.SETTLED if notice.amount == standing.amount else Outcome.WRONG_AMOUNT
