"""SMS through a gateway that takes JSON over HTTP, each request signed.

`POST {"id", "to", "text"}` with `X-Signature: sha256=<HMAC of the body>`; the gateway answers
`{"reference": "..."}`. Later it may post a receipt in the same manner: see `note_receipt`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from http import HTTPStatus
from typing import TYPE_CHECKING

from nentang.foundation.notifications.errors import GatewayRefused, GatewayUnavailable

from .gateways import Outgoing, Receipt

if TYPE_CHECKING:
    import httpx

SECONDS = 10


class HttpSmsGateway:
    """One request a message; the same `id` in every attempt."""

    def __init__(self, url: str, secret: str) -> None:
        self._url = url
        self._secret = secret

    def reaches(self, message: Outgoing) -> bool:
        """Whether the person gave a number."""
        return bool(message.phone)

    def send(self, message: Outgoing) -> Receipt:
        """Hand the text over; 429 and 5xx are tried later, other refusals are for good."""
        import httpx  # noqa: PLC0415 - heavy

        text = f"{message.title}. {message.body}"
        body = json.dumps({"id": message.key, "to": message.phone, "text": text}).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Signature": signature_of(body, self._secret),
        }
        try:
            answer = httpx.post(self._url, content=body, headers=headers, timeout=SECONDS)
        except httpx.HTTPError as error:
            raise GatewayUnavailable from error
        if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS or answer.is_server_error:
            raise GatewayUnavailable
        if not answer.is_success:
            raise GatewayRefused(reason=f"HTTP {answer.status_code}")
        return Receipt("sms", _reference(answer))


def signature_of(body: bytes, secret: str) -> str:
    """The signature of a body under the secret shared with the gateway."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def _reference(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["reference"])[:200]
    except (ValueError, KeyError, TypeError):
        return ""
