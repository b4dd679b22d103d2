"""In lands of chance: what a list, search, count, export or file shows is what its page would show."""

import os
import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import Actor
from nentang.config.api import api
from nentang.foundation.casework.public import find_case
from nentang.foundation.identity.context import MANDATE
from nentang.kernel import clock
from tests.government.services.factories import sign_in
from tests.laws.house import routes

from .battery import disagreements
from .rights import Land, make_land

pytestmark = pytest.mark.django_db(transaction=True)
CODE = re.compile(r"000\.3[78]\.15\.H42-\d{6}-\d{4}")
WHO = ("citizen 0", "agent services.", "agent health.", "clerk here", "leader there", "nobody")
SEEDS = [int(each) for each in os.environ.get("NENTANG_ATTACK_SEEDS", "749").split(",")]
LEFT_OUT = ("openid", "dang-", "giao-dien", "quen-", ".well-known", "mot-cua/so-theo-doi/lap")


@pytest.fixture(params=SEEDS)
def land(request: pytest.FixtureRequest, at: datetime, settings: Settings) -> Land:
    settings.RATELIMIT_ENABLE = False
    settings.DEMO = True
    clock.use(lambda: at)
    return make_land(at, seed=request.param)


def browser(actor: Actor) -> Client:
    """Signed in, and acting for whom the actor acts."""
    client = sign_in(actor) if actor.account_id else Client()
    if actor.mandate_id:
        session = client.session
        session[MANDATE] = actor.mandate_id
        session.save()
    return client


def lists() -> list[str]:
    """Every address without a part of its own, of pages and of the JSON interface."""
    pages = [
        f"/{route}"
        for route, pattern in routes()
        if not pattern.pattern.converters and not route.startswith(LEFT_OUT) and "^" not in route
    ]
    interface = [
        f"/api/v1{path}"
        for _prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        if "GET" in operation.methods and "{" not in path
    ]
    return [*pages, *interface]


def test_no_list_search_or_export_shows_more_than_the_page(land: Land, settings: Settings) -> None:
    clients = {name: browser(land.actors[name]) for name in WHO}
    settings.DEMO = False  # whose post box is everybody's
    codes = {each.code for each in land.dossiers}
    shown, seen = [], 0
    for name, client in clients.items():
        hidden = codes - land.may_know(land.actors[name])
        for address in lists():
            first = client.get(address)
            if first.status_code not in (200, 404):
                continue
            asked = [first]
            if hidden and address in ("/viec/", "/thu-phi/", "/thu-phi/tai-ve/"):
                some = min(hidden)
                asked += [client.get(address, {"q": some, "loc": "ca-bo-phan", "ma": some})]
            for answer in asked:
                text = (
                    answer.getvalue().decode()
                    if answer.streaming
                    else answer.content.decode(errors="replace")
                )
                told = set(CODE.findall(re.sub(r'value="[^"]*"|\?[^"]*"', "", text)))
                seen += len(told)
                shown += [f"{name} {address} {code}" for code in told & hidden]
    assert shown == []
    assert seen > 25


def test_every_dossier_opens_to_those_alone_who_may_know_of_it(
    land: Land, settings: Settings
) -> None:
    clients = {name: browser(land.actors[name]) for name in WHO}
    settings.DEMO = False
    for name, client in clients.items():
        actor = land.actors[name]
        for dossier in land.dossiers:
            for address in ("/ho-so/{}/", "/mot-cua/ho-so/{}/", "/api/v1/dossiers/{}"):
                answer = client.get(address.format(dossier.code))
                is_open = answer.status_code == 200
                may = dossier.code in land.may_know(actor)
                is_barred = "mot-cua" in address and not actor.roles
                assert is_open == (may and not is_barred), f"{name} {address} {answer.status_code}"


def test_what_the_house_says_agrees_with_what_it_was_told(land: Land, at: datetime) -> None:
    assert list(disagreements(land, at)) == []
    assert all(find_case(each.code).holder_id == each.holder for each in land.dossiers)
