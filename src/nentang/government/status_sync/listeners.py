"""What is done every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import fetch_states, send_states


@every(5, "status_sync.send_states")
def send(*, at: datetime) -> None:
    """Other portals hear within seconds."""
    send_states(at=at)


@every(60, "status_sync.fetch_states")
def fetch(*, at: datetime) -> None:
    """Portals that do not call are asked."""
    fetch_states(at=at)
