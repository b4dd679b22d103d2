"""What every payment gateway must do."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class RemoteState(StrEnum):
    """Where an order stands at the gateway."""

    OPEN = "open"
    PAID = "paid"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RemoteOrder:
    """An order as the gateway keeps it; `code` is ours, `paid_amount` and `transaction` are there once paid."""

    order_id: str
    code: str
    amount: int
    state: RemoteState
    pay_url: str
    paid_amount: int = 0
    transaction: str = ""


class Gateway(Protocol):
    """Takes orders and tells how they stand. It is asked over the network: never in a transaction."""

    @property
    def name(self) -> str:
        """What it is called in our books."""

    def create_order(
        self, *, code: str, amount: int, description: str, return_url: str
    ) -> RemoteOrder:
        """The order under our code, made now or before. BankUnavailable, BankRefused."""

    def fetch_order(self, *, code: str) -> RemoteOrder | None:
        """The order under our code; None where the gateway never got it. BankUnavailable."""
