"""Who may see what goes out, and who may tell what became of it."""

import hmac

from django.conf import settings

from nentang.agreements.actor import Actor

from .adapters import signature_of
from .errors import OutgoingHidden, ReceiptRefused


def check_can_see_outgoing(actor: Actor) -> None:
    """Everybody in a demo, administrators elsewhere; OutgoingHidden for others."""
    if not (getattr(settings, "DEMO", False) or actor.has_role("administrator")):
        raise OutgoingHidden


def check_is_sms_gateway(body: bytes, signature: str) -> None:
    """ReceiptRefused unless the body is signed with the secret shared with the gateway."""
    secret = getattr(settings, "NOTIFICATIONS_SMS_SECRET", "")
    if not secret or not hmac.compare_digest(signature_of(body, secret), signature):
        raise ReceiptRefused
