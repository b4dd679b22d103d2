"""What follows for the register when a household business is granted."""

from datetime import datetime

from nentang.foundation.casework.events import CaseMoved
from nentang.foundation.outbox.public import listen

from .actions import follow_dossier


def _is_granted(event: CaseMoved) -> bool:
    return event.kind == "dossier" and event.step == "grant"


@listen(CaseMoved, "businesses.follow_dossier", when=_is_granted)
def follow_granted(event: CaseMoved, *, at: datetime) -> None:
    """The business that the dossier founds is entered, once."""
    follow_dossier(code=event.code, at=at)
