"""Codes drawn by chance that no record has."""

from collections.abc import Callable

from nentang.foundation.registers.models import Record, every_row
from nentang.kernel.errors import DomainError

TRIES = 60


def free_code(
    model: type[Record], draw: Callable[[], str | None], *, exhausted: type[DomainError]
) -> str:
    """What `draw` gives first that no record has; who draws the same at once is refused on saving.

    `draw` may give None where a number stands for nothing. Raises `exhausted` after sixty tries.
    """
    for _ in range(TRIES):
        code = draw()
        if code and not every_row(model).filter(code=code).exists():
            return code
    raise exhausted
