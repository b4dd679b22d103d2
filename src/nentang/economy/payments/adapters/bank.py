"""The bank's payment gateway: JSON over HTTP."""

from __future__ import annotations

import json
from datetime import date, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from nentang.economy.payments.errors import BankRefused
from nentang.economy.payments.rules.notices import Notice, read_notice
from nentang.kernel.frozen import Frozen
from nentang.kernel.signatures import Verifier

from .gateway import RefundAnswer, RemoteOrder, RemoteState
from .line import Line, check_sent, understood

if TYPE_CHECKING:
    import httpx

ORDERS = "/api/orders"


class Bank(Frozen):
    """A bank at the other end of `line`; `verifier` knows its messages."""

    line: Line
    verifier: Verifier
    name: str = "bank"

    @property
    def base_url(self) -> str:
        """Where it is."""
        return self.line.base_url

    def create_order(
        self, *, code: str, amount: int, description: str, return_url: str
    ) -> RemoteOrder:
        """The order under our code, made now or before. BankUnavailable, BankRefused."""
        order = {
            "code": code,
            "amount": amount,
            "description": description,
            "return_url": return_url,
        }
        answer = self.line.call("POST", ORDERS, json.dumps(order, ensure_ascii=False).encode())
        if answer.is_client_error:
            raise BankRefused
        return self._order(answer, code, amount)

    def fetch_order(self, *, code: str) -> RemoteOrder | None:
        """The order under our code; None where the bank never got it. BankUnavailable."""
        answer = self.line.call("GET", f"{ORDERS}/{code}")
        return None if answer.status_code == HTTPStatus.NOT_FOUND else self._order(answer, code)

    def refund(self, *, code: str, transaction: str, amount: int) -> RefundAnswer:
        """Send so much of a transaction back, once for each code of ours. BankUnavailable."""
        asked = {"code": code, "transaction": transaction, "amount": amount}
        answer = self.line.call("POST", "/api/refunds", json.dumps(asked).encode())
        if answer.is_client_error:
            return RefundAnswer.REFUSED
        with understood():
            return RefundAnswer(answer.json()["state"])

    def fetch_statement(self, day: date) -> bytes | None:
        """What moved on that day; None where there is no file yet. BankUnavailable."""
        return self.line.fetch_file(f"/api/statements/{day.isoformat()}")

    def read_notice(self, *, body: bytes, timestamp: str, signature: str, at: datetime) -> Notice:
        """What a message says. MessageForged; MessageStale; MessageUnreadable."""
        check_sent(self.verifier, body=body, timestamp=timestamp, signature=signature, at=at)
        return read_notice(body)

    def _order(self, answer: httpx.Response, code: str, amount: int | None = None) -> RemoteOrder:
        """The order in an answer; one that is not ours or leads elsewhere is no answer."""
        with understood():
            if not answer.is_success:
                raise ValueError(answer.status_code)
            told: dict[str, Any] = answer.json()
            order = RemoteOrder(
                order_id=str(told["id"]),
                code=str(told["code"]),
                amount=int(told["amount"]),
                state=RemoteState(told["state"]),
                pay_url=self.line.page(str(told["pay_url"])),
                paid_amount=int(told.get("paid_amount", 0)),
                transaction=str(told.get("transaction", "")),
            )
            if order.code != code or amount not in (None, order.amount):
                raise ValueError(code)
        return order
