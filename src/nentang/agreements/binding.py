"""A slot for the one implementation of a Protocol; its app fills it at start."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Binding(Generic[T]):
    """Call it to get what was bound; asking before anything was bound is a fault of the start-up."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._make: Callable[[], T] | None = None
        self._bound: T | None = None

    def bind(self, make: Callable[[], T]) -> None:
        """Fill the slot with what `make` returns when somebody first asks; the latest wins."""
        self._make, self._bound = make, None

    def __call__(self) -> T:
        if self._make is None:
            raise RuntimeError(f"nothing is bound to {self._name}")
        if self._bound is None:
            self._bound = self._make()
        return self._bound
