"""The bank's payment gateway over HTTP: JSON, every request signed, tried three times."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from nentang.economy.payments.errors import BankRefused, BankUnavailable
from nentang.economy.payments.rules.signatures import SharedKey, payload_of
from nentang.kernel import clock

from .gateway import RemoteOrder, RemoteState

if TYPE_CHECKING:
    import httpx

ORDERS = "/api/orders"
PATIENCE = (2.0, 5.0, 5.0, 5.0)  # seconds to connect, read, write, and for a free connection
WAITS = (0.0, 0.2, 0.8)  # seconds before each try


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank at `base_url` with which we share `key`."""

    base_url: str
    key: SharedKey
    name: str = "bank"

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
        body = json.dumps(order, ensure_ascii=False).encode()
        answer = self._call("POST", ORDERS, body)
        if answer.is_client_error:
            raise BankRefused
        return self._order(answer, code, amount)

    def fetch_order(self, *, code: str) -> RemoteOrder | None:
        """The order under our code; None where the bank never got it. BankUnavailable."""
        answer = self._call("GET", f"{ORDERS}/{code}", b"")
        return None if answer.status_code == HTTPStatus.NOT_FOUND else self._order(answer, code)

    def _call(self, method: str, path: str, body: bytes) -> httpx.Response:
        """The answer of the first try that got one below 500."""
        import httpx  # noqa: PLC0415 - heavy

        for wait in WAITS:
            time.sleep(wait)
            try:
                with httpx.Client(base_url=self.base_url, timeout=PATIENCE) as client:
                    answer = client.request(
                        method, path, content=body, headers=self._headers(body or path.encode())
                    )
            except httpx.TransportError:
                continue
            if not answer.is_server_error:
                return answer
        raise BankUnavailable

    def _headers(self, signed: bytes) -> dict[str, str]:
        """A request without a body is signed over its path. Each try carries its own time."""
        timestamp = str(int(clock.now().timestamp()))
        return {
            "Content-Type": "application/json",
            "Bank-Timestamp": timestamp,
            "Bank-Signature": self.key.sign(payload_of(timestamp, signed)),
        }

    def _order(self, answer: httpx.Response, code: str, amount: int | None = None) -> RemoteOrder:
        """The order in an answer; one that is not ours or leads elsewhere is no answer."""
        with _understood():
            if not answer.is_success:
                raise ValueError(answer.status_code)
            told: dict[str, Any] = answer.json()
            order = RemoteOrder(
                order_id=str(told["id"]),
                code=str(told["code"]),
                amount=int(told["amount"]),
                state=RemoteState(told["state"]),
                pay_url=urljoin(self.base_url, str(told["pay_url"])),
                paid_amount=int(told.get("paid_amount", 0)),
                transaction=str(told.get("transaction", "")),
            )
            is_ours = order.code == code and amount in (None, order.amount)
            if not is_ours or not self._is_here(order.pay_url):
                raise ValueError(code)
        return order

    def _is_here(self, url: str) -> bool:
        return urlsplit(url)[:2] == urlsplit(self.base_url)[:2]


@contextmanager
def _understood() -> Iterator[None]:
    """An answer that cannot be read is as good as none."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as fault:
        raise BankUnavailable from fault
