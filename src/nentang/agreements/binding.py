"""A slot for the one implementation of a Protocol; `config` fills it at start."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Binding(Generic[T]):
    """Call it to get what was bound; asking before anything was bound is a fault of the start-up."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bound: T | None = None

    def bind(self, implementation: T) -> None:
        """Fill the slot; the latest wins."""
        self._bound = implementation

    def __call__(self) -> T:
        if self._bound is None:
            raise RuntimeError(f"nothing is bound to {self._name}")
        return self._bound
