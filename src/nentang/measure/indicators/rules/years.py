"""What a unit counted in the twelve months of a year, as one value that is kept and added to."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.json import decode, encode

from nentang.kernel.frozen import Frozen


class Key(Frozen, gc=False):
    """Which year of which unit; `geography` is empty for what the unit itself counted.

    Otherwise it is the day of a tree: then what lies within the unit on that day is in it too.
    """

    indicator: str
    geography: str
    unit_code: str
    year: int


class Year(Frozen, gc=False):
    """Twelve numerators and twelve denominators, each a list of JSON: there is a row for each, and they are many."""

    formula_version: int
    numerators: str
    denominators: str

    def with_more(self, more: "Year") -> "Year":
        """Both together, added in decimals as all facts at once would be."""
        return Year(
            more.formula_version,
            _added(self.numerators, more.numerators),
            _added(self.denominators, more.denominators),
        )


def packed(amounts: Sequence[float]) -> str:
    """The amounts of twelve months as they are kept."""
    return encode(amounts).decode()


def unpacked(kept: str) -> list[float]:
    """The amounts of twelve months."""
    return decode(kept, type=list[float])


def _added(one: str, other: str) -> str:
    pairs = zip(unpacked(one), unpacked(other), strict=True)
    return packed([_exactly(a, b) if b else a for a, b in pairs])


def _exactly(one: float, other: float) -> float:
    if one.is_integer() and other.is_integer():
        return one + other
    return float(Decimal(repr(one)) + Decimal(repr(other)))
