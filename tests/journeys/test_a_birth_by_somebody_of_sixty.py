"""Somebody of sixty with a cheap phone registers a birth: few screens, few minutes."""

from datetime import date, datetime
from pathlib import Path

import pytest
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from nentang.government.services.models import Dossier
from nentang.kernel import clock
from tests.browser import open_page
from tests.foundation.identity.factories import make_account, make_person
from tests.government.services.factories import PIXEL, make_office

from .keystrokes import Reckoner

pytestmark = pytest.mark.browser
MOST_SCREENS, MOST_SECONDS = 12, 300


def test_a_grandmother_registers_her_daughters_child(
    live_server: LiveServer, settings: Settings, tmp_path: Path, at: datetime
) -> None:
    """She has to type what a mother would not: her daughter's name, birth and home."""
    reckoner = _registers(live_server.url, settings, tmp_path, at, is_mother=False)

    assert len(reckoner.screens) <= MOST_SCREENS, reckoner.screens
    assert reckoner.seconds < MOST_SECONDS


def test_a_mother_registers_her_child(
    live_server: LiveServer, settings: Settings, tmp_path: Path, at: datetime
) -> None:
    reckoner = _registers(live_server.url, settings, tmp_path, at, is_mother=True)

    assert len(reckoner.screens) <= MOST_SCREENS, reckoner.screens
    assert reckoner.seconds < MOST_SECONDS


def test_a_mother_names_the_father_too(
    live_server: LiveServer, settings: Settings, tmp_path: Path, at: datetime
) -> None:
    reckoner = _registers(
        live_server.url, settings, tmp_path, at, is_mother=True, names_father=True
    )

    assert len(reckoner.screens) <= MOST_SCREENS, reckoner.screens
    assert reckoner.seconds < MOST_SECONDS


def _registers(
    base: str,
    settings: Settings,
    folder: Path,
    at: datetime,
    *,
    is_mother: bool,
    names_father: bool = False,
) -> Reckoner:
    settings.DEMO = True
    clock.use(lambda: at)
    make_office(at=at)
    person = make_person(at=at, birth_on=date(1960, 9, 5), unit_code="98001")
    account = make_account(at=at, person=person, assurance=2)
    proof = folder / "giay-chung-sinh.png"
    proof.write_bytes(PIXEL)
    with open_page("about:blank", width=360) as phone:
        reckoner = Reckoner(phone)
        _find_it(reckoner, base, account.pk)
        _answer(reckoner, proof, is_mother=is_mother, names_father=names_father)
        reckoner.touch(phone.get_by_role("button", name="Gửi hồ sơ"))
        reckoner.arrive()
    print(reckoner.told())  # noqa: T201 - the numbers are worth seeing
    assert Dossier.objects.count() == 1
    return reckoner


def _find_it(reckoner: Reckoner, base: str, account_id: int) -> None:
    """From the home page to the first question."""
    phone = reckoner.page
    reckoner.arrive(base)
    reckoner.touch(phone.get_by_role("link", name="Sinh con"))
    reckoner.arrive()
    reckoner.touch(phone.get_by_role("link", name="Đăng ký khai sinh", exact=True))
    reckoner.arrive()
    reckoner.touch(phone.get_by_role("link", name="Bắt đầu khai"))
    reckoner.arrive()
    reckoner.touch(phone.locator(f"button[name=account][value='{account_id}']"))
    reckoner.arrive()
    reckoner.touch(phone.get_by_role("button", name="Nộp ở đây"))
    reckoner.arrive()


def _answer(reckoner: Reckoner, proof: Path, *, is_mother: bool, names_father: bool) -> None:
    """Every question, each part sent on."""
    reckoner.choose("relation", "mother" if is_mother else "relative")
    _go_on(reckoner)
    reckoner.write("child_name", "Lê An Nháp")
    reckoner.choose("child_sex", "female")
    reckoner.write("child_birth_on", "01122020")
    reckoner.write("child_birth_place", "Trạm y tế xã Mẫu")
    reckoner.write("child_home_town", "Xã Mẫu, tỉnh Mẫu")
    _go_on(reckoner)
    if not is_mother:
        reckoner.write("mother_name", "Lê Thị Thử")
        reckoner.write("mother_birth", "1990")
        reckoner.write("mother_residence", "Xã Mẫu")
    _go_on(reckoner)
    reckoner.choose("father_known", "yes" if names_father else "no")
    if names_father:
        reckoner.write("father_name", "Bùi Văn Thử")
        reckoner.write("father_birth", "1988")
        reckoner.write("father_residence", "Xã Mẫu, tỉnh Mẫu")
    _go_on(reckoner)
    reckoner.page.set_input_files("input[type=file]", str(proof))
    reckoner.touches += 4  # the camera, the shutter, keep it, back
    _go_on(reckoner)


def _go_on(reckoner: Reckoner) -> None:
    reckoner.touch(reckoner.page.locator("button.button[name=_go][value=next]"))
    reckoner.arrive()
