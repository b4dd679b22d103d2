"""What follows in a register when a dossier is granted: one listener, said in one line."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from nentang.foundation.outbox.public import listen
from nentang.government.services.events import DossierGranted


class Follows(Protocol):
    """The action of a register: it reads the dossier and enters what it says, once."""

    def __call__(self, *, code: str, at: datetime) -> object:
        """Whatever it gives is not looked at."""


def follow_granted(name: str, procedures: Collection[str], follow: Follows) -> None:
    """Let the action follow each granted dossier of those procedures, under that name of the listener."""

    @listen(DossierGranted, name, when=lambda event: event.procedure in procedures)
    def enter(event: DossierGranted, *, at: datetime) -> None:
        follow(code=event.code, at=at)
