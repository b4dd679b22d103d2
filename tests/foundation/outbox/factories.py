"""An event of no importance, and listeners that come and go with a test."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import ClassVar

from nentang.foundation.outbox import registry
from nentang.foundation.outbox.public import every, listen
from nentang.kernel.frozen import Frozen


class LampLit(Frozen):
    """A lamp was lit."""

    name: ClassVar[str] = "tests.lamp_lit"
    lamp: int
    place: str = "Hoà Bình"


@contextmanager
def listening(
    function: Callable[[LampLit], None],
    name: str = "tests.hear",
    when: Callable[[LampLit], bool] = lambda event: True,
) -> Iterator[None]:
    """Let the function hear of lamps."""

    def hear(event: LampLit, /, *, at: datetime) -> None:
        function(event)

    listen(LampLit, name, when=when)(hear)
    try:
        yield
    finally:
        registry.forget(name)


@contextmanager
def working(function: Callable[[datetime], None], name: str = "tests.job") -> Iterator[None]:
    """Let the function run every minute."""

    def work(*, at: datetime) -> None:
        function(at)

    every(60, name)(work)
    try:
        yield
    finally:
        registry.forget(name)
