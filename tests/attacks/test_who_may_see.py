"""Whatever address somebody tries: they read nobody's data, and change nothing, that is not theirs."""

from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.kernel import clock
from tests.government.services.factories import sign_in

from .treasury import make_furnished_world
from .world import World, may_know, rows

# No long transaction: what is settled on PostgreSQL waits for the oldest one of the whole server.
pytestmark = pytest.mark.django_db(transaction=True)
STRANGERS = ("nobody", "stranger", "clerk elsewhere", "leader elsewhere")

LAWFUL = {
    ("clerk elsewhere", "identity_mandate"),
    ("leader elsewhere", "small_registers_entrycounter"),
}
"""Whoever has a mandate revoked may do so at any counter; officers of one body draw numbers from its own counter."""


@pytest.fixture
def world(at: datetime, settings: Settings) -> World:
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    return make_furnished_world(at)


def browser(actor: Actor, settings: Settings) -> Client:
    """Signed in with a second factor; then no demo any more, whose post box is everybody's."""
    settings.DEMO = True
    client = sign_in(actor) if actor.account_id else Client()
    settings.DEMO = False
    client.raise_request_exception = False
    return client


def test_no_page_shows_a_citizen_to_whoever_may_not_open_their_dossier(
    world: World, settings: Settings
) -> None:
    told, seen = [], 0
    for name, actor in world.actors.items():
        client = browser(actor, settings)
        hidden = [c for c in (world.mother, world.neighbour) if not may_know(actor, c)]
        names = {citizen.words[0] for citizen in hidden}
        for address in world.addresses():
            is_list = not any(each in address for each in world.named)
            for asked in ("", *names) if is_list else ("",):
                answer = client.get(address, {"q": asked, "loc": "ca-bo-phan"} if asked else {})
                assert answer.status_code != 500, f"{name} {address}"
                seen += answer.status_code == 200
                text = page_of(answer, asked=asked)
                told += [
                    f"{name}: {word} at {address}"
                    for citizen in hidden
                    for word in citizen.words
                    if word in text and word not in address
                ]
    assert told == []
    assert seen > 300


def page_of(answer: object, *, asked: str) -> str:
    """What the page says beyond what was typed into its search."""
    content = b"".join(answer) if getattr(answer, "streaming", False) else answer.content  # type: ignore[attr-defined, call-overload]
    text = content.decode(errors="replace")
    return text.replace(f'value="{asked}"', "") if asked else text


def test_nobody_changes_what_is_not_theirs(world: World, settings: Settings) -> None:
    filled = {"text": "x" * 20, "version": "1", "reason": "x", "way": "electronic", "stars": "1"}
    for name in STRANGERS:
        actor = world.actors[name]
        client, before = browser(actor, settings), rows(but_of=actor)
        for address in world.addresses():
            answer = client.post(address, filled)
            assert answer.status_code != 500, f"{name} {address}"
        after = rows(but_of=actor)
        for table, kept in before.items():
            changed = {key for key, row in kept.items() if after[table].get(key) != row}
            if (name, table) not in LAWFUL:
                assert not changed, f"{table}: rows {changed} were changed by {name}"


def test_anothers_dossier_answers_as_one_that_does_not_exist(
    world: World, settings: Settings
) -> None:
    code = world.mother.dossiers[0]
    nothing = f"{code[:-4]}9999"
    for name in ("stranger", "clerk elsewhere", "leader elsewhere"):
        client = browser(world.actors[name], settings)
        for page in ("/ho-so/{}/", "/mot-cua/ho-so/{}/", "/mot-cua/tra-ket-qua/{}/"):
            theirs, none = client.get(page.format(code)), client.get(page.format(nothing))
            assert theirs.status_code == none.status_code, f"{name} {page}"
            assert words(theirs, code) == words(none, nothing), f"{name} {page}"


def words(answer: object, code: str) -> str:
    """The page without what differs with every request: tokens, numbers, the code asked for."""
    import re

    text = answer.content.decode().replace(code, "CODE")  # type: ignore[attr-defined]
    text = re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", text)
    return re.sub(r'<span class="code">[0-9a-f]{12}</span>', "", text)
