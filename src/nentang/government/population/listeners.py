"""What follows for the register when a residence dossier is granted."""

from datetime import datetime

from nentang.foundation.outbox.public import listen
from nentang.government.services.public import DossierGranted

from .actions import follow_dossier
from .rules.residence import PROCEDURES


@listen(
    DossierGranted,
    "population.follow_dossier",
    when=lambda event: event.procedure in PROCEDURES,
)
def follow_granted(event: DossierGranted, *, at: datetime) -> None:
    """What the dossier says is entered, once."""
    follow_dossier(code=event.code, at=at)
