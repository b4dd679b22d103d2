"""All there is in the world to try an action on, and who may and may not."""

from collections.abc import Iterator
from datetime import datetime
from inspect import signature
from itertools import zip_longest
from typing import Any

from msgspec.structs import replace

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor

from .acts import Act
from .fences import NOT_THEIRS
from .things.axis import axis
from .things.books import books
from .things.budget import budget
from .things.citizens import citizens
from .things.dossiers import dossiers
from .things.hall import hall
from .things.insured import insured
from .things.ledgers import ledgers
from .things.money import money
from .things.network import network
from .things.offices import offices
from .things.open_data import open_data
from .things.packs import packs
from .things.parcels import parcels
from .things.persons import persons
from .things.plans import plans
from .things.ranks import ranks
from .things.reports import reports
from .things.shops import shops
from .things.tasks import tasks
from .things.words import words
from .world import World, make_master, make_world

MAKERS = (
    persons,
    dossiers,
    money,
    hall,
    offices,
    citizens,
    insured,
    shops,
    parcels,
    budget,
    books,
    network,
    axis,
    reports,
    tasks,
    open_data,
    ranks,
    packs,
    plans,
    ledgers,
    words,
)


class Treasury:
    """All there is, and who stands around it."""

    def __init__(self, world: World, at: datetime) -> None:
        here, elsewhere = world.here, world.elsewhere
        self._world = world
        self._masters = {
            "here": make_master(here, at=at),
            "elsewhere": make_master(elsewhere, at=at),
            "colleague": make_master(here, at=at),
        }
        lots = [make(world, self._masters, at) for make in MAKERS]
        self._by_name = {name: value for lot in lots for name, value in lot.values.items()}
        assert len(self._by_name) == sum(len(lot.values) for lot in lots), "one name twice"
        self._places = [pair for lot in lots for pair in lot.places.items()]
        self._rightful = [actor for lot in lots for actor in lot.rightful]

    def furnished(self) -> World:
        """The world with all of it under the addresses where it is found."""
        parts = {name: list(values) for name, values in self._world.parts.items()}
        for _beginning, there in self._places:
            for name, value in there.items():
                parts[name] = list(dict.fromkeys([*parts.get(name, ()), value]))
        return replace(self._world, parts=parts, places=tuple(self._places))

    def strangers(self, app: str) -> dict[str, Actor]:
        """Who has no right to anything of the mother's or of the office here that is that app's."""
        named = ("stranger", "neighbour", "clerk elsewhere", "leader elsewhere")
        named += NOT_THEIRS.get(app, ())
        return {
            "nobody": ANONYMOUS,
            **{name: self._world.actors[name] for name in named},
            "every role elsewhere": self._masters["elsewhere"],
        }

    def rightful(self) -> list[Actor]:
        """Who together may do everything there is to do."""
        world, masters = self._world, self._masters
        everything = [masters["here"], masters["colleague"], world.here.clerk]
        return [SYSTEM, world.mother.actor, *everything, *self._rightful]

    def ways(self, act: Act) -> Iterator[dict[str, Any]]:
        """Keyword arguments for the act, such that each value stands in one of them."""
        names = [each for each in act.takes if each != "actor"]
        columns = [self._of(act, name) for name in names]
        for row in zip_longest(*columns, fillvalue=...) if columns else [()]:
            yield {
                name: column[0] if value is ... else value
                for name, column, value in zip(names, columns, row, strict=True)
            }

    def _of(self, act: Act, name: str) -> list[Any]:
        for key in (f"{act.name}.{name}", f"{act.app}.{name}", name):
            if key in self._by_name:
                assert self._by_name[key], f"there is no {key} in the world"
                return self._by_name[key]
        parameter = signature(act.function).parameters[name]
        assert parameter.default is not parameter.empty, (
            f"say in tests/attacks/things what stands for {name} of {act.name}"
        )
        return [parameter.default]


def make_furnished_world(at: datetime) -> World:
    """The world with all there is in it, each thing under its address."""
    return Treasury(make_world(at), at).furnished()
