"""A gateway tells us something: believe it only if it is signed and fresh."""

from datetime import datetime

from nentang.economy.payments.adapters.gateways import gateway_named
from nentang.economy.payments.models import GatewayMessage

from .book_notice import book_notice


def accept_gateway_message(
    *, gateway: str, body: bytes, timestamp: str, signature: str, at: datetime
) -> GatewayMessage:
    """The message with its outcome; one that came before has the outcome it had then.

    GatewayUnknown; MessageForged; MessageStale (signed more than 5 minutes away); MessageUnreadable;
    MessageChanged.
    """
    sender = gateway_named(gateway)
    notice = sender.read_notice(body=body, timestamp=timestamp, signature=signature, at=at)
    return book_notice(gateway=sender.name, notice=notice, body=body, at=at)
