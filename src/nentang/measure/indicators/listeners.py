"""The measure follows the facts by itself."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.outbox.public import every

from .actions import compute_indicators

SECONDS = 30


@every(SECONDS, "indicators.compute")
def compute(*, at: datetime) -> None:
    """Compute all indicators."""
    compute_indicators(actor=SYSTEM, at=at)
