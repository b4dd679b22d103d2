"""Whatever somebody types, in an address, a query, a form or a cookie: an answer, never a fault."""

from datetime import datetime
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from nentang.kernel import clock
from tests.government.services.factories import sign_in

from .faults import Asker
from .treasury import make_furnished_world
from .wicked import IN_ADDRESSES, TYPED, names_read
from .world import World, make_master

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(at: datetime, settings: Settings) -> World:
    settings.RATELIMIT_ENABLE = False
    settings.DEMO = True
    clock.use(lambda: at)
    return make_furnished_world(at)


def test_no_page_falls_over_whatever_is_typed(world: World, at: datetime) -> None:
    officer = Asker(sign_in(make_master(world.here, at=at)))
    mother = Asker(sign_in(world.actors["mother"]))
    names = names_read()
    for page in world.pages():
        asker = officer if page.is_for_officers else mother
        for typed in TYPED:
            asker.ask("get", page.filled({}), dict.fromkeys(names, typed))
            asker.ask("post", page.filled({}), dict.fromkeys(names, typed))
        for part, converter in page.converters.items():
            for typed in IN_ADDRESSES[converter]:
                asker.ask("get", page.filled({part: typed}))
        cache.clear()  # as if there were no limits
    assert officer.faults | mother.faults == set()
    assert len(names) > 40
    assert officer.asked + mother.asked > 1000


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["phien", "csrf", "ngon_ngu", "messages"])
@pytest.mark.parametrize(
    "value", [r'"a\000bcdefghijkl"', "²" * 32, "x" * 4000, '"' + r"\377" * 20 + '"']
)
def test_no_cookie_makes_a_page_fall_over(name: str, value: str) -> None:
    asker = Asker(Client(headers={"cookie": f"{name}={value}"}))
    for address in ("/", "/ho-so/", "/dang-nhap/"):
        asker.ask("get", address)
        asker.ask("post", address, {"login": "a", "password": "b"})
    assert asker.faults == set()


@pytest.mark.django_db
@pytest.mark.parametrize("client_id", ["a%00b", "%2500", "%ff%fe", "²", "x" * 90])
def test_no_program_makes_the_sign_in_fall_over(client_id: str) -> None:
    asker = Asker(Client())
    asker.ask("get", f"/openid/authorize?client_id={client_id}&response_type=code&scope=openid")
    asker.ask("get", "/dang-nhap/?next=" + quote(f"/openid/authorize?client_id={client_id}"))
    form = "application/x-www-form-urlencoded"
    secrets = f"client_id={client_id}&client_secret={client_id}&code={client_id}"
    for grant in ("authorization_code", "refresh_token", "client_credentials", client_id):
        typed = f"{secrets}&grant_type={grant}&refresh_token={client_id}&token={client_id}"
        for door in ("token", "revoke", "userinfo", "logout"):
            asker.ask("post", f"/openid/{door}", typed, content_type=form)
    assert asker.faults == set()
