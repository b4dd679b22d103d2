"""What has to be written so that kept values become computed ones."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from nentang.kernel.frozen import Frozen

Key = TypeVar("Key")
Value = TypeVar("Value")


class Counted(NamedTuple):
    """What stands in a value."""

    formula_version: int
    numerator: float
    denominator: float

    def with_more(self, more: "Counted") -> "Counted":
        """Both together, added in decimals as all facts at once would be."""
        return Counted(
            more.formula_version,
            _added(self.numerator, more.numerator),
            _added(self.denominator, more.denominator),
        )


class Differences(Frozen, Generic[Key, Value]):
    """Values to write, new or changed, and keys of values that are no longer computed."""

    written: dict[Key, Value]
    gone: list[Key]

    @property
    def count(self) -> int:
        """How many values are touched."""
        return len(self.written) + len(self.gone)


def differences(
    kept: Mapping[Key, Value], computed: Mapping[Key, Value]
) -> Differences[Key, Value]:
    """Compare what is kept with all that was computed."""
    written = {key: value for key, value in computed.items() if kept.get(key) != value}
    return Differences(written, [key for key in kept if key not in computed])


def additions(
    kept: Mapping[Key, Counted], more: Mapping[Key, Counted]
) -> Differences[Key, Counted]:
    """What is kept with what came on top of it; a value that only stays as it is is left alone."""
    whole = {
        key: kept[key].with_more(counted) if key in kept else counted
        for key, counted in more.items()
    }
    return Differences({key: v for key, v in whole.items() if kept.get(key) != v}, [])


def _added(one: float, other: float) -> float:
    return float(Decimal(repr(one)) + Decimal(repr(other)))
