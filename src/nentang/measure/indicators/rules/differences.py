"""What has to be written so that kept values become computed ones."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from nentang.kernel.frozen import Frozen

Key = TypeVar("Key")
Value = TypeVar("Value")


class Differences(Frozen, Generic[Key, Value]):
    """Values to write, new or changed, and keys of values that are no longer computed."""

    written: dict[Key, Value]
    gone: list[Key]

    @property
    def count(self) -> int:
        """How many values are touched."""
        return len(self.written) + len(self.gone)


def differences(
    kept: Mapping[Key, Value], computed: Iterable[tuple[Key, Value]]
) -> Differences[Key, Value]:
    """Compare what is kept with what was computed."""
    now = dict(computed)
    written = {key: value for key, value in now.items() if kept.get(key) != value}
    return Differences(written, [key for key in kept if key not in now])
