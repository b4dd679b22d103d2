"""Whoever has no right is refused by every action of the house, whatever they hand it, and changes no row."""

import ast
from collections.abc import Iterator
from contextlib import ExitStack
from copy import deepcopy
from datetime import datetime
from hashlib import sha256
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.kernel import clock
from nentang.kernel.errors import NotAllowed, NotFound
from nentang.kernel.frozen import Frozen
from tests.laws.house import SOURCE, name_of, tree

from .acts import Act, actorless, acts
from .fences import FOR_EVERYBODY, LAWFUL, OF_THE_HOUSE, TRUSTING
from .mutants import Mutant, without_refusals
from .treasury import Treasury
from .world import make_world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # files that an action hands out, opened
]
NOISE = {"identity_signin", "identity_session", "identity_cache"}


class Scene(Frozen):
    """All there is, and everybody who tries something with it."""

    treasury: Treasury

    def guarded(self) -> Iterator[Act]:
        """Every action that not everybody may do and that asks by itself."""
        return (a for a in acts() if a.name not in {**FOR_EVERYBODY, **TRUSTING})

    def strangers(self, act: Act) -> dict[str, Actor]:
        """Who may not do it."""
        everybody = self.treasury.strangers(act.app).items()
        return {name: actor for name, actor in everybody if (act.name, name) not in LAWFUL}

    def tried(self, act: Act, way: dict[str, Any], actor: Actor) -> Exception | None:
        """What stopped the actor; nothing where it was done, which is undone."""
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined] # an action may want the outermost
        try:
            with outer:
                act.function(**deepcopy(way), actor=actor)
                transaction.set_rollback(True)
        except Exception as stopped:  # noqa: BLE001 - whatever it is, it is looked at
            return stopped
        return None


@pytest.fixture
def scene(at: datetime, settings: Settings) -> Scene:
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    return Scene(Treasury(make_world(at), at))


def test_every_action_refuses_every_stranger_and_they_change_no_row(scene: Scene) -> None:
    let_in, before = [], digests()
    for act in scene.guarded():
        for way in scene.treasury.ways(act):
            for name, actor in scene.strangers(act).items():
                stopped = scene.tried(act, way, actor)
                if is_let_in(stopped):
                    let_in.append(f"{act.name} by {name}: {stopped or 'done'!r}")
    assert not let_in, "\n".join(let_in)
    after = digests()
    assert [table for table in before if before[table] != after[table]] == []


def test_somebody_gets_past_the_wall_of_every_action_so_what_is_tried_is_there(
    scene: Scene,
) -> None:
    nobody = []
    for act in scene.guarded():
        tries = product(scene.treasury.ways(act), scene.treasury.rightful())
        if not any(is_let_in(scene.tried(act, way, actor)) for way, actor in tries):
            nobody.append(act.name)
    assert not nobody, "\n".join(nobody)


def test_the_law_notices_every_action_whose_walls_are_taken_away(scene: Scene) -> None:
    held = []
    for act in scene.guarded():
        name, actor = next(iter(scene.strangers(act).items()))
        if all(_still_refuses(scene, act, way, actor) for way in scene.treasury.ways(act)):
            held.append(f"{act.name} by {name}")
    assert not held, "\n".join(held)


def test_every_exception_is_one(scene: Scene) -> None:
    """What is let through by name is let through in truth; else the name goes from the list."""
    known = {act.name: act for act in acts()}
    assert {*FOR_EVERYBODY, *TRUSTING} <= known.keys()
    refused = [
        name
        for name, who in (*LAWFUL, *((each, "stranger") for each in FOR_EVERYBODY))
        if not any(
            is_let_in(scene.tried(known[name], way, scene.treasury.strangers(known[name].app)[who]))
            for way in scene.treasury.ways(known[name])
        )
    ]
    assert not refused, refused


def test_what_trusts_its_caller_is_called_by_no_page_but_those_that_ask_themselves() -> None:
    for name, (_reason, allowed) in TRUSTING.items():
        calling = {edge for edge, called in edges() if name.partition(".")[2] in called}
        assert calling == set(allowed), f"{name} trusts its caller: who asks permission there?"


def test_pages_do_nothing_without_an_actor_but_what_is_listed() -> None:
    names = {each.partition(".")[2]: each for each in actorless()}
    called = {names[each] for _edge, called in edges() for each in called & names.keys()}
    assert called == OF_THE_HOUSE.keys()


def is_let_in(stopped: Exception | None) -> bool:
    """Whether whoever tried was not stopped by a wall, but by nothing or only later."""
    return not isinstance(stopped, NotAllowed | NotFound)


def edges() -> Iterator[tuple[str, set[str]]]:
    """Every module of pages and of the JSON interface, with what it takes from elsewhere."""
    for path in sorted(SOURCE.rglob("*.py")):
        if {"views", "views.py", "api.py", "middleware.py"} & set(path.parts):
            nodes = list(ast.walk(tree(path)))
            imported = {a.name for n in nodes if isinstance(n, ast.ImportFrom) for a in n.names}
            reached = {
                n.attr
                for n in nodes
                if isinstance(n, ast.Attribute) and getattr(n.value, "id", "") == "actions"
            }
            yield name_of(path), imported | reached


def _still_refuses(scene: Scene, act: Act, way: dict[str, Any], actor: Actor) -> bool:
    """Whether it refuses even after every wall met on the way is gone: then nothing was ever tried."""
    with ExitStack() as holes:
        for _wall in range(9):
            stopped = scene.tried(act, way, actor)
            if is_let_in(stopped):
                return False
            hole = stopped and _hole_where(stopped)
            if hole is None:
                return True
            holes.enter_context(hole.at_large())
    return True


def _hole_where(stopped: Exception) -> Mutant | None:
    """The function that refused, without its refusals; None where it refuses in no plain way."""
    last = stopped.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    return without_refusals(last.tb_frame) if last else None


def digests() -> dict[str, str]:
    """A digest of each table."""
    found = {}
    for model in apps.get_models():
        table = model._meta.db_table
        if table not in NOISE and model._meta.managed:
            lines = sorted(map(repr, model._default_manager.values_list()))
            found[table] = sha256("\n".join(lines).encode()).hexdigest()
    return found
