"""Every page that exists is looked at: it stands, fits a phone and a magnified screen, and passes axe."""

from datetime import datetime

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll

from .pages import LOOKS, NOT_PAGES, Look, routes
from .pictures import FOLDER, SIZES
from .scene import scene_of
from .small_house import make_small_house
from .walk import a_browser, walk

NOT_FOUND = "khong-co-trang-nay/"


def test_every_address_is_looked_at_or_says_why_not() -> None:
    looked_at = {look.route for look in LOOKS} - {NOT_FOUND}
    others = {route for named in NOT_PAGES.values() for route in named}

    assert looked_at & others == set()
    assert routes() - looked_at - others == set(), "put it into tests/looks/pages.py"
    assert looked_at | others == routes(), "these addresses are no more"


def test_every_page_is_in_the_index_with_its_pictures() -> None:
    shown = (FOLDER / "README.md").read_text("utf-8")
    wanted = {f"{look.slug}-{width}.webp" for look in LOOKS for width in SIZES}

    assert {name for name in wanted if f"({name})" not in shown} == set(), "run `make screens`"
    assert {path.name for path in FOLDER.glob("*.webp")} == wanted
    assert sum(path.stat().st_size for path in FOLDER.glob("*.webp")) < 10_000_000


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_every_page_stands_fits_and_passes_axe(
    live_server: LiveServer, settings: Settings, at: datetime
) -> None:
    settings.DEMO = True
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    scene = scene_of(make_small_house(at=at), at=at)
    wrong = []
    with a_browser() as page:
        for look in walk(page, live_server.url, scene):
            wrong += [f"{look.slug} ({page.url}): {finding}" for finding in _findings(look, page)]

    assert not wrong, "\n".join(wrong)


def _findings(look: Look, page: Page) -> list[str]:
    try:
        assert page.locator("h1").count() == 1, "one heading of the first rank"
        for width in (320, 360):
            assert_no_sideways_scroll(page, width)
        assert_accessible(page)
    except AssertionError as finding:
        return [str(finding)[:1500]]
    return []
