"""The line to a gateway: signed HTTP, tried three times; an answer that cannot be read is as good as none."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from nentang.economy.payments.errors import BankUnavailable, MessageForged, MessageStale
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen
from nentang.kernel.signatures import (
    SharedKey,
    Verifier,
    is_fresh,
    payload_of,
)

if TYPE_CHECKING:
    import httpx

PATIENCE = (2.0, 5.0, 5.0, 5.0)  # seconds to connect, read, write, and for a free connection
WAITS = (0.0, 0.2, 0.8)  # seconds before each try


class Line(Frozen):
    """Speaks with what listens at `base_url`, with which we share `key`."""

    base_url: str
    key: SharedKey

    def call(
        self, method: str, path: str, body: bytes = b"", media_type: str = "application/json"
    ) -> httpx.Response:
        """The answer of the first try that got one below 500. BankUnavailable."""
        import httpx  # noqa: PLC0415 - heavy

        for wait in WAITS:
            time.sleep(wait)
            try:
                with httpx.Client(base_url=self.base_url, timeout=PATIENCE) as client:
                    answer = client.request(
                        method, path, content=body, headers=self._headers(path, body, media_type)
                    )
            except httpx.TransportError:
                continue
            if not answer.is_server_error:
                return answer
        raise BankUnavailable

    def fetch_file(self, path: str) -> bytes | None:
        """A file, signed by the other side; None where there is none yet. BankUnavailable."""
        answer = self.call("GET", path)
        if answer.status_code == HTTPStatus.NOT_FOUND:
            return None
        signature = answer.headers.get("Bank-Signature", "")
        timestamp = answer.headers.get("Bank-Timestamp", "")
        if not answer.is_success or not self.key.made(
            signature, payload_of(timestamp, answer.content)
        ):
            raise BankUnavailable
        return answer.content

    def page(self, path: str) -> str:
        """The address of a page over there; ValueError where it leads elsewhere."""
        url = urljoin(f"{self.base_url}/", path)
        if urlsplit(url)[:2] != urlsplit(self.base_url)[:2]:
            raise ValueError(path)
        return url

    def _headers(self, path: str, body: bytes, media_type: str) -> dict[str, str]:
        """A request without a body is signed over its path. Each try carries its own time."""
        timestamp = str(int(clock.now().timestamp()))
        return {
            "Content-Type": media_type,
            "Bank-Timestamp": timestamp,
            "Bank-Signature": self.key.sign(payload_of(timestamp, body or path.encode())),
        }


def check_sent(
    verifier: Verifier, *, body: bytes, timestamp: str, signature: str, at: datetime
) -> None:
    """Whether the other side made this message now. MessageForged; MessageStale (5 minutes)."""
    if not verifier.made(signature, payload_of(timestamp, body)):
        raise MessageForged
    if not is_fresh(timestamp, at):
        raise MessageStale


@contextmanager
def understood() -> Iterator[None]:
    """An answer that cannot be read is as good as none: BankUnavailable."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as fault:
        raise BankUnavailable from fault
