"""How well the detectors find planted cheats, and how often they accuse the honest."""

from collections.abc import Sequence

from nentang.kernel.frozen import Frozen

from .cheats import Planted
from .detectors import DETECTORS

UNITS, SEED = 1500, 922


class Rates(Frozen):
    """Of one detector: cheats planted and found, honest reports and those it spoke of."""

    detector: str
    planted: int
    found: int
    honest: int
    accused: int

    @property
    def detection(self) -> float:
        """The share of its cheats that it finds."""
        return self.found / self.planted if self.planted else 0.0

    @property
    def false_alarms(self) -> float:
        """The share of reports without any cheat of which it speaks."""
        return self.accused / self.honest if self.honest else 0.0


def measure(reports: Sequence[Planted]) -> list[Rates]:
    """The rates of each detector over the same reports. Honest: no cheat of any kind."""
    honest = [each.report for each in reports if not each.cheats]
    rates = []
    for name, detector in DETECTORS.items():
        cheating = [each.report for each in reports if name in each.cheats]
        found = sum(detector(report) is not None for report in cheating)
        accused = sum(detector(report) is not None for report in honest)
        rates.append(Rates(name, len(cheating), found, len(honest), accused))
    return rates
