"""Walks the pages of a scene in one browser, as whoever each page is for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

from tests.browser import CHROMIUM

from .pages import LOOKS, Look
from .scene import Scene


@contextmanager
def a_browser() -> Iterator[Page]:
    """An empty page as wide as a phone."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop lives in this thread
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
            yield context.new_page()
            browser.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def walk(page: Page, base: str, scene: Scene, looks: list[Look] = LOOKS) -> Iterator[Look]:
    """Every look, opened on that page; those of one person one after the other."""
    who = None
    for look in sorted(looks, key=lambda each: each.who):
        if look.who != who:
            become(page, base, scene.people.get(look.who))
            who = look.who
        page.goto(base + look.address(scene.values), wait_until="load")
        yield look


def become(page: Page, base: str, account: int | None) -> None:
    """Sign in as that account, as a demo lets one do; nobody without one."""
    page.context.clear_cookies()
    if account is None:
        return
    page.goto(f"{base}/dang-nhap/")
    page.evaluate(
        """account => {
          const form = document.querySelector("form[action$='/thu/']");
          const chosen = Object.assign(document.createElement("input"), {name: "account", value: account});
          form.append(chosen); form.submit();
        }""",
        str(account),
    )
    page.wait_for_url(lambda url: "/dang-nhap/" not in url)
