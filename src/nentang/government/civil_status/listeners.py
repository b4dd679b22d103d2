"""What the books do when a dossier was granted."""

from datetime import datetime

from nentang.foundation.outbox.public import listen
from nentang.government.services.public import DossierGranted

from .actions import enter_from_dossier
from .rules.dossiers import kind_of


@listen(
    DossierGranted,
    "civil_status.enter_from_dossier",
    when=lambda event: kind_of(event.procedure) != "",
)
def enter_granted(event: DossierGranted, *, at: datetime) -> None:
    """The entry is made once, or waits for an officer."""
    enter_from_dossier(code=event.code, at=at)
