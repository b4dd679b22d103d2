"""What every page has, and what apps add to it."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from nentang.foundation.portal import registry
from nentang.foundation.portal.public import (
    HomeCard,
    LifeEvent,
    MenuEntry,
    PageRequest,
    add_home_card,
    add_life_event,
    add_to_menu,
    compile_translations,
    set_search_url,
)
from nentang.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _an_empty_house(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_menu", "_life_events", "_home_cards", "_search"):
        monkeypatch.setattr(registry, name, [])


def test_the_home_page_asks_and_shows_nothing_that_no_app_brought(client: Client) -> None:
    page = client.get("/").text

    assert "Ông bà, anh chị cần làm gì?" in page
    assert "Chưa có dịch vụ nào được bật" in page
    assert 'role="search"' not in page


def test_life_events_cards_and_search_come_from_the_apps(client: Client) -> None:
    def nothing(request: PageRequest) -> dict[str, object]:
        return {}

    def state(request: PageRequest) -> dict[str, object]:
        return {"tone": "ok", "text": f"Chào {request.path}"}

    add_life_event(LifeEvent("Kết hôn", "Đăng ký", "marriage", "/ket-hon/", order=2))
    add_life_event(LifeEvent("Sinh con", "Khai một lần", "baby", "/sinh-con/", order=1))
    add_home_card(HomeCard("Hồ sơ của tôi", "portal/components/chip.html", state))
    add_home_card(HomeCard("Không có gì", "portal/components/chip.html", nothing))
    set_search_url("portal:gallery")

    page = client.get("/").text

    assert page.index("Sinh con") < page.index("Kết hôn")
    assert "Chào /" in page
    assert "Không có gì" not in page
    assert '<form role="search" action="/giao-dien/">' in page


def test_the_menu_shows_what_the_reader_may_use_and_where_one_is(client: Client) -> None:
    add_to_menu(MenuEntry("Bộ giao diện", "portal:gallery", lambda actor: True))
    add_to_menu(MenuEntry("Chỉ cán bộ", "portal:about", lambda actor: actor.is_officer))

    page = client.get("/giao-dien/").text

    assert '<a href="/giao-dien/" aria-current="page">Bộ giao diện</a>' in page
    assert "Chỉ cán bộ" not in page


def test_a_page_is_vietnamese_whatever_the_browser_asks_for(client: Client) -> None:
    answer = client.get("/", headers={"Accept-Language": "en-US"})

    assert '<html lang="vi">' in answer.text
    assert answer["Content-Language"] == "vi"


def test_the_language_switch_names_both_languages_in_themselves_and_comes_back(
    client: Client,
) -> None:
    page = client.get("/ve-trang-nay/").text
    assert '<button name="language" value="en" lang="en">English</button>' in page
    assert '<span lang="vi" aria-current="true">Tiếng Việt</span>' in page

    answer = client.post("/ngon-ngu/", {"language": "en", "next": "/ve-trang-nay/"}, follow=True)

    assert answer.redirect_chain == [("/ve-trang-nay/", 302)]
    assert "About this site" in answer.text


def test_the_language_switch_leads_nowhere_else(client: Client) -> None:
    answer = client.post("/ngon-ngu/", {"language": "en", "next": "https://evil.example/"})

    assert answer["Location"] == "/"


def test_a_demo_says_so_and_names_its_day(
    client: Client, settings: LazySettings, at: datetime
) -> None:
    settings.DEMO = True
    clock.use(lambda: at)

    assert "hôm nay là 07/12/2020" in client.get("/").text


def test_the_page_of_components_speaks_english_throughout(client: Client) -> None:
    client.cookies["ngon_ngu"] = "en"
    page = client.get("/giao-dien/").text

    assert "A dossier is a line in time" in page
    for left_over in ("Biểu đồ", "Lời nhắn", "Đúng hẹn", "ngày làm việc"):
        assert left_over not in page


def test_translations_are_compiled_once_and_again_after_a_change(tmp_path: Path) -> None:
    po = tmp_path / "app" / "locale" / "en" / "LC_MESSAGES" / "django.po"
    po.parent.mkdir(parents=True)
    po.write_text('msgid ""\nmsgstr ""\n\nmsgid "Tìm"\nmsgstr "Search"\n', "utf-8")

    assert compile_translations(tmp_path) == 1
    assert compile_translations(tmp_path) == 0
    assert b"Search" in po.with_suffix(".mo").read_bytes()
