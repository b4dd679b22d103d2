"""Who listens to what, and what is done every so often. Filled by each app's `listeners.py`."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

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


subscriptions: dict[str, Subscription] = {}
jobs: dict[str, PeriodicJob] = {}
_by_event: dict[str, tuple[str, ...]] = {}


def _all(event: object) -> bool:
    return True


def listen(
    event_class: type[E], name: str, *, when: Callable[[E], bool] = _all
) -> Callable[[Listener[E]], Listener[E]]:
    """Deliver every later event of that class to the function, under that lasting name.

    With `when`, only those for which it holds; the others cost nobody a delivery.
    """

    def add(function: Listener[E]) -> Listener[E]:
        _refuse_second(name, subscriptions)
        subscriptions[name] = Subscription(name, event_class, function, when)
        event_name: str = event_class.name  # type: ignore[attr-defined]  # every event has one
        _by_event[event_name] = (*_by_event.get(event_name, ()), name)
        return function

    return add


def every(seconds: int, name: str) -> Callable[[JobFunction], JobFunction]:
    """Call the function about every so many seconds, in one worker at a time."""

    def add(function: JobFunction) -> JobFunction:
        _refuse_second(name, jobs)
        jobs[name] = PeriodicJob(name, seconds, function)
        return function

    return add


def listeners_of(event_name: str) -> tuple[str, ...]:
    """Names of those who listen to the event."""
    return _by_event.get(event_name, ())


def takers(event: object) -> tuple[str, ...]:
    """Names of those who listen to the event and want this one."""
    names = _by_event.get(event.name, ())  # type: ignore[attr-defined]  # as above
    return tuple(name for name in names if subscriptions[name].wants(event))


def forget(name: str) -> None:
    """Take a listener or job out again, as tests and one-off programs do."""
    jobs.pop(name, None)
    if subscription := subscriptions.pop(name, None):
        event_name = subscription.event_class.name
        _by_event[event_name] = tuple(n for n in _by_event[event_name] if n != name)


def _refuse_second(name: str, registered: dict[str, Any]) -> None:
    if name in registered:
        raise ValueError(f"{name} is registered twice")
