"""Areas as they are written: square metres to one decimal, exact."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

UNIT = Decimal("0.1")


def square_metres(area: float | Decimal) -> Decimal:
    """The area as it is written."""
    return Decimal(area).quantize(UNIT, ROUND_HALF_UP)


def apportioned(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """The total cut by those weights, each to one decimal, together exactly the total.

    What rounding leaves goes to the largest remainders, the first of equals first.
    """
    units = int((total / UNIT).to_integral_value())
    whole = sum(weights, Decimal())
    exact = [units * weight / whole for weight in weights]
    floors = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda place: (floors[place] - exact[place], place))
    for place in order[: units - sum(floors)]:
        floors[place] += 1
    return [each * UNIT for each in floors]


def area_words(area: Decimal) -> str:
    """`320,5`."""
    return str(area).replace(".", ",")
