"""The line to another portal: JSON over HTTP, signed with a key that both share."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from nentang.government.status_sync.errors import PortalUnavailable
from nentang.government.status_sync.models import Portal
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen
from nentang.kernel.signatures import SharedKey, payload_of

PATIENCE = (3.0, 10.0, 10.0, 10.0)  # seconds to connect, read, write, and for a free connection
SEALED_FOR = "status_sync.their_key"
BIGGEST = 4 * 1024 * 1024  # bytes of an answer


def key_of(portal_code: str) -> SharedKey:
    """The key shared with that portal; it follows from the installation's secret and is kept nowhere."""
    secret = hmac.new(
        settings.SECRET_KEY.encode(), f"portal:{portal_code}".encode(), hashlib.sha256
    )
    return SharedKey(secret.hexdigest().encode())


class Sender(Frozen):
    """Who we are to the portal that we speak to."""

    code: str
    key: SharedKey


def sender_to(portal: Portal) -> Sender:
    """What that portal knows us by."""
    if not portal.their_key:
        return Sender(portal.our_code or portal.code, key_of(portal.code))
    from nentang.foundation.identity.public.sealing import unseal  # noqa: PLC0415 - heavy

    key = unseal(portal.their_key, SEALED_FOR)
    return Sender(portal.our_code or portal.code, SharedKey(key.encode()))


def send(portal: Portal, states: list[dict[str, Any]]) -> None:
    """Hand over a batch. PortalUnavailable unless it was taken."""
    _ask(sender_to(portal), "POST", portal.push_url, json.dumps({"states": states}).encode())


def fetch(portal: Portal, after: str) -> dict[str, Any]:
    """The next page after that place. PortalUnavailable."""
    url = f"{portal.pull_url}?{urlencode({'after': after})}" if after else portal.pull_url
    try:
        told = json.loads(_ask(sender_to(portal), "GET", url, b""))
        if not isinstance(told, dict):
            raise ValueError("no page")
    except ValueError as fault:
        raise PortalUnavailable from fault
    return told


def _ask(sender: Sender, method: str, url: str, body: bytes) -> bytes:
    import httpx  # noqa: PLC0415 - heavy

    headers = _headers(sender, body or httpx.URL(url).raw_path)
    try:
        with (
            httpx.Client(timeout=PATIENCE) as client,
            client.stream(method, url, content=body, headers=headers) as answer,
        ):
            if not answer.is_success:
                raise PortalUnavailable
            return _read(answer.iter_bytes())
    except httpx.HTTPError as fault:
        raise PortalUnavailable from fault


def _read(chunks: Iterable[bytes]) -> bytes:
    content = b""
    for chunk in chunks:
        content += chunk
        if len(content) > BIGGEST:
            raise PortalUnavailable
    return content


def _headers(sender: Sender, signed: bytes) -> dict[str, str]:
    """A request without a body is signed over its path and query."""
    timestamp = str(int(clock.now().timestamp()))
    return {
        "Content-Type": "application/json",
        "Portal-Code": sender.code,
        "Portal-Timestamp": timestamp,
        "Portal-Signature": sender.key.sign(payload_of(timestamp, signed)),
    }
