"""The pages of reporting: the clerk's, the head's, those above, and everybody's."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import Settings

from nentang.kernel import clock
from nentang.measure.reporting import actions
from nentang.measure.reporting.adapters.workbook import SHEET
from nentang.measure.reporting.models import Reminder
from nentang.measure.reporting.rules.layout import rows_by_cell
from nentang.measure.reporting.rules.regimes import regime_rule
from tests.api.factories import bearer
from tests.government.services.factories import sign_in
from tests.measure.reporting.factories import (
    AFTER_DUE,
    BEFORE_DUE,
    CLOSED,
    FIGURES,
    Land,
    filed,
    filled,
    make_land,
    opened,
    report_of,
    settle,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def land(settings: Settings) -> Land:
    settings.DEMO = True
    clock.use(lambda: BEFORE_DUE)
    land = make_land(at=CLOSED)
    opened(land)
    return land


def sent(land: Land, **more: str) -> dict[str, str]:
    """What the form of the first commune sends."""
    version = str(report_of(land.commune).draft_version)
    return {**FIGURES, "remarks": "", "draft_version": version, **more}


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_a_clerk_goes_from_the_list_to_a_submitted_report(land: Land) -> None:
    clerk, code = sign_in(land.commune.clerk), report_of(land.commune).code
    listed = page(clerk, "/bao-cao/")
    assert f'href="/bao-cao/{code}/"' in listed
    assert "Làm báo cáo gần hạn nhất" in listed

    answer = clerk.post(f"/bao-cao/{code}/", sent(land, lam="trinh"))

    assert answer.status_code == 302
    assert report_of(land.commune).case.state == "submitted"
    leader = sign_in(land.commune.leader)
    assert "Ký và gửi cấp trên" in page(leader, f"/bao-cao/{code}/")
    version = str(report_of(land.commune).case.version)
    assert leader.post(f"/bao-cao/{code}/ky/", {"version": version}).status_code == 302
    assert report_of(land.commune).case.state == "filed"


def test_what_was_typed_is_never_lost(land: Land) -> None:
    clerk, code = sign_in(land.commune.clerk), report_of(land.commune).code

    answer = clerk.post(
        f"/bao-cao/{code}/", sent(land, households="mười hộ", poor_households="", lam="trinh")
    )

    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="mười hộ"' in text
    assert "“mười hộ” không phải là số" in text
    assert "Ô này chưa có số" in text
    saved = report_of(land.commune)
    assert saved.values["budget_revenue"] == "1200.5"
    assert "households" not in saved.values


def test_a_check_that_fails_says_both_sides_in_words(land: Land) -> None:
    clerk, code = sign_in(land.commune.clerk), report_of(land.commune).code

    answer = clerk.post(f"/bao-cao/{code}/", sent(land, poor_households="2.000", lam="luu"))

    assert answer.status_code == 302
    shown = page(clerk, f"/bao-cao/{code}/")
    assert "“Số hộ nghèo” là 2.000, “Số hộ dân” là 1.000" in shown
    assert "Số hộ nghèo không thể lớn hơn số hộ dân." in shown


def test_who_saves_an_old_form_sees_both_and_decides(land: Land) -> None:
    clerk, code = sign_in(land.commune.clerk), report_of(land.commune).code
    old = sent(land, lam="luu", households="1.111")
    filled(land.commune)

    answer = clerk.post(f"/bao-cao/{code}/", old)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="1.111"' in text
    assert "Đang lưu: 1.000." in " ".join(text.replace("</b>", "").split())
    again = re.search(r'name="draft_version" value="(\d+)"', text)
    assert again
    clerk.post(f"/bao-cao/{code}/", {**old, "draft_version": again[1]})
    assert report_of(land.commune).values["households"] == "1111"


def test_the_workbook_goes_down_and_up(land: Land) -> None:
    clerk, report = sign_in(land.commune.clerk), report_of(land.commune)
    answer = clerk.get(f"/bao-cao/{report.code}/bieu-mau.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    row = rows_by_cell(regime_rule(report.regime, report.last_on).value)["households"]
    book[SHEET][f"D{row}"] = 77
    kept = io.BytesIO()
    book.save(kept)

    up = SimpleUploadedFile("xa.xlsx", kept.getvalue())
    answer = clerk.post(f"/bao-cao/{report.code}/nap-tep/", {"tep": up, "draft_version": "0"})

    assert answer.status_code == 302
    assert report_of(land.commune).values["households"] == "77"
    book[SHEET][f"D{row}"] = "=70+7"
    kept = io.BytesIO()
    book.save(kept)
    up = SimpleUploadedFile("xa.xlsx", kept.getvalue())
    answer = clerk.post(f"/bao-cao/{report.code}/nap-tep/", {"tep": up, "draft_version": "1"})
    assert answer.status_code == 422
    assert f"<b>D{row}</b>: Ô này có công thức" in answer.content.decode()


def test_the_body_above_takes_in_returns_and_reminds_from_its_board(land: Land) -> None:
    report = filed(land.commune)
    upper = sign_in(land.district.clerk)
    board = page(upper, "/bao-cao/theo-doi/")
    assert land.commune.body.name in board
    version = str(report.case.version)

    answer = upper.post(f"/bao-cao/{report.code}/nhan/", {"version": version})

    assert answer.status_code == 302
    assert report_of(land.commune).case.state == "taken_in"
    late = upper.post(f"/bao-cao/{report.code}/tra-lai/", {"version": version, "text": "Sai"})
    assert late.status_code == 422
    missing = page(upper, "/bao-cao/theo-doi/?xem=missing")
    assert land.communes[1].body.name in missing
    other = report_of(land.communes[1])
    remind = {"version": str(other.case.version)}
    assert upper.post(f"/bao-cao/{other.code}/nhac/", remind).status_code == 302
    assert Reminder.objects.filter(report=other, rung="by_hand").count() == 1
    again = upper.post(f"/bao-cao/{other.code}/nhac/", remind)
    assert "Hôm nay đã nhắc" in again.content.decode()


def test_every_cell_of_the_sum_opens_down_to_the_version_it_came_from(land: Land) -> None:
    report = filed(land.commune)
    filed(land.district)
    settle(BEFORE_DUE)
    upper = sign_in(land.district.leader)

    nation = page(upper, "/bao-cao/tong-hop/?che-do=socio_economic&ky=2020-12&o=households")

    assert "thiếu" in nation
    assert "don-vi=98" in nation
    district = page(
        upper, "/bao-cao/tong-hop/?che-do=socio_economic&ky=2020-12&o=households&don-vi=981"
    )
    assert "thiếu 2 trong 3 xã" in district
    assert "2.000" in district
    assert f"/bao-cao/{report.code}/ban/1/" in district
    assert "1.000" in page(upper, f"/bao-cao/{report.code}/ban/1/")
    stranger = sign_in(land.communes[1].clerk)
    assert stranger.get(f"/bao-cao/{report.code}/ban/1/").status_code == 404
    seen = page(
        stranger, "/bao-cao/tong-hop/?che-do=socio_economic&ky=2020-12&o=households&don-vi=981"
    )
    assert f"/bao-cao/{report.code}/ban/1/" not in seen


def test_the_sum_goes_out_as_csv_json_and_sdmx(land: Land) -> None:
    filed(land.commune)
    settle(BEFORE_DUE)
    upper = sign_in(land.district.leader)
    address = "/bao-cao/tong-hop/tai/?che-do=socio_economic&ky=2020-12&don-vi=981&dang="

    told = upper.get(f"{address}json").json()

    assert told["areas"][0]["values"]["households"] == "1000"
    assert told["areas"][0]["is_whole"] is False
    assert "thiếu 2 trong 3 xã" in upper.get(f"{address}csv").content.decode()
    assert b'OBS_STATUS="L"' in upper.get(f"{address}sdmx").content
    assert b"DataStructureComponents" in upper.get(f"{address}dsd").content


def test_everybody_reads_what_is_asked_twice(land: Land) -> None:
    shown = page(Client(), "/bao-cao/ganh-nang/")

    assert "Không còn điều gì bị hỏi hai lần" in shown


def test_a_late_report_is_marked_for_all_who_see_it(land: Land) -> None:
    report = filed(land.commune, at=AFTER_DUE)

    assert "Gửi chậm" in page(sign_in(land.commune.clerk), "/bao-cao/")
    board = page(sign_in(land.district.clerk), "/bao-cao/theo-doi/?xem=late")
    assert report.organization.name in board


def test_the_ladder_tells_each_rung_once(land: Land) -> None:
    assert actions.climb_ladder(at=CLOSED) > 0
    assert actions.climb_ladder(at=CLOSED) == 0
    filed(land.commune)

    very_late = BEFORE_DUE.replace(day=20)
    actions.climb_ladder(at=very_late)

    rungs = set(Reminder.objects.filter(rung="very_late").values_list("report__code", flat=True))
    assert report_of(land.communes[1]).code in rungs
    assert report_of(land.commune).code not in rungs


def test_a_program_that_files_again_under_its_key_hears_that_nothing_is_new(
    land: Land, client: Client
) -> None:
    code = report_of(land.commune).code
    values = {name: text.replace(".", "").replace(",", ".") for name, text in FIGURES.items()}
    signs = bearer(
        account_id=land.commune.leader.account_id or 0,
        at=BEFORE_DUE,
        scopes=("openid", "roles", "reports:write"),
    )

    def send(key: str) -> int:
        headers = {**signs, "Idempotency-Key": key}
        address, body = f"/api/v1/reports/{code}/versions", {"values": values}
        return client.post(address, body, "application/json", headers=headers).status_code

    assert [send("lan-thu-nhat") for _again in range(2)] == [201, 200]
    assert send("lan-thu-hai") == 409
