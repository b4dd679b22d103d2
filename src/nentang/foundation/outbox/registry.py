"""Who listens to what, and what is done every so often.

Filled by the `listeners.py` and `tasks.py` of each app, which are loaded when somebody first asks: they
call actions, and a process that publishes nothing needs none of them.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, Protocol, TypeVar

from django.utils.module_loading import autodiscover_modules

from nentang.kernel.frozen import Frozen

E = TypeVar("E")
E_contra = TypeVar("E_contra", contravariant=True)


class Listener(Protocol[E_contra]):
    """Takes an event; idempotent, for it may be called again after a crash."""

    def __call__(self, event: E_contra, /, *, at: datetime) -> None:
        """Do what follows from the event, in a transaction of its own."""


class JobFunction(Protocol):
    """Does a piece of periodic work; opens its own transactions."""

    def __call__(self, *, at: datetime) -> object:
        """Do what is due."""


class Subscription(Frozen):
    """One listener of one event. `wants` is a pure question to the event, asked before it is written."""

    name: str
    event_class: type[Any]
    function: Listener[Any]
    wants: Callable[[Any], bool]


class PeriodicJob(Frozen):
    """One job and the seconds between two runs."""

    name: str
    seconds: int
    function: JobFunction


_subscriptions: dict[str, Subscription] = {}
_jobs: dict[str, PeriodicJob] = {}
_by_event: dict[str, tuple[str, ...]] = {}


@cache
def _gather() -> None:
    autodiscover_modules("listeners", "tasks")


def subscriptions() -> dict[str, Subscription]:
    """Every listener by its lasting name."""
    _gather()
    return _subscriptions


def jobs() -> dict[str, PeriodicJob]:
    """Every periodic job by its lasting name."""
    _gather()
    return _jobs


def _all(event: object) -> bool:
    return True


def listen(
    event_class: type[E], name: str, *, when: Callable[[E], bool] = _all
) -> Callable[[Listener[E]], Listener[E]]:
    """Deliver every later event of that class to the function, under that lasting name.

    With `when`, only those for which it holds; the others cost nobody a delivery.
    """

    def add(function: Listener[E]) -> Listener[E]:
        _refuse_second(name, _subscriptions)
        _subscriptions[name] = Subscription(name, event_class, function, when)
        event_name: str = event_class.name  # type: ignore[attr-defined]  # every event has one
        _by_event[event_name] = (*_by_event.get(event_name, ()), name)
        return function

    return add


def every(seconds: int, name: str) -> Callable[[JobFunction], JobFunction]:
    """Call the function about every so many seconds, in one worker at a time."""

    def add(function: JobFunction) -> JobFunction:
        _refuse_second(name, _jobs)
        _jobs[name] = PeriodicJob(name, seconds, function)
        return function

    return add


def listeners_of(event_name: str) -> tuple[str, ...]:
    """Names of those who listen to the event."""
    _gather()
    return _by_event.get(event_name, ())


def takers(event: object) -> tuple[str, ...]:
    """Names of those who listen to the event and want this one."""
    names = listeners_of(event.name)  # type: ignore[attr-defined]  # as above
    return tuple(name for name in names if _subscriptions[name].wants(event))


def forget(name: str) -> None:
    """Take a listener or job out again, as tests and one-off programs do."""
    _jobs.pop(name, None)
    if subscription := _subscriptions.pop(name, None):
        event_name = subscription.event_class.name
        _by_event[event_name] = tuple(n for n in _by_event[event_name] if n != name)


def _refuse_second(name: str, registered: dict[str, Any]) -> None:
    if name in registered:
        raise ValueError(f"{name} is registered twice")
