"""What every payment gateway must do."""

from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from nentang.economy.payments.rules.notices import Notice
from nentang.kernel.frozen import Frozen


class RemoteState(StrEnum):
    """Where an order stands at the gateway."""

    OPEN = "open"
    PAID = "paid"
    REFUSED = "refused"


class RemoteOrder(Frozen):
    """An order as the gateway keeps it; `code` is ours, `paid_amount` and `transaction` are there once paid."""

    order_id: str
    code: str
    amount: int
    state: RemoteState
    pay_url: str
    paid_amount: int = 0
    transaction: str = ""


class RefundAnswer(StrEnum):
    """What a gateway says to a refund."""

    DONE = "done"
    PENDING = "pending"
    REFUSED = "refused"


class StatementSource(Protocol):
    """Tells what moved on a day."""

    def fetch_statement(self, day: date) -> bytes | None:
        """The file of that day (see `rules.statements`); None where there is none yet. BankUnavailable."""


class Gateway(StatementSource, Protocol):
    """Takes orders and tells how they stand. It is asked over the network: never in a transaction."""

    @property
    def name(self) -> str:
        """What it is called in our books."""

    @property
    def base_url(self) -> str:
        """Where it is; its pages may be sent forms."""

    def create_order(
        self, *, code: str, amount: int, description: str, return_url: str
    ) -> RemoteOrder:
        """The order under our code, made now or before. BankUnavailable, BankRefused."""

    def fetch_order(self, *, code: str) -> RemoteOrder | None:
        """The order under our code; None where the gateway never got it. BankUnavailable."""

    def refund(self, *, code: str, transaction: str, amount: int) -> RefundAnswer:
        """Send so much of a transaction back, once for each code of ours. BankUnavailable."""

    def read_notice(self, *, body: bytes, timestamp: str, signature: str, at: datetime) -> Notice:
        """What a message says. MessageForged; MessageStale; MessageUnreadable."""
