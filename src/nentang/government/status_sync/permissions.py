"""Who connects portals, and which program is which portal."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.kernel.signatures import is_fresh, payload_of

from .adapters.line import key_of
from .errors import NotYourPortals
from .models import Portal

ROLE = "administrator"


def check_can_connect(actor: Actor) -> None:
    """An administrator; NotYourPortals."""
    if not actor.has_role(ROLE):
        raise NotYourPortals


def portal_that_signed(
    *, code: str, timestamp: str, signature: str, signed: bytes, at: datetime
) -> Portal | None:
    """The connected portal that made this signature within five minutes; None for anybody else."""
    portal = Portal.objects.filter(code=code, is_open=True).first()
    if portal is None or not is_fresh(timestamp, at):
        return None
    return portal if key_of(code).made(signature, payload_of(timestamp, signed)) else None
