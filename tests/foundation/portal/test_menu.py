"""The menu stays one line, however many apps add to it, and loses none of their links."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from nentang.foundation.portal import registry
from nentang.foundation.portal.context import FOLDERS
from nentang.foundation.portal.public import MenuEntry, MenuGroup, add_to_menu
from nentang.foundation.portal.rules.menu import ROOM, Menu, MenuLink, arrange
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page

TITLES = {group: str(FOLDERS[group]) for group in MenuGroup}
links_of_apps = st.lists(
    st.builds(
        MenuLink,
        label=st.text("abcde ", min_size=3, max_size=24),
        url=st.text("abc/", min_size=1),
        group=st.sampled_from(MenuGroup),
        is_current=st.booleans(),
        waiting=st.integers(0, 12),
    ),
    max_size=40,
)


def all_of(menu: Menu) -> list[MenuLink]:
    return [*menu.links, *(link for folder in menu.folders for link in folder.links)]


@given(links_of_apps)
def test_no_link_is_lost_or_shown_twice_and_the_line_is_never_longer_than_its_room(
    links: list[MenuLink],
) -> None:
    menu = arrange(links, TITLES)

    assert sorted(map(repr, all_of(menu))) == sorted(map(repr, links))
    assert menu.width <= ROOM
    assert all(folder.links for folder in menu.folders)


@given(links_of_apps)
def test_what_stands_in_the_line_keeps_its_order_and_comes_before_what_does_not(
    links: list[MenuLink],
) -> None:
    menu = arrange(links, TITLES)

    if menu.folders:
        at_hand = [link for link in links if link.group is MenuGroup.AT_HAND]
        assert list(menu.links) == at_hand[: len(menu.links)]


def test_few_links_stand_in_the_line_without_folders() -> None:
    links = [MenuLink("Dịch vụ công", "/a/"), MenuLink("Địa giới", "/b/", MenuGroup.LOOK_UP)]

    assert arrange(links, TITLES) == Menu(tuple(links))


def test_a_folder_says_what_is_new_in_it_and_whether_one_is_there() -> None:
    many = [MenuLink(f"Việc thứ {number}", "/v/") for number in range(12)]
    new = MenuLink("Thông báo", "/t/", MenuGroup.LOOK_UP, is_current=True, waiting=3)

    folder = arrange([*many, new], TITLES).folders[-1]

    assert (folder.title, folder.waiting, folder.is_current) == ("Tra cứu", 3, True)


@pytest.fixture
def _a_full_house(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Six links more of each kind than any officer has today."""
    monkeypatch.setattr(registry, "_menu", list(registry._menu))
    for number in range(6):
        for group in MenuGroup:
            label = f"Sổ đăng ký thứ {number}"
            add_to_menu(MenuEntry(label, "portal:gallery", lambda actor: True, group=group))
    return iter([None])


def _lines(page: Page) -> int:
    """In how many lines the menu stands."""
    lines: int = page.evaluate(
        """new Set([...document.querySelectorAll('.menu-line .shell > ul > li')]
          .map(e => Math.round(e.getBoundingClientRect().top))).size"""
    )
    return lines


@pytest.mark.browser
@pytest.mark.usefixtures("_a_full_house")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", [1000, 1280])
def test_a_full_menu_is_one_line_in_both_languages(
    live_server: LiveServer, language: str, width: int
) -> None:
    with open_page(live_server.url, width=width, language=language) as page:
        assert _lines(page) == 1
        assert page.locator(".menu-line details").count() == len(MenuGroup)
        page.locator(".menu-line summary").last.click()
        assert_accessible(page)
        assert_no_sideways_scroll(page, width)


@pytest.mark.browser
@pytest.mark.usefixtures("_a_full_house")
@pytest.mark.django_db(transaction=True)
def test_folders_open_by_keyboard_without_script_one_at_a_time(live_server: LiveServer) -> None:
    with open_page(live_server.url, script=False) as page:
        first, last = (
            page.locator(".menu-line details").first,
            page.locator(".menu-line details").last,
        )
        first.locator("summary").press("Enter")
        expect(first.locator("a").first).to_be_visible()
        last.locator("summary").press("Enter")
        expect(last.locator("a").first).to_be_visible()
        expect(first.locator("a").first).to_be_hidden()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{live_server.url}/giao-dien/")


@pytest.mark.browser
@pytest.mark.usefixtures("_a_full_house")
@pytest.mark.django_db(transaction=True)
def test_escape_and_a_press_elsewhere_close_what_is_open(live_server: LiveServer) -> None:
    with open_page(live_server.url) as page:
        folder = page.locator(".menu-line details").first
        folder.locator("summary").press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(folder).not_to_have_attribute("open", "")
        expect(folder.locator("summary")).to_be_focused()
        folder.locator("summary").click()
        page.locator("footer").click(position={"x": 2, "y": 2})
        expect(folder).not_to_have_attribute("open", "")


@pytest.mark.browser
@pytest.mark.usefixtures("_a_full_house")
@pytest.mark.django_db(transaction=True)
def test_the_menu_of_a_phone_holds_the_same_and_fits_320_pixels(live_server: LiveServer) -> None:
    with open_page(live_server.url + "/giao-dien/", width=360) as page:
        page.locator("details.menu-phone > summary").click()
        assert page.locator(".menu-sheet details.here").first.get_attribute("open") is not None
        for summary in page.locator(".menu-sheet details:not([open]) > summary").all():
            summary.click()
        assert_accessible(page)
        assert_no_sideways_scroll(page, 320)
