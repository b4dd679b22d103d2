"""How far what is measured may differ from what is written."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

from .areas import square_metres

FIRST_RULED = date(2014, 7, 5)
"""What is older is measured by the first rule that we know."""
FILE = Path(__file__).parents[1] / "law" / "tolerances.yaml"


class Tolerance(Frozen):
    """Of areas: factor × scale × √area; along borders: metres on either side."""

    factor: Decimal
    scale: int
    border: Decimal

    def of_area(self, area: Decimal) -> Decimal:
        """Square metres by which an area like this may be wrong."""
        return square_metres(self.factor * self.scale * area.sqrt())

    def along(self, metres: float) -> float:
        """Square metres that borders of this length may be wrong by."""
        return metres * float(self.border)


def tolerance_on(day: date) -> Tolerance:
    """What is allowed on that day."""
    return tolerance_law().in_force(on=max(day, FIRST_RULED))


@cache
def tolerance_law() -> Law[Tolerance]:
    """What is allowed on which day."""
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> Tolerance:
    return Tolerance(Decimal(value["factor"]), value["scale"], Decimal(value["border"]))
