"""The pages of plans: the desk, one target for everybody, obstacles, files, the interface."""

import csv
from datetime import date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from nentang.kernel import clock
from nentang.measure.programme.models import Obstacle, PlanTarget, TargetVersion
from tests.government.services.factories import sign_in
from tests.measure.small_registers.factories import filled, make_keepers
from tests.measure.small_registers.factories import published as published_entry

from .factories import TYPED, Planners, again, drafted, make_planners, published, reported

pytestmark = pytest.mark.django_db
ROOT, DESK = "/muc-tieu/", "/muc-tieu/co-quan/"


@pytest.fixture
def planners(at: datetime, settings: Settings) -> Planners:
    settings.DEMO = True
    clock.use(lambda: at)
    return make_planners(at=at)


def page(client: Client, address: str, **words: str) -> str:
    answer = client.get(address, words)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_a_planner_drafts_and_submits_and_a_leader_publishes(
    planners: Planners, client: Client
) -> None:
    desk = sign_in(planners.planner)
    sent = {**TYPED, "body": str(planners.body.pk)}
    assert "Thêm mục tiêu" in page(desk, DESK)
    wrong = desk.post(f"{DESK}them/", {**sent, "office": "", "lam": "trinh"})
    assert wrong.status_code == 422
    assert "Ô này còn trống." in wrong.content.decode()

    code = PlanTarget.objects.get().code
    again_sent = {**TYPED, "draft_version": "1", "lam": "trinh"}
    assert desk.post(f"{DESK}{code}/", again_sent).status_code == 302
    assert client.get(f"{ROOT}{code}/").status_code == 404

    leader = sign_in(planners.leader)
    assert "Xã có điểm phục vụ số" in page(leader, "/viec/")
    version = str(PlanTarget.objects.get().case.version)
    assert leader.post(f"{DESK}{code}/duyet/", {"version": version}).status_code == 302
    text = page(client, f"{ROOT}{code}/")
    assert TYPED["office"] in text
    assert "Kế hoạch 12/KH-UBND" in text
    assert "Bản 1, lãnh đạo duyệt" in page(client, f"{ROOT}{code}/ban/1/")


def test_what_was_typed_into_an_old_form_is_not_lost(planners: Planners, at: datetime) -> None:
    target = drafted(planners, at=at)
    desk = sign_in(planners.planner)
    desk.post(f"{DESK}{target.code}/", {**TYPED, "name": "Tên một", "draft_version": "1"})

    answer = desk.post(f"{DESK}{target.code}/", {**TYPED, "name": "Tên hai", "draft_version": "1"})

    assert answer.status_code == 422
    assert "Tên hai" in answer.content.decode()
    assert again(target).name == "Tên một"


def test_the_list_is_of_one_body_and_one_year(
    planners: Planners, client: Client, at: datetime
) -> None:
    published(planners, at=at)
    published(planners, at=at, name="Mục tiêu chỉ có 2030", goal_2021="", goal_2025="", goal_2030="90")  # fmt: skip
    body = str(planners.body.pk)

    text = page(client, ROOT, **{"co-quan": body})
    assert f"Mục tiêu của {planners.body.name}" in text
    assert "Mục tiêu chỉ có 2030" in text
    in_2021 = page(client, ROOT, **{"co-quan": body, "nam": "2021"})
    assert "Mục tiêu chỉ có 2030" not in in_2021
    assert "Xã có điểm phục vụ số" in in_2021
    assert "Kinh tế số trong GDP" in page(client, ROOT, nam="2025")
    assert "Giảm thủ tục hành chính" not in page(client, ROOT, nam="2025")
    assert "Không có mục tiêu nào" in page(client, ROOT, nam="2022")
    rows = list(csv.reader(client.get(f"{ROOT}bang.csv", {"co-quan": body}).content.decode("utf-8-sig").splitlines()))  # fmt: skip
    assert len(rows) == 3


def test_a_national_target_has_its_page_with_rule_and_law(
    planners: Planners, client: Client
) -> None:
    text = page(client, f"{ROOT}egdi/")

    assert "Quyết định 749/QĐ-TTg" in text
    assert "Liên Hợp Quốc báo cáo, 10/07/2020" in text
    assert "17/09/2024" not in text  # nobody knows yet what will be reported then
    assert "nhịp tăng kép" in text
    assert "số báo cáo phải đều" in text  # four reports in six years are not
    assert "chưa ghi ai chịu trách nhiệm" in text
    assert client.get(f"{ROOT}khong-co/").status_code == 404


def test_values_are_reported_at_the_desk_and_shown_with_source_and_day(
    planners: Planners, client: Client, at: datetime
) -> None:
    target = published(planners, at=at)
    desk = sign_in(planners.planner)
    sent = {"version": str(target.case.version), "value": "24,5", "on_day": "2020-11-30", "source": "Báo cáo tháng 11"}  # fmt: skip
    wrong = desk.post(f"{DESK}{target.code}/ghi-so/", {**sent, "value": "nhiều"})
    assert wrong.status_code == 422
    assert "Báo cáo tháng 11" in wrong.content.decode()

    assert desk.post(f"{DESK}{target.code}/ghi-so/", sent).status_code == 302

    text = page(client, f"{ROOT}{target.code}/")
    assert "24,5 %" in text
    assert "Báo cáo tháng 11" in text
    assert "Đủ nhanh" in text
    rows = client.get(f"{ROOT}{target.code}/so-lieu.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("số thật,2020-11-30,24.5")


def test_an_obstacle_leads_to_the_document_that_has_to_change(
    planners: Planners, client: Client, at: datetime
) -> None:
    justice = make_keepers(at=at, code="G15")
    review = published_entry(justice, "legal_review", filled("legal_review"), at=at)
    target = published(planners, at=at)
    desk, address = sign_in(planners.planner), f"{ROOT}{target.code}/vuong-mac/"
    sent = {
        "body": str(planners.body.pk),
        "what": "Chưa cho trả bằng mã QR",
        "since_on": "2020-10-01",
        "whose_move": "Bộ Tài chính",
        "document": review.code,
    }
    assert review.code in page(desk, f"{ROOT}{target.code}/")
    assert desk.post(address, {**sent, "document": "khong-co"}).status_code == 422
    wrong = desk.post(address, {**sent, "since_on": "mai"})
    assert "Chưa cho trả bằng mã QR" in wrong.content.decode()

    assert desk.post(address, sent).status_code == 302

    assert f"/so-dang-ky/ra-soat-phap-ly/{review.code}/" in page(client, f"{ROOT}{target.code}/")
    about = page(client, f"/so-dang-ky/ra-soat-phap-ly/{review.code}/")
    assert "Xã có điểm phục vụ số" in about
    assert "1 vướng mắc" in page(client, ROOT, **{"co-quan": str(planners.body.pk)})
    clear = f"{ROOT}vuong-mac/{Obstacle.objects.get().pk}/go/"
    assert desk.post(clear, {"code": target.code, "outcome": ""}).status_code == 422
    assert desk.post(clear, {"code": target.code, "outcome": "Đã sửa"}).status_code == 302
    assert "Đã gỡ" in page(client, f"{ROOT}{target.code}/")


def test_drafts_of_others_are_on_no_page(planners: Planners, at: datetime) -> None:
    target = drafted(planners, at=at)
    elsewhere = sign_in(make_planners(at=at, code="H99").leader)

    assert elsewhere.get(f"{DESK}{target.code}/").status_code == 404
    assert elsewhere.get(f"{ROOT}{target.code}/").status_code == 404
    assert elsewhere.post(f"{DESK}{target.code}/duyet/", {"version": "1"}).status_code == 404
    assert not TargetVersion.objects.exists()


def test_the_interface_gives_plans_paths_forecasts_and_versions(
    planners: Planners, client: Client, at: datetime
) -> None:
    target = published(planners, at=at)
    reported(planners, target, "24", date(2020, 11, 30), at=at)

    listed = client.get("/api/v1/targets", {"body": planners.body.pk}).json()
    assert [(each["id"], each["value"], each["speed"]) for each in listed] == [
        (target.code, 24, "on_track")
    ]
    assert client.get("/api/v1/targets", {"body": planners.body.pk, "after": target.code}).json() == []  # fmt: skip
    detail = client.get(f"/api/v1/targets/{target.code}").json()
    assert detail["milestones"][0] == {"on": "2019-12-31", "value": 10}
    assert (detail["forecast"], detail["verdict"]) == ([], "not_yet")
    assert detail["versions"][0]["number"] == 1
    assert client.get("/api/v1/targets/egdi").json()["versions"] == []
    assert client.get("/api/v1/targets/khong-co").status_code == 404


def test_a_forecast_from_reports_says_so(planners: Planners, client: Client, at: datetime) -> None:
    target = published(planners, at=at)
    for number in range(8):
        day = date(2018 + (number + 3) // 4, (3 * number + 9) % 12 + 3, 28)
        reported(planners, target, str(8 + 2 * number), day, at=at)

    page = client.get(f"{ROOT}{target.code}/").text
    detail = client.get(f"/api/v1/targets/{target.code}").json()

    assert "Dự báo này dựa trên số được báo cáo" in page
    assert "dự báo từ số báo cáo" in page
    assert (detail["known"], detail["forecast_every"], len(detail["forecast"])) == (
        "reported",
        3,
        4,
    )


def test_a_plan_costs_the_same_few_queries_for_many_targets(
    planners: Planners,
    client: Client,
    at: datetime,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(12):
        target = published(planners, at=at, name=f"Mục tiêu {number}")
        reported(planners, target, "20", date(2020, 11, 30), at=at)
    words = {"co-quan": str(planners.body.pk)}
    client.get(ROOT, words)

    with django_assert_max_num_queries(10):
        client.get(ROOT, words)


def test_the_pages_speak_english(planners: Planners, client: Client, at: datetime) -> None:
    target = published(planners, at=at)
    client.cookies["ngon_ngu"] = "en"

    text = page(client, f"{ROOT}{target.code}/")

    assert "Who answers for it" in text
    assert "Path" in text
