"""A passkey, made and used in a real browser with a virtual authenticator."""

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connections
from playwright.sync_api import Page, expect, sync_playwright
from pytest_django import Settings

from nentang.foundation.identity.models import SignIn

from .factories import PASSWORD, make_account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Chromium with an authenticator that holds keys and knows its owner."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    assert "localhost" in django_settings.ALLOWED_HOSTS
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        opened = browser.new_page()
        devtools = opened.context.new_cdp_session(opened)
        devtools.send("WebAuthn.enable")
        devtools.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        yield opened
        connections.close_all()  # playwright's loop has connections of its own
        browser.close()


def test_a_passkey_is_added_then_signs_in_at_level_two(
    page: Page, live_server: Any, at: datetime
) -> None:
    account = make_account(at=at, assurance=2)
    home = live_server.url.replace("127.0.0.1", "localhost")
    page.goto(f"{home}/dang-nhap/?next=/dinh-danh/khoa/them/")
    page.fill("[name=login]", account.username)
    page.fill("[name=password]", PASSWORD)
    page.click("form:has([name=login]) button:not([type=button])")
    page.fill("[name=password]", PASSWORD)
    page.click("form:has([name=password]) button:not([type=button])")
    page.check("[name=passwordless]")
    page.click("#passkey-start")
    page.wait_for_url("**/dinh-danh/ma-du-phong/")
    page.goto(f"{home}/dinh-danh/khoa/")
    expect(page.locator("tbody tr")).to_have_count(1)

    page.context.clear_cookies()
    page.goto(f"{home}/dang-nhap/?next=/dinh-danh/")
    page.click("#passkey-start")
    page.wait_for_url("**/dinh-danh/")
    expect(page.get_by_text("Phiên này đang ở mức độ 2.")).to_be_visible()
    assert SignIn.objects.filter(account=account, how="webauthn", success=True).exists()

    page.context.clear_cookies()
    page.goto(f"{home}/dang-nhap/?next=/dinh-danh/uy-quyen/")
    page.fill("[name=login]", account.username)
    page.fill("[name=password]", PASSWORD)
    page.click("form:has([name=login]) button:not([type=button])")
    page.wait_for_url("**/dinh-danh/nang-muc/**")
    page.click("#passkey-start")
    page.wait_for_url("**/dinh-danh/uy-quyen/")
