"""What every page sends along: who may frame it, run script in it, keep it; and who may send a form."""

import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from nentang.config.api import api
from nentang.kernel import clock
from tests.government.services.factories import sign_in

from .treasury import make_furnished_world
from .world import World, make_master

FOR_PROGRAMS = {
    *("authorization", "token", "userinfo", "revoke", "logout"),
    *("sms_receipt", "gateway_notice"),
}
"""Routes without a token against forged forms: no cookie counts there, or nothing is changed."""
ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "javascript:alert(1)",
    "https:evil.example",
    "http://testserver@evil.example/",
    "\x0b//evil.example",
    "/%09/evil.example",
)
HERE = "/tra-cuu/?tu=day"
FOR_FRAMES = {
    "tong-quan/nhung/<str:indicator>/": "a chart that any page may frame; the same for everybody"
}
"""Pages meant to stand in others', each with its reason; their own test says what they must not do."""


@pytest.fixture
def world(at: datetime, settings: Settings) -> World:
    settings.RATELIMIT_ENABLE = False
    settings.DEMO = True
    clock.use(lambda: at)
    return make_furnished_world(at)


def every_route() -> Iterator[tuple[str, URLPattern]]:
    """Third parties' addresses too, the JSON interface apart."""
    yield from _routes("", get_resolver().url_patterns)


def _routes(prefix: str, patterns: list[Any]) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from () if here.startswith("api/") else _routes(here, pattern.url_patterns)
        else:
            yield here, pattern


def address_of(route: str) -> str:
    """Some address of the route: whether a form is forged is asked before what it is about."""
    filled = re.sub(r"<uuid:\w+>", "00000000-0000-0000-0000-000000000000", route)
    filled = re.sub(r"<int:\w+>", "1", filled)
    return "/" + ("quen-mat-khau/1-a-b/" if "uidb36" in route else re.sub(r"<[^>]+>", "a", filled))


@pytest.mark.django_db
def test_no_form_is_taken_without_its_token() -> None:
    client, taken, asked = Client(enforce_csrf_checks=True), [], 0
    for route, pattern in every_route():
        if pattern.name in FOR_PROGRAMS:
            continue
        asked += 1
        if client.post(address_of(route), {"a": "b"}).status_code != 403:
            taken.append(route)
    assert taken == []
    assert asked > 120


@pytest.mark.django_db
def test_no_form_is_taken_from_another_site() -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/dang-nhap/")
    token = client.cookies["csrf"].value
    for origin in ("https://evil.example", "null", "http://testserver.evil.example"):
        answer = client.post(
            "/dang-nhap/", {"csrfmiddlewaretoken": token}, headers={"origin": origin}
        )
        assert answer.status_code == 403, origin


@pytest.mark.django_db
def test_a_session_alone_changes_nothing_through_the_json_interface(world: World) -> None:
    client = sign_in(world.actors["mother"])
    client.handler.enforce_csrf_checks = True
    asked = 0
    for _prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                if "POST" in operation.methods and operation.auth_callbacks:
                    address = "/api/v1" + re.sub(r"{[^}]+}", "A-1", path)
                    answer = client.post(address, {}, content_type="application/json")
                    assert answer.status_code in (401, 403), address
                    asked += 1
    assert asked >= 6


@pytest.mark.django_db(transaction=True)
def test_every_page_is_walled_in(world: World, at: datetime, settings: Settings) -> None:
    officer, mother = sign_in(make_master(world.here, at=at)), sign_in(world.actors["mother"])
    holes, private = [], 0
    for page in world.pages():
        client = officer if page.is_for_officers else mother
        answer = client.get(page.filled({}))
        is_private = "no-store" in answer.get("Cache-Control", "")
        if page.route in FOR_FRAMES:
            continue
        holes += [f"{page.route}: {hole}" for hole in holes_of(answer)]
        says_something = answer.streaming or answer.content
        if says_something and not is_private and (page.is_for_officers or is_text(answer)):
            holes.append(f"{page.route}: kept by the browser")
        private += is_private
    for address in ("/dang-nhap/", "/khong-co/", "/quen-mat-khau/", "/dang-ky/", "/api/v1/units"):
        holes += [f"{address}: {hole}" for hole in holes_of(Client().get(address))]
    assert holes == []
    assert private > 60


def is_text(answer: Any) -> bool:
    """Whether it is a page."""
    return bool(answer.get("Content-Type", "").startswith("text/html"))


def holes_of(answer: Any) -> Iterator[str]:
    """What is wrong with the answer's headers and, where it is a page, with its text."""
    policy, is_page = answer.get("Content-Security-Policy", ""), is_text(answer)
    if "frame-ancestors 'none'" not in policy and is_page:
        yield "may be framed"
    if is_page and ("unsafe" in policy or "default-src 'self'" not in policy or "*" in policy):
        yield f"policy {policy}"
    if answer.get("X-Content-Type-Options") != "nosniff":
        yield "sniffed"
    if answer.get("Referrer-Policy") != "same-origin":
        yield "tells others where one came from"
    if is_page and not answer.streaming:
        yield from inline_in(answer.content.decode(), policy)


def inline_in(text: str, policy: str) -> Iterator[str]:
    """Script and style in the page itself, which its policy would not run."""
    reader = Inline(policy)
    reader.feed(text)
    yield from reader.found


class Inline(HTMLParser):
    """Finds script and style that stand in a page without the number that lets them run."""

    def __init__(self, policy: str) -> None:
        super().__init__()
        self.policy = policy
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        told = dict(attrs)
        is_inline = tag in ("script", "style") and "src" not in told
        is_run = is_inline and told.get("type") != "application/json"
        if is_run and f"'nonce-{told.get('nonce')}'" not in self.policy:
            self.found.append(f"<{tag}> without nonce")
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.found.append(f"<{tag} {name}>")
            if name in ("href", "src", "action", "formaction") and urlsplit(
                value or ""
            ).scheme not in (*("", "http", "https", "mailto", "tel", "sms", "data"),):
                self.found.append(f"<{tag} {name}={value}>")


@pytest.mark.django_db(transaction=True)
def test_no_page_sends_anybody_elsewhere(world: World, at: datetime) -> None:
    client = sign_in(world.actors["mother"])
    following = []
    for route, _pattern in every_route():
        address = address_of(route)
        if route.startswith(("dang-xuat", "openid")):
            continue
        for method in ("get", "post"):
            answer = getattr(client, method)(address, {"next": HERE, "language": "en"})
            told = answer.get("Location", "") + (
                "" if answer.streaming else answer.content.decode()
            )
            if "/tra-cuu/?tu=day" in told.replace("%3F", "?").replace("%3D", "=").replace(
                "%2F", "/"
            ):
                following.append((method, address))
    assert len(following) > 3, following
    for method, address in [*following, ("post", "/dang-xuat/")]:
        for elsewhere in ELSEWHERE:
            answer = getattr(client, method)(f"{address}", {"next": elsewhere, "language": "vi"})
            assert stays(answer.get("Location", "/")), f"{method} {address} {elsewhere}"


def stays(location: str) -> bool:
    """Whether a browser that follows this is still on the site."""
    tidy = location.strip("\x00\x0b\t\r\n ").replace("\\", "/")
    parts = urlsplit(tidy)
    return (
        parts.netloc in ("", "testserver")
        and not tidy.startswith("//")
        and parts.scheme in ("", "http")
    )


@pytest.mark.django_db
def test_cookies_are_for_this_site_and_not_for_script() -> None:
    answer = Client().get("/dang-nhap/")
    assert answer.cookies["csrf"]["samesite"] == "Lax"
    assert configured.SESSION_COOKIE_HTTPONLY
    assert configured.SESSION_COOKIE_SAMESITE == "Lax"
    assert configured.SESSION_COOKIE_AGE <= 12 * 3600


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example"]
)
def test_another_host_name_is_refused(host: str) -> None:
    answer = Client(headers={"host": host}).get("/dang-nhap/")
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()


@pytest.mark.django_db
def test_a_forwarded_host_name_counts_for_nothing() -> None:
    answer = Client(headers={"x-forwarded-host": "evil.example"}).get("/quen-mat-khau/")
    assert "evil.example" not in answer.content.decode()
