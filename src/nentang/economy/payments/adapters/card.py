"""The card gateway: forms over HTTP, as acquirers of cards have them; cards are typed in on its pages only."""

from __future__ import annotations

from datetime import date, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode

from nentang.economy.payments.errors import BankRefused, MessageUnreadable
from nentang.economy.payments.rules.notices import Kind, Notice, checked
from nentang.kernel.frozen import Frozen

from .gateway import RefundAnswer, RemoteOrder, RemoteState
from .line import Line, check_sent, understood

if TYPE_CHECKING:
    import httpx

FORM = "application/x-www-form-urlencoded"
STATES = {
    "created": RemoteState.OPEN,
    "captured": RemoteState.PAID,
    "declined": RemoteState.REFUSED,
}
KINDS = {"captured": Kind.ORDER_PAID, "declined": Kind.ORDER_REFUSED}


class Card(Frozen):
    """An acquirer of cards at the other end of `line`."""

    line: Line
    name: str = "card"

    @property
    def base_url(self) -> str:
        """Where it is."""
        return self.line.base_url

    def create_order(
        self, *, code: str, amount: int, description: str, return_url: str
    ) -> RemoteOrder:
        """The charge under our code, made now or before. BankUnavailable, BankRefused."""
        answer = self._post(
            "charges", ref=code, amount=amount, currency="VND", desc=description, back=return_url
        )
        if answer.is_client_error:
            raise BankRefused
        return self._order(answer, code, amount)

    def fetch_order(self, *, code: str) -> RemoteOrder | None:
        """The charge under our code; None where the acquirer never got it. BankUnavailable."""
        answer = self._post("charges/query", ref=code)
        return None if answer.status_code == HTTPStatus.NOT_FOUND else self._order(answer, code)

    def refund(self, *, code: str, transaction: str, amount: int) -> RefundAnswer:
        """Send so much of a charge back, once for each code of ours. BankUnavailable."""
        answer = self._post("charges/refund", ref=code, rrn=transaction, amount=amount)
        if answer.is_client_error:
            return RefundAnswer.REFUSED
        with understood():
            return RefundAnswer(_fields(answer.content)["status"])

    def fetch_statement(self, day: date) -> bytes | None:
        """What moved on that day; None where there is no file yet. BankUnavailable."""
        return self.line.fetch_file(f"settlements/{day:%Y%m%d}")

    def read_notice(self, *, body: bytes, timestamp: str, signature: str, at: datetime) -> Notice:
        """What a message says. MessageForged; MessageStale; MessageUnreadable."""
        check_sent(self.line.key, body=body, timestamp=timestamp, signature=signature, at=at)
        try:
            told = _fields(body)
            return checked(
                Notice(
                    id=told["event"],
                    kind=KINDS[told["status"]],
                    amount=int(told["amount"]),
                    code=told["ref"],
                    transaction=told.get("rrn", ""),
                )
            )
        except (KeyError, ValueError) as fault:
            raise MessageUnreadable from fault

    def _post(self, path: str, **fields: object) -> httpx.Response:
        return self.line.call("POST", path, urlencode(fields).encode(), FORM)

    def _order(self, answer: httpx.Response, code: str, amount: int | None = None) -> RemoteOrder:
        with understood():
            if not answer.is_success:
                raise ValueError(answer.status_code)
            told = _fields(answer.content)
            order = RemoteOrder(
                order_id=told["id"],
                code=told["ref"],
                amount=int(told["amount"]),
                state=STATES[told["status"]],
                pay_url=self.line.page(told["page"]),
                paid_amount=int(told.get("captured", 0)),
                transaction=told.get("rrn", ""),
            )
            if order.code != code or amount not in (None, order.amount):
                raise ValueError(code)
        return order


def _fields(body: bytes) -> dict[str, str]:
    """The fields of a form, each once; ValueError otherwise."""
    found = parse_qs(body.decode(), strict_parsing=True, max_num_fields=30)
    if any(len(values) != 1 for values in found.values()):
        raise ValueError("a field twice")
    return {name: values[0] for name, values in found.items()}
