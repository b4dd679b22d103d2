"""A gateway tells us something: believe it only if it is signed and fresh."""

from datetime import datetime

from nentang.economy.payments.adapters.gateways import verifier
from nentang.economy.payments.errors import MessageForged, MessageStale
from nentang.economy.payments.models import GatewayMessage
from nentang.economy.payments.rules.notices import read_notice
from nentang.economy.payments.rules.signatures import is_fresh, payload_of

from .book_notice import book_notice


def accept_gateway_message(
    *, gateway: str, body: bytes, timestamp: str, signature: str, at: datetime
) -> GatewayMessage:
    """The message with its outcome; one that came before has the outcome it had then.

    MessageForged; MessageStale (signed more than 5 minutes away); MessageUnreadable; MessageChanged.
    """
    if not verifier().made(signature, payload_of(timestamp, body)):
        raise MessageForged
    if not is_fresh(timestamp, at):
        raise MessageStale
    return book_notice(gateway=gateway, notice=read_notice(body), body=body, at=at)
