"""The pages of tasks: everybody's, the officer's, and the one on which a person confirms what was read."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings
from pytest_django.fixtures import DjangoAssertNumQueries

from nentang.kernel import clock
from nentang.measure.tasks import actions
from nentang.measure.tasks.models import Committee, Decision, SteeringPlan, Task
from nentang.measure.tasks.queries import find_task
from tests.government.services.factories import PIXEL, sign_in
from tests.measure.tasks.documents import HEAD, ROWS, csv_of, word_of
from tests.measure.tasks.factories import (
    AT,
    IN_TIME,
    TOO_LATE,
    Set,
    assigned,
    done,
    handed_on,
    imported,
    make_set,
    reported,
    taken_up,
)

pytestmark = pytest.mark.django_db
HERE = "/nhiem-vu/"


@pytest.fixture
def those(settings: Settings) -> Set:
    settings.DEMO = True
    clock.use(lambda: AT)
    return make_set()


def page(client: Client, page_url: str, status: int = 200) -> str:
    answer = client.get(page_url)
    assert answer.status_code == status, page_url
    return str(answer.content.decode())


def version_of(task: Task) -> str:
    return str(find_task(task.code).case.version)


def sent(those: Set, content: bytes, name: str = "ke-hoach.docx", **more: str) -> dict[str, object]:
    """What the form for a decision sends."""
    return {
        "so": "12/KH-UBND",
        "trich-yeu": "Kế hoạch mẫu",
        "noi-ban-hanh": "UBND tỉnh Mẫu",
        "ngay": "2020-06-03",
        "co-quan": str(those.province.body.pk),
        "tep": SimpleUploadedFile(name, content),
        **more,
    }


def test_a_person_reads_a_decision_mends_a_row_and_confirms(those: Set) -> None:
    setter = sign_in(those.setter)
    answer = setter.post(f"{HERE}nhap/", sent(those, word_of(rows=(HEAD, *ROWS))))
    decision = Decision.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{HERE}nhap/{decision.code}/"
    shown = page(setter, answer["Location"])
    assert "bảng 1, dòng 3" in shown
    assert "xem lại cơ quan chủ trì" in shown
    assert "Trước 31/12/2020" in shown
    row = decision.rows.get(lead_words="Hội Mẫu")
    form = page(setter, f"{HERE}nhap/{decision.code}/dong/{row.number}/")
    assert "Trong văn bản: «Hội Mẫu»" in form

    answer = setter.post(
        f"{HERE}nhap/{decision.code}/dong/{row.number}/",
        {
            "version": "1",
            "viec": row.text,
            "chu-tri": str(those.commune.body.pk),
            "loai-han": "standing",
            "han": "",
            "lam": "luu",
        },
    )
    assert answer.status_code == 302
    answer = setter.post(f"{HERE}nhap/{decision.code}/", {"lam": "giao", "dong": [str(row.number)]})
    assert answer.status_code == 302
    assert Task.objects.get().lead == those.commune.body
    answer = setter.post(f"{HERE}nhap/{decision.code}/", {"lam": "tat-ca"})
    assert answer.status_code == 302
    assert Task.objects.count() > 1
    assert "đã giao" in page(setter, f"{HERE}nhap/{decision.code}/?xem=da-giao").lower()


def test_an_incomplete_row_is_not_confirmed_and_what_was_ticked_stays(those: Set) -> None:
    setter, decision = sign_in(those.setter), imported(those)

    answer = setter.post(f"{HERE}nhap/{decision.code}/", {"lam": "giao", "dong": ["1", "3"]})

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Dòng 3 chưa đủ" in text
    assert len(re.findall(r'name="dong" value="\d"[^>]* checked', text)) == 2


@pytest.mark.parametrize("name", ["x.docx", "x.pdf", "x.csv", "x.exe"])
def test_a_broken_file_is_refused_in_words_and_the_head_stays(those: Set, name: str) -> None:
    answer = sign_in(those.setter).post(f"{HERE}nhap/", sent(those, b"PK\x03\x04rac", name))

    assert answer.status_code == 422
    assert "Không đọc được tệp này" in answer.content.decode()
    assert 'value="12/KH-UBND"' in answer.content.decode()
    assert not Decision.objects.exists()


def test_an_officer_takes_a_task_up_reports_and_a_leader_accepts(those: Set) -> None:
    task = assigned(those)
    clerk, judge = sign_in(those.district.clerk), sign_in(those.judge)
    assert task.text in page(clerk, f"{HERE}cua-toi/")
    here = f"{HERE}viec/{task.code}/"
    assert "Nhận việc" in page(clerk, here)
    answer = clerk.post(f"{here}nhan/", {"version": version_of(task), "office": " "})
    assert answer.status_code == 422
    assert "không ghi họ tên" in answer.content.decode()
    answer = clerk.post(f"{here}nhan/", {"version": version_of(task), "office": "Chánh Văn phòng"})
    assert answer.status_code == 302

    proof = SimpleUploadedFile("anh.png", PIXEL)
    answer = clerk.post(
        f"{here}bao-cao/", {"version": version_of(task), "text": "Đã xong", "file": proof}
    )
    assert answer.status_code == 302
    assert "Kết quả chờ đánh giá" in page(judge, f"{HERE}cua-toi/")
    assert "anh.png" in page(judge, here)
    assert "anh.png" not in page(Client(), here)
    answer = judge.post(f"{here}cong-nhan/", {"version": version_of(task)})
    assert answer.status_code == 302
    assert "Xong đúng hạn" in page(Client(), here)


def test_of_two_kinds_of_evidence_none_is_taken_and_the_words_stay(those: Set) -> None:
    task = taken_up(those)
    answer = sign_in(those.district.clerk).post(
        f"{HERE}viec/{task.code}/bao-cao/",
        {
            "version": version_of(task),
            "text": "Đã vận hành",
            "file": SimpleUploadedFile("anh.png", PIXEL),
            "page_url": "/muc-tieu/",
        },
    )

    assert answer.status_code == 422
    assert "Đã vận hành" in answer.content.decode()
    assert "một minh chứng" in answer.content.decode()


def test_an_extension_is_asked_and_granted_and_the_first_deadline_is_shown(those: Set) -> None:
    task = taken_up(those)
    here = f"{HERE}viec/{task.code}/"
    answer = sign_in(those.district.clerk).post(
        f"{here}xin-gia-han/",
        {"version": version_of(task), "until": "2021-03-31", "text": "Chờ kinh phí"},
    )
    assert answer.status_code == 302
    judge = sign_in(those.judge)
    assert "Đồng ý gia hạn" in page(judge, here)
    answer = judge.post(f"{here}dong-y-gia-han/", {"version": version_of(task)})
    assert answer.status_code == 302
    shown = page(Client(), here)
    assert "31/03/2021" in shown
    assert "hạn ban đầu 31/12/2020" in shown
    assert "Được gia hạn" in shown


def test_a_task_is_handed_on_by_ticking_bodies(those: Set) -> None:
    task = assigned(those)
    clerk, here = sign_in(those.district.clerk), f"{HERE}viec/{task.code}/giao-xuong/"
    assert "Ủy ban nhân dân xã Mẫu 2" in page(clerk, here)

    chosen = [str(each.body.pk) for each in those.land.communes]
    answer = clerk.post(here, {"noi": chosen, "viec": "Làm phần của xã", "han": "2020-11-30"})

    assert answer.status_code == 302
    assert Task.objects.filter(parent=task).count() == 3
    shown = page(Client(), f"{HERE}viec/{task.code}/")
    assert "0 trên 3 việc đã xong" in shown
    assert "đã giao" in page(clerk, here)


def test_everybody_reads_what_is_public_and_nothing_else(those: Set) -> None:
    shown = taken_up(those)
    hidden = assigned(those, symbol="99/KH-MAT", is_public=False)
    visitor = Client()

    for page_url in ("", "danh-sach/", "bang/", "bang/?theo=linh-vuc", "danh-sach.csv"):
        text = page(visitor, f"{HERE}{page_url}")
        assert "99/KH-MAT" not in text
    assert shown.code in page(visitor, f"{HERE}danh-sach.csv")
    assert hidden.code not in page(visitor, f"{HERE}danh-sach.csv")
    page(visitor, f"{HERE}viec/{hidden.code}/", 404)
    page(visitor, f"{HERE}van-ban/{hidden.decision.code}/", 404)
    assert hidden.code in page(sign_in(those.district.clerk), f"{HERE}danh-sach.csv")


def test_a_list_is_filtered_by_standing_body_and_decision(those: Set) -> None:
    late = assigned(those, due="1/9/2020")
    other = assigned(those, symbol="15/KH")
    clock.use(lambda: IN_TIME)
    visitor = Client()

    text = page(visitor, f"{HERE}danh-sach/?tinh-trang=qua-han")
    assert late.code in text
    assert other.code not in text
    assert "chậm 120 ngày" in text
    assert other.code in page(visitor, f"{HERE}danh-sach/?co-quan={those.district.body.pk}")
    assert other.code not in page(visitor, f"{HERE}danh-sach/?co-quan={those.commune.body.pk}")
    assert other.code not in page(visitor, f"{HERE}van-ban/{late.decision.code}/")
    assert late.code in page(sign_in(those.judge), f"{HERE}cua-toi/qua-han/")
    for odd in ("?tinh-trang=x", "?co-quan=x", "?sau=x", "?sau=9" * 30):
        page(visitor, f"{HERE}danh-sach/{odd}")


def test_lists_cost_the_same_for_one_task_and_many(
    those: Set, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    rows = [
        (str(n), f"Việc mẫu số {n} cho huyện", "UBND huyện Mẫu", "UBND tỉnh", "", "Quý IV/2020")
        for n in range(1, 31)
    ]
    decision = imported(those, csv_of((HEAD, *rows)))
    clerk = sign_in(those.district.clerk)
    addresses = (
        HERE,
        f"{HERE}danh-sach/",
        f"{HERE}cua-toi/",
        f"{HERE}bang/",
        f"{HERE}cua-toi/qua-han/",
    )

    def cost() -> list[int]:
        found = []
        for page_url in addresses:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                page(clerk, page_url)
            found.append(len(queries))
        return found

    actions.confirm_rows(decision=decision.code, numbers=[1], actor=those.setter, at=AT)
    cost()
    once = cost()
    actions.confirm_rows(decision=decision.code, numbers=range(2, 31), actor=those.setter, at=AT)
    assert cost() == once


def test_committees_and_plans_are_recorded_and_counted_beside_what_was_reported(those: Set) -> None:
    setter = sign_in(those.setter)
    form = {
        "co-quan": str(those.province.body.pk),
        "so": "1/QĐ-UBND",
        "ngay": "2020-05-04",
        "truong-ban": "Chủ tịch Ủy ban nhân dân tỉnh",
    }
    assert (
        setter.post(f"{HERE}ban-chi-dao/ghi/", {**form, "loai": "ban-chi-dao"}).status_code == 302
    )
    plan = {**form, "loai": "ke-hoach", "so": "2/KH", "tu-nam": "2020", "den-nam": "2025"}
    assert setter.post(f"{HERE}ban-chi-dao/ghi/", plan).status_code == 302
    assert setter.post(f"{HERE}ban-chi-dao/ghi/", plan).status_code == 422
    assert setter.post(f"{HERE}ban-chi-dao/ghi/", {**plan, "tu-nam": "0"}).status_code == 422

    assert Committee.objects.get().symbol == "1/QĐ-UBND"
    assert SteeringPlan.objects.get().last_year == 2025
    shown = page(Client(), f"{HERE}ban-chi-dao/")
    assert "57/63" in shown
    assert "1/1" in shown
    assert "Trưởng ban: Chủ tịch" in shown
    assert "17/22" in shown


def test_the_interface_says_what_is_public(those: Set) -> None:
    task = done(those, taken_up(those))
    hidden = assigned(those, symbol="99/KH", is_public=False)
    handed_on(those, assigned(those, symbol="16/KH"))
    clock.use(lambda: TOO_LATE)
    ask = Client()

    found = ask.get("/api/v1/tasks").json()
    assert hidden.code not in {each["code"] for each in found["items"]}
    one = ask.get(f"/api/v1/tasks/{task.code}").json()
    assert (one["standing"], one["lead"]) == ("done_in_time", those.district.body.name)
    assert ask.get(f"/api/v1/tasks/{hidden.code}").status_code == 404
    assert ask.get("/api/v1/tasks?standing=late").json()["items"][0]["standing"] == "late"
    assert ask.get("/api/v1/tasks/counts").json()["done_in_time"] == 1
    first = ask.get("/api/v1/tasks?limit=2").json()
    assert len(ask.get(f"/api/v1/tasks?after={first['next']}").json()["items"]) == 3
    steering = ask.get("/api/v1/tasks/steering").json()
    assert [each["reported_plans"] for each in steering] == [17, 57]


def test_who_is_no_officer_of_the_assigner_reads_no_draft(those: Set) -> None:
    decision = imported(those)
    page(sign_in(those.district.leader), f"{HERE}nhap/{decision.code}/", 404)
    assert Client().get(f"{HERE}nhap/{decision.code}/").status_code == 302


def test_a_returned_result_shows_its_reason_to_those_who_take_part_only(those: Set) -> None:
    task = reported(those, taken_up(those))
    actions.return_result(code=task.code, reason="Thiếu biên bản", actor=those.judge, at=IN_TIME)

    assert "Thiếu biên bản" in page(sign_in(those.district.clerk), f"{HERE}viec/{task.code}/")
    assert "Thiếu biên bản" not in page(Client(), f"{HERE}viec/{task.code}/")
