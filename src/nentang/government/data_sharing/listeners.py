"""What data sharing does when something happened: the other body hears of it."""

from datetime import datetime

from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.outbox.public import listen

from .actions import tell_bodies
from .events import AccessAsked
from .registry import DATA_ACCESS

ANSWERS = ("grant", "refuse", "grant_by_default")


@listen(AccessAsked, "data_sharing.tell_provider")
def tell_provider(event: AccessAsked, *, at: datetime) -> None:
    """Those who decide at the provider."""
    tell_bodies(code=event.code, is_answered=False, at=at)


@listen(
    CaseMoved,
    "data_sharing.tell_client",
    when=lambda event: event.kind == DATA_ACCESS and event.step in ANSWERS,
)
def tell_client(event: CaseMoved, *, at: datetime) -> None:
    """Those who asked."""
    tell_bodies(code=event.code, is_answered=True, at=at)
