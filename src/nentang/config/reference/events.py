"""The page of the events: what apps tell each other, who listens, what is done every so often."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from nentang import agreements
from nentang.foundation.outbox.registry import jobs, listeners_of
from nentang.kernel.frozen import Frozen

from .house import house_apps, module_of
from .markdown import code, document, first_sentence, section, sentence, table


def page() -> str:
    """Events with fields and listeners, then jobs."""
    events = sorted({*_events()}, key=lambda event: str(event.name))  # type: ignore[attr-defined]
    return document(
        "Events and jobs",
        "Events are published in the transaction in which they happen and reach every listener at least "
        "once ([why](../decisions/0010-deliveries-are-written-when-an-event-is-published.md)). They carry "
        "identifiers and values, no personal data.",
        section("Events", table(("event", "meaning", "carries", "who listens"), map(_row, events))),
        section("Jobs", "Run by one worker at a time.", table(("job", "every"), _jobs())),
    )


def _row(event: type[Frozen]) -> tuple[str, str, str, str]:
    event_name = str(event.name)  # type: ignore[attr-defined]  # `_events` asks for it
    carries = ", ".join(code(name) for name in event.__struct_fields__)
    return (
        code(event_name),
        sentence(first_sentence(event.__doc__).removeprefix("Event: ")),
        carries,
        ", ".join(map(code, listeners_of(event_name))),
    )


def _events() -> Iterator[type[Frozen]]:
    agreed = (f"{agreements.__name__}.{found.name}" for found in iter_modules(agreements.__path__))
    for module in [
        *(module_of(app, "events") for app in house_apps()),
        *map(import_module, agreed),
    ]:
        if module:
            yield from _events_of(module)


def _events_of(module: ModuleType) -> Iterator[type[Frozen]]:
    for entry in vars(module).values():
        if (
            isinstance(entry, type)
            and issubclass(entry, Frozen)
            and isinstance(getattr(entry, "name", None), str)
        ):
            yield entry


def _jobs() -> Iterator[tuple[str, str]]:
    for job in sorted(jobs().values(), key=lambda job: job.name):
        yield code(job.name), _span(job.seconds)


def _span(seconds: int) -> str:
    for size, word in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds % size == 0:
            count = seconds // size
            return word if count == 1 else f"{count} {word}s"
    return f"{seconds} seconds"
