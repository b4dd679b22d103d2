"""Web push (RFC 8030, 8291, 8292) to the browsers in which a person asked for it."""

import base64
import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from nentang.foundation.documents.public import installation_key
from nentang.foundation.notifications.errors import GatewayRefused, GatewayUnavailable
from nentang.foundation.notifications.models import PushSubscription

from .gateways import Outgoing, Receipt

KEY_NAME = "notifications/push"
SECONDS = 10
DAY = 24 * 3600
PUSH_SERVICES = (
    "fcm.googleapis.com",
    ".push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)


def is_push_service(endpoint: str) -> bool:
    """Whether the address is one of a known push service: the worker posts to nobody else."""
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    known = tuple(getattr(settings, "NOTIFICATIONS_PUSH_SERVICES", PUSH_SERVICES))
    return parts.scheme == "https" and any(
        host == name.lstrip(".") or (name.startswith(".") and host.endswith(name)) for name in known
    )


def application_server_key() -> str:
    """The public key by which browsers know this installation, as they take it."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - heavy

    point = (
        installation_key(KEY_NAME)
        .public_key()
        .public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    )
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


class PushGateway:
    """To every browser of the person; browsers that no longer exist are forgotten."""

    def __init__(self, contact: str) -> None:
        self._contact = contact

    def reaches(self, message: Outgoing) -> bool:
        """Whether the person asked for messages in any browser."""
        return PushSubscription.objects.filter(person_id=message.person_id).exists()

    def send(self, message: Outgoing) -> Receipt:
        """Taken by at least one push service; the others are told too or forgotten."""
        payload = json.dumps(
            {"title": message.title, "body": message.body, "url": message.url, "tag": message.key},
            ensure_ascii=False,
        )
        browsers = PushSubscription.objects.filter(person_id=message.person_id).order_by("pk")
        answers = [self._push(browser, payload) for browser in browsers]
        if not any(answers):
            raise GatewayRefused(reason="no browser")
        return Receipt("push")

    def _push(self, browser: PushSubscription, payload: str) -> bool:
        """False where the browser is gone."""
        from py_vapid import Vapid02  # noqa: PLC0415 - heavy
        from pywebpush import WebPushException, webpush  # noqa: PLC0415 - heavy

        keys = {"p256dh": browser.p256dh, "auth": browser.auth}
        try:
            webpush(
                {"endpoint": browser.endpoint, "keys": keys},
                data=payload,
                vapid_private_key=Vapid02(installation_key(KEY_NAME)),
                vapid_claims={"sub": f"mailto:{self._contact}"},
                ttl=DAY,
                timeout=SECONDS,
            )
        except WebPushException as error:
            if _is_gone(error):
                browser.delete()
                return False
            raise GatewayUnavailable from error
        except OSError as error:
            raise GatewayUnavailable from error
        return True


def _is_gone(error: Any) -> bool:
    return error.response is not None and error.response.status_code in (404, 410)
