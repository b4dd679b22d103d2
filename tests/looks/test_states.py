"""Pages in a bad moment, and for people without a mouse, without script, without sight."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.government.services.models import Dossier
from nentang.kernel import clock
from tests.browser import assert_accessible, assert_no_sideways_scroll, open_page
from tests.government.services.factories import PIXEL

from .scene import Scene, scene_of
from .small_house import make_small_house
from .walk import a_browser, become

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Nguyễn Phúc Vĩnh Thụy Hoàng Anh Thư Minh Nguyệt Tôn Nữ Thị Cẩm Tú"


@pytest.fixture
def scene(at: datetime, settings: Settings) -> Scene:
    settings.DEMO = True
    settings.RATELIMIT_ENABLE = False
    clock.use(lambda: at)
    return scene_of(make_small_house(at=at), at=at)


def _look(page: Page) -> None:
    assert_accessible(page)
    assert_no_sideways_scroll(page, 320)
    page.set_viewport_size({"width": 360, "height": 740})


def test_mistakes_empty_lists_and_long_texts_pass_axe_and_fit(
    live_server: LiveServer, scene: Scene
) -> None:
    base = live_server.url
    with a_browser() as page:
        page.goto(f"{base}/dang-ky/")
        page.evaluate("document.querySelector('main form').noValidate = true")
        page.get_by_role("button", name="Đăng ký").click()
        expect(page.get_by_role("heading", name="chỗ chưa đúng")).to_be_visible()
        _look(page)
        page.goto(f"{base}/dich-vu-cong/?q={'khongco' * 12}")
        _look(page)
        become(page, base, scene.people["mother"])
        page.goto(f"{base}/ho-so/khai/{scene.values['draft']}/child/")
        page.locator("[name=child_name]").fill(LONG)
        page.locator("[name=child_birth_place]").fill("x" * 180)
        _next(page)
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        _look(page)
        page.goto(f"{base}/ho-so/khai/{scene.values['draft']}/xem-lai/")
        _look(page)
        become(page, base, scene.people["inspector"])
        for address in ("/viec/", "/ho-so/", "/giay-to/", "/thong-bao/", "/ai-da-xem/"):
            page.goto(base + address)
            _look(page)
        become(page, base, scene.people["clerk"])
        page.goto(f"{base}/viec/?q=khongco")
        _look(page)
        page.goto(f"{base}/mot-cua/ho-so/{scene.values['new']}/")
        page.keyboard.press("2")
        _look(page)


def test_a_birth_is_applied_for_by_keyboard_alone(
    live_server: LiveServer, scene: Scene, tmp_path: Path
) -> None:
    before = Dossier.objects.count()
    proof = tmp_path / "giay-chung-sinh.png"
    proof.write_bytes(PIXEL)
    with open_page(f"{live_server.url}/dang-nhap/") as page:
        become(page, live_server.url, scene.people["mother"])
        page.goto(f"{live_server.url}/dich-vu-cong/1.001193/")
        _go_to(page, "Bắt đầu khai")
        _go_to(page, "Nộp ở đây")
        _go_to(page, "", "[name=relation]", key="Space")
        _go_to(page, "Tiếp tục")
        _type(page, "child_name", "Lê An Nháp")
        _go_to(page, "", "[name=child_sex]", key="Space")
        _type(page, "child_birth_on", "1/12/2020")
        _type(page, "child_birth_place", "Trạm y tế xã Mẫu")
        _type(page, "child_home_town", "Xã Mẫu")
        _go_to(page, "Tiếp tục")
        _go_to(page, "Tiếp tục")
        _go_to(page, "", "[name=father_known]", key="ArrowDown")
        _go_to(page, "Tiếp tục")
        page.set_input_files("input[type=file]", str(proof))  # the window is the system's own
        _go_to(page, "Tiếp tục")
        page.wait_for_url("**/xem-lai/")
        _go_to(page, "Gửi hồ sơ")
        page.wait_for_url("**/ho-so/*/?moi=1")

    assert Dossier.objects.count() == before + 1


def test_a_citizen_needs_no_script_from_the_form_to_the_fee(
    live_server: LiveServer, scene: Scene, tmp_path: Path
) -> None:
    before = Dossier.objects.count()
    proof = tmp_path / "giay-chung-sinh.png"
    proof.write_bytes(PIXEL)
    base = live_server.url
    with open_page(f"{base}/dang-nhap/", width=360, script=False) as page:
        page.locator(f"button[name=account][value='{scene.people['mother']}']").click()
        page.goto(f"{base}/dich-vu-cong/1.001193/nop/")
        page.get_by_role("button", name="Nộp ở đây").click()
        page.locator("[name=relation][value=mother]").check()
        _next(page)
        page.locator("[name=child_name]").fill("Lê An Nháp")
        page.locator("[name=child_sex][value=female]").check()
        page.locator("[name=child_birth_on]").fill("1/12/2020")
        page.locator("[name=child_birth_place]").fill("Trạm y tế xã Mẫu")
        page.locator("[name=child_home_town]").fill("Xã Mẫu")
        _next(page)
        _next(page)
        page.locator("[name=father_known][value=no]").check()
        _next(page)
        page.set_input_files("input[type=file]", str(proof))
        _next(page)
        page.get_by_role("button", name="Gửi hồ sơ").click()
        code = page.url.split("/ho-so/")[1].split("/")[0]
        page.goto(f"{base}/thanh-toan/{scene.values['payment']}/")
        expect(page.get_by_role("img", name="Mã VietQR")).to_be_visible()
        page.goto(f"{base}/tra-cuu/")
        page.locator("[name=code]").fill(code)
        page.locator("[name=phone]").fill("5678")
        page.get_by_role("button", name="Tra cứu").click()
        expect(page.get_by_text("Chờ tiếp nhận")).to_be_visible()

    assert Dossier.objects.count() == before + 1


def test_a_screen_reader_hears_what_the_form_asks(live_server: LiveServer, scene: Scene) -> None:
    with open_page(f"{live_server.url}/dang-nhap/") as page:
        become(page, live_server.url, scene.people["mother"])
        page.goto(f"{live_server.url}/ho-so/khai/{scene.values['draft']}/child/")
        expect(page.locator("main")).to_match_aria_snapshot(
            """
            - heading "Em bé" [level=1]
            - textbox "Họ, chữ đệm, tên của bé"
            - group "Bé là":
              - radio "Con trai"
              - radio "Con gái"
            - textbox "Ngày sinh"
            - textbox "Nơi sinh"
            - button "Tiếp tục"
            """
        )
        page.goto(f"{live_server.url}/ho-so/{scene.values['asked']}/")
        expect(page.locator("main")).to_match_aria_snapshot(
            """
            - heading "Đăng ký khai sinh" [level=1]
            - region "Đến lượt ông bà, anh chị":
              - heading "Đến lượt ông bà, anh chị" [level=2]
              - paragraph
              - paragraph:
                - link "Bổ sung hồ sơ"
            """
        )


def test_a_dossier_is_printed_without_what_only_a_screen_needs(
    live_server: LiveServer, scene: Scene
) -> None:
    with open_page(f"{live_server.url}/dang-nhap/") as page:
        become(page, live_server.url, scene.people["done"])
        page.goto(f"{live_server.url}/ho-so/{scene.values['done']}/")
        page.emulate_media(media="print")
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator(".timeline").first).to_be_visible()
        for hidden in (".menu-line", ".top-side", ".demo"):
            expect(page.locator(hidden).first).to_be_hidden()


def _next(page: Page) -> None:
    page.locator("button.button[name=_go][value=next]").click()
    page.wait_for_load_state()


def _go_to(page: Page, name: str, selector: str = "", *, key: str = "Enter") -> None:
    """Tab on until what is meant has the focus, then press the key; a mouse is never touched."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """([name, selector]) => {
              const at = document.activeElement;
              const said = at.getAttribute("aria-label") || at.innerText || "";
              return selector ? at.matches(selector) : said.trim().startsWith(name);
            }""",
            [name, selector],
        )
        if found and key == "Enter":
            with page.expect_navigation():
                page.keyboard.press(key)
            return
        if found:
            page.keyboard.press(key)
            return
    raise AssertionError(f"Tab never comes to {name or selector} on {page.url}")


def _type(page: Page, name: str, text: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.name === name", name):
            page.keyboard.type(text)
            return
    raise AssertionError(f"Tab never comes to {name}")
