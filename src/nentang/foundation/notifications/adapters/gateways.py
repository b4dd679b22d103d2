"""One Protocol for all who carry messages. What is not configured is kept in the base alone."""

from typing import Protocol

from nentang.foundation.notifications.enums import Channel
from nentang.foundation.notifications.models import PushSubscription
from nentang.kernel.frozen import Frozen


class Outgoing(Frozen):
    """A message ready to go. `key` is the same in every attempt, so that a gateway can drop doubles."""

    key: str
    person_id: int
    email: str
    phone: str
    title: str
    body: str
    url: str
    language: str


class Receipt(Frozen):
    """What the gateway answered; `reference` is its own number for the message, if it gave one."""

    gateway: str
    reference: str = ""


class Gateway(Protocol):
    """Carries messages by one channel."""

    def reaches(self, message: Outgoing) -> bool:
        """Whether the person can be reached this way at all."""

    def send(self, message: Outgoing) -> Receipt:
        """Hand the message over; GatewayUnavailable (try later), GatewayRefused (never)."""


class Kept:
    """Hands nothing over: what would have gone stands in the base and on the page of outgoing messages."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def reaches(self, message: Outgoing) -> bool:
        """Whether there is an address, a number or a browser."""
        match self._channel:
            case Channel.EMAIL:
                return bool(message.email)
            case Channel.SMS:
                return bool(message.phone)
        return PushSubscription.objects.filter(person_id=message.person_id).exists()

    def send(self, message: Outgoing) -> Receipt:
        """Nothing leaves the house."""
        return Receipt("kept")
