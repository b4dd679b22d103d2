"""Chromium for tests: open a page of the live server and look at it as people do.

@pytest.mark.browser
def test_the_page_is_accessible(live_server):
    with open_page(live_server.url + "/") as page:
        assert_accessible(page)
        assert_no_sideways_scroll(page, 320)
"""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Page, Response, sync_playwright

CHROMIUM = "/usr/bin/chromium"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COMPRESSED = ("text/", "application/javascript", "image/svg")


@contextmanager
def open_page(
    url: str, *, width: int = 1280, script: bool = True, language: str = ""
) -> Iterator[Page]:
    """The page in a fresh browser; what it writes to its console as an error fails the test."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop lives in this thread
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            context = browser.new_context(
                viewport={"width": width, "height": 800}, java_script_enabled=script
            )
            if language:
                context.add_cookies([{"name": "ngon_ngu", "value": language, "url": url}])
            page = context.new_page()
            errors: list[str] = []
            page.on(
                "console", lambda said: errors.append(said.text) if said.type == "error" else None
            )
            page.goto(url)
            yield page
            connections.close_all()  # playwright's loop has connections of its own
            browser.close()
            assert not errors, f"The console of {url} complains: {errors}"
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def assert_accessible(page: Page) -> None:
    """No finding of axe on what the page shows now (WCAG 2.2 A and AA, and good practice)."""
    found = Axe().run(page, options={"runOnly": WCAG})

    assert not found.violations_count, found.generate_report()


def assert_no_sideways_scroll(page: Page, width: int) -> None:
    """At that width nothing stands out to the side."""
    page.set_viewport_size({"width": width, "height": 800})
    needed = page.evaluate("document.documentElement.scrollWidth")
    wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    culprits = page.evaluate(f"{wide}.slice(0, 5).map(e => e.outerHTML.slice(0, 120))")

    assert needed <= width, f"{needed} pixels needed at {width}: {culprits}"


def small_targets(page: Page, least: int = 44) -> list[str]:
    """Buttons, fields and menu links lower than `least` pixels (links inside a sentence apart)."""
    return page.evaluate(
        """least => [...document.querySelectorAll('button, select, textarea, summary, input, nav a, a.button')]
          .filter(e => e.checkVisibility() && !e.closest('.hidden, .desk, .tick, .choices') && e.type !== 'hidden')
          .filter(e => e.getBoundingClientRect().height < least)
          .map(e => e.outerHTML.slice(0, 100))""",
        least,
    )


def first_load(url: str) -> dict[str, int]:
    """Bytes of each answer of a first visit, compressed as the server does (pages themselves are not)."""
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        body = response.body()
        packed = response.request.resource_type != "document" and response.headers.get(
            "content-type", ""
        ).startswith(COMPRESSED)
        sizes[response.url] = len(gzip.compress(body, 9)) if packed else len(body)

    with open_page("about:blank", width=390) as page:
        page.on("requestfinished", lambda request: weigh(request.response()))
        page.goto(url)
        page.wait_for_load_state("networkidle")
    return sizes
