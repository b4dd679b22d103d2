"""Doors open for what is asked of them, and load nothing else.

A `public.py`, and the packages `actions` and `queries`, only say from where each of their names comes. Python
would load all of it for whoever asks for one name, and so half of the house for every process. Here such a
module notes where its names come from, and fetches each when it is first asked for.
"""

import re
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

HOUSE = "nentang."
DOORS = frozenset({"public", "actions", "queries"})
_FROM = re.compile(
    r"^from (\.\w[\w.]*|\w[\w.]*) import (?:\(\n([^)]*)\)|([^(\n]*))\n", re.MULTILINE
)
_ALL = re.compile(r"^__all__ = \[([^\]]*)\]\n?", re.MULTILINE)
_NAME = re.compile(r'"(\w+)"')
_SAID = re.compile(r'\A"""[^"]*"""\n')


class Door(ModuleType):
    """A module whose names are fetched when they are first asked for."""

    _origins: dict[str, tuple[str, str]]

    def __getattr__(self, name: str) -> object:
        module, own = self.__dict__.get("_origins", {}).get(name, ("", ""))
        if not module:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(module, self.__package__), own)
        self.__dict__[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        # An action and its module have one name, and Python calls the package's attribute by the module.
        is_own_module = isinstance(value, ModuleType) and value.__package__ == self.__name__
        if not (is_own_module and name in self.__dict__.get("_origins", ())):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *self._origins})


class _DoorLoader(SourceFileLoader):
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Door(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Note the names where the file only says from where they come; run it as any other where not."""
        source = self.get_data(self.path).decode()
        origins = origins_in(source)
        module.__dict__["_origins"] = origins or {}
        if origins is None:
            super().exec_module(module)
        elif shown := _ALL.search(source):
            module.__dict__["__all__"] = _NAME.findall(shown[1])
            module.__doc__ = source.split('"""', 2)[1]


class _DoorFinder:
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(HOUSE) or name.rpartition(".")[2] not in DOORS:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _DoorLoader(name, spec.loader.path)
        return spec


def origins_in(source: str) -> dict[str, tuple[str, str]] | None:
    """Module and name behind each name of a file; None where the file does more than name them."""
    rest = _ALL.sub("", _FROM.sub("", _SAID.sub("", source)))
    if rest.strip():
        return None
    origins = {}
    for module, several, one in _FROM.findall(source):
        for entry in (several or one).split(","):
            own, _, shown = entry.partition("#")[0].strip().partition(" as ")
            if own:
                origins[shown or own] = (module, own)
    return origins


def hang_doors() -> None:
    """Let doors of the house be such from now on; once a process."""
    if not any(isinstance(each, _DoorFinder) for each in sys.meta_path):
        sys.meta_path.insert(0, _DoorFinder())
