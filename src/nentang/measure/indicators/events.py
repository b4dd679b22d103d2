"""What the measure tells."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class IndicatorsComputed:
    """All indicators were computed anew."""

    name: ClassVar[str] = "indicators.indicators_computed"
    values: int
