"""Every action of the house that somebody may try."""

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from tests.laws.house import SOURCE


class Act(Frozen):
    """An action, by `app.name`, and the names of what it takes."""

    name: str
    function: Callable[..., Any]
    takes: tuple[str, ...]

    @property
    def app(self) -> str:
        """The app it belongs to."""
        return self.name.partition(".")[0]


def acts() -> Iterator[Act]:
    """Every action that takes an actor, in the order of the files."""
    for path in sorted(SOURCE.glob("*/*/actions/*.py")):
        for name, function in _functions(path):
            takes = _names(function)
            if "actor" in takes:
                yield Act(f"{path.parts[-3]}.{name}", function, takes)


def actorless() -> Iterator[str]:
    """Every action that nobody in particular does: `app.name`."""
    for path in sorted(SOURCE.glob("*/*/actions/*.py")):
        for name, function in _functions(path):
            if "actor" not in _names(function):
                yield f"{path.parts[-3]}.{name}"


def _names(function: Callable[..., Any]) -> tuple[str, ...]:
    """What must or may be handed to it by name; nothing further."""
    parameters = signature(function).parameters.values()
    return tuple(each.name for each in parameters if each.kind is each.KEYWORD_ONLY)


def _functions(path: Path) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The action of that file; files with an underscore hold parts of actions."""
    if not path.stem.startswith("_"):
        module = import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
        if function := vars(module).get(path.stem):
            yield path.stem, function
