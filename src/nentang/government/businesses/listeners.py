"""What follows for the register when a household business is granted."""

from datetime import datetime

from nentang.foundation.outbox.public import listen
from nentang.government.services.public import DossierGranted

from .actions import follow_dossier
from .rules.reading import PROCEDURES


@listen(
    DossierGranted,
    "businesses.follow_dossier",
    when=lambda event: event.procedure in PROCEDURES,
)
def follow_granted(event: DossierGranted, *, at: datetime) -> None:
    """The business that the dossier founds is entered, once."""
    follow_dossier(code=event.code, at=at)
