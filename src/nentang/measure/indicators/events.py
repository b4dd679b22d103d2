"""What the measure tells."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class IndicatorsComputed:
    """All indicators were computed anew, and some values became others."""

    name: ClassVar[str] = "indicators.indicators_computed"
    values: int
    changed: int
