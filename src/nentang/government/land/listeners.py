"""What follows for the register when a first registration of land is granted."""

from datetime import datetime

from nentang.foundation.outbox.public import listen
from nentang.government.services.public import DossierGranted

from .actions import follow_dossier
from .rules.reading import PROCEDURES


@listen(
    DossierGranted,
    "land.follow_dossier",
    when=lambda event: event.procedure in PROCEDURES,
)
def follow_granted(event: DossierGranted, *, at: datetime) -> None:
    """Parcel, right and certificate are entered, once."""
    follow_dossier(code=event.code, at=at)
