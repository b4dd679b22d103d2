"""What the measure tells."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class IndicatorsComputed(Frozen):
    """All indicators were computed anew, and some values became others."""

    name: ClassVar[str] = "indicators.indicators_computed"
    values: int
    changed: int
