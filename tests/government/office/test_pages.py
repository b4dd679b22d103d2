"""The pages of the office, as each of its people sees them."""

from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nentang.agreements.actor import Actor
from nentang.government.office import actions
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.queries import issued_in, registered_in
from nentang.kernel import clock
from tests.api.factories import bearer
from tests.government.services.factories import PIXEL, make_applicant, sign_in

from .factories import TEXT, directed, drafted, entered, initialled, make_places, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    clock.use(lambda: at)


def version_of(document: OutgoingDocument | IncomingDocument) -> str:
    document.refresh_from_db()
    return str(document.case.version)


def press(
    client: Client,
    kind: str,
    document: OutgoingDocument | IncomingDocument,
    step: str,
    **sent: object,
) -> int:
    data = {"version": version_of(document), **sent}
    return client.post(f"/van-thu/{kind}/{document.code}/{step}/", data).status_code


def test_a_document_is_drafted_checked_signed_and_issued_page_by_page(at: datetime) -> None:
    commune, district = make_places(at=at)
    entered_form = {
        "key": "một",
        "type_code": "QD",
        "summary": "Thành lập tổ mẫu",
        "text": TEXT,
        "recipients": f"{district.body.name}\nNhư Điều 2",
        "signer": commune.leader.account_id,
        "position": "Chủ tịch",
        "authority": "TM. Ủy ban nhân dân",
        "urgency": "normal",
        "secrecy": "open",
        "files": SimpleUploadedFile("danh-sach.png", PIXEL, "image/png"),
    }

    made = sign_in(commune.specialist).post("/van-thu/di/soan/", entered_form)
    document = OutgoingDocument.objects.get()
    assert made.headers["Location"] == f"/van-thu/di/{document.code}/"
    assert document.files.count() == 1
    for who, step in (
        (commune.specialist, "trinh"),
        (commune.head, "ky-nhay"),
        (commune.leader, "ky"),
        (commune.document_clerk, "phat-hanh"),
    ):
        assert press(sign_in(who), "di", document, step) == 302
    document.refresh_from_db()
    assert document.number == "01/QĐ-UBND"


def test_each_sees_only_the_steps_that_are_theirs(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = initialled(commune, at)
    page = f"/van-thu/di/{document.code}/"

    def steps(actor: Actor) -> set[str]:
        said = sign_in(actor).get(page).content.decode()
        return {
            each for each in ("ky-nhay", "ky", "phat-hanh", "tra-lai") if f'{page}{each}/"' in said
        }

    assert steps(commune.leader) == {"ky", "tra-lai"}
    assert steps(commune.deputy) == {"tra-lai"}
    assert steps(commune.head) == {"tra-lai"}
    assert steps(commune.specialist) == set()
    assert press(sign_in(commune.deputy), "di", document, "ky") == 403


def test_a_secret_is_refused_with_where_to_go_and_nothing_typed_is_kept_in_the_base(
    at: datetime,
) -> None:
    commune, _ = make_places(at=at)

    answer = sign_in(commune.document_clerk).post(
        "/van-thu/den/them/",
        {
            "key": "k",
            "channel": "paper",
            "sender_name": "Sở Mẫu",
            "type_name": "Công văn",
            "summary": "Việc kín",
            "urgency": "normal",
            "secrecy": "secret",
        },
    )

    assert answer.status_code == 422
    assert "máy tính không nối mạng" in answer.content.decode()
    assert not IncomingDocument.objects.exists()


def test_what_was_typed_stands_in_the_form_again_where_it_is_refused(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = entered(commune, at)
    said = {
        "lead": "",
        "text": "Xem xét",
        "day": "2020-12-10",
        "helpers": [commune.head.account_id],
    }

    answer = sign_in(commune.leader).post(
        f"/van-thu/den/{document.code}/giao/", {"version": version_of(document), **said}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Xem xét" in page
    assert 'value="2020-12-10"' in page
    assert f'value="{commune.head.account_id}" checked' in page


def test_a_step_on_an_old_page_is_refused(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = initialled(commune, at)

    answer = sign_in(commune.leader).post(f"/van-thu/di/{document.code}/ky/", {"version": "1"})

    assert answer.status_code == 422
    assert "Người khác vừa thay đổi" in answer.content.decode()


def test_the_leader_directs_and_the_helper_reports(at: datetime) -> None:
    commune, _ = make_places(at=at)
    document = entered(commune, at)
    asked = {
        "lead": commune.specialist.account_id,
        "helpers": [commune.head.account_id],
        "text": "Xem và trả lời",
        "day": "2020-12-10",
    }

    assert press(sign_in(commune.leader), "den", document, "giao", **asked) == 302
    task = document.tasks.get()
    url = f"/van-thu/phoi-hop/{task.case.code}/"
    assert "Xem và trả lời" in sign_in(commune.head).get(url).content.decode()
    assert sign_in(commune.head).post(url, {"report": "Đồng ý"}).status_code == 302
    assert (
        "Đồng ý"
        in sign_in(commune.specialist).get(f"/van-thu/den/{document.code}/").content.decode()
    )
    assert press(sign_in(commune.specialist), "den", document, "ket-thuc", text="Xong") == 302


def test_nobody_else_gets_at_any_of_it(at: datetime) -> None:
    commune, district = make_places(at=at)
    out, came = drafted(commune, at), directed(commune, at, helpers=(commune.head,))
    file = actions.open_work_file(
        organization_id=commune.body.pk,
        title="Mẫu",
        retention_years=5,
        actor=commune.head,
        at=at,
    )
    pages = [
        f"/van-thu/di/{out.code}/",
        f"/van-thu/di/{out.code}/sua/",
        f"/van-thu/di/{out.code}/ban-in.pdf",
        f"/van-thu/den/{came.code}/",
        f"/van-thu/di/soan/?tra-loi={came.code}",
        f"/van-thu/phoi-hop/{came.tasks.get().case.code}/",
        f"/van-thu/ho-so/{file.code}/",
        f"/van-thu/ho-so/{file.code}/muc-luc.pdf",
    ]

    stranger, citizen = sign_in(district.leader), sign_in(make_applicant(at=at))
    assert {page: stranger.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)
    assert {page: citizen.get(page).status_code for page in pages} == dict.fromkeys(pages, 403)
    assert out.summary not in stranger.get("/van-thu/di/").content.decode()
    assert came.summary not in stranger.get("/van-thu/den/").content.decode()


def test_every_page_opens_for_those_whose_it_is(at: datetime) -> None:
    commune, district = make_places(at=at)
    document, arrived = sent(commune, district, at)
    own = drafted(commune, at)
    document_clerk = sign_in(district.document_clerk)

    for page in (
        "",
        "ky-hieu/",
        "den/",
        "den/?q=to+mau&o=arrived",
        "den/them/",
        "di/",
        "di/soan/",
        "ho-so/",
    ):
        assert document_clerk.get(f"/van-thu/{page}").status_code == 200, page
    assert document_clerk.get(f"/van-thu/den/{arrived.code}/").status_code == 200
    assert sign_in(commune.leader).get(f"/van-thu/di/{document.code}/").status_code == 200
    assert sign_in(commune.specialist).get(f"/van-thu/di/{own.code}/sua/").status_code == 200
    proof = sign_in(commune.specialist).get(f"/van-thu/di/{own.code}/ban-in.pdf")
    assert proof.content.startswith(b"%PDF")


def test_the_books_of_a_month_are_printed_for_ones_own_body(at: datetime) -> None:
    commune, district = make_places(at=at)
    document, _arrived = sent(commune, district, at)
    entered(commune, at)
    client = sign_in(commune.document_clerk)

    for page in ("den/so.pdf?thang=2020-12", "di/so.pdf?thang=2020-12", "di/so.pdf?thang=mai"):
        assert client.get(f"/van-thu/{page}").content.startswith(b"%PDF")
    assert [each.pk for each in issued_in(commune.body.pk, date(2020, 12, 1))] == [document.pk]
    assert issued_in(commune.body.pk, date(2020, 11, 1)) == []
    assert len(registered_in(commune.body.pk, date(2020, 12, 1))) == 1
    assert registered_in(district.body.pk, date(2020, 12, 1)) == []


def test_lists_are_paged_by_key(at: datetime) -> None:
    commune, _ = make_places(at=at)
    for number in range(31):
        entered(commune, at, summary=f"Việc {number:02d}")
    client = sign_in(commune.leader)

    first = client.get("/van-thu/den/").content.decode()
    assert "Việc 30" in first
    assert "Việc 00" not in first
    oldest = IncomingDocument.objects.order_by("-id")[29]
    assert f"truoc={oldest.pk}" in first
    assert "Việc 00" in client.get(f"/van-thu/den/?truoc={oldest.pk}").content.decode()


def test_a_list_costs_the_same_queries_for_one_document_or_many(at: datetime) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    commune, _ = make_places(at=at)
    client = sign_in(commune.leader)
    costs = []
    for _ in range(2):
        for _number in range(4):
            directed(commune, at)
        with CaptureQueriesContext(connection) as queries:
            client.get("/van-thu/den/")
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_a_program_reads_the_books_of_the_officers_own_body(at: datetime) -> None:
    commune, district = make_places(at=at)
    document, arrived = sent(commune, district, at)
    ours = Client(headers=bearer(account_id=commune.leader.account_id or 0, at=at))
    theirs = Client(headers=bearer(account_id=district.leader.account_id or 0, at=at))

    listed = ours.get("/api/v1/office/outgoing?q=to+mau").json()["items"]
    assert [each["number"] for each in listed] == ["01/QĐ-UBND"]
    assert theirs.get("/api/v1/office/outgoing").json()["items"] == []
    one = ours.get(f"/api/v1/office/outgoing/{document.code}").json()
    assert [each["delivery"] for each in one["recipients"]] == ["sent"]
    assert theirs.get(f"/api/v1/office/outgoing/{document.code}").status_code == 404
    assert theirs.get("/api/v1/office/incoming").json()["items"][0]["state"] == "arrived"
    assert theirs.get(f"/api/v1/office/incoming/{arrived.code}").json()["number"] == "01/QĐ-UBND"
    assert ours.get(f"/api/v1/office/incoming/{arrived.code}").status_code == 404
