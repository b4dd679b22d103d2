"""The officers' pages, and the extract that everybody can verify."""

from datetime import date, datetime

import pytest

from nentang.foundation.documents.public import IssuedDocument
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.public import NotYourRegister, register_named
from nentang.government.civil_status import actions
from nentang.government.civil_status.models import BirthEntry, MarriageEntry
from nentang.government.civil_status.registry import BOOKS

from .factories import (
    Books,
    birth_typed,
    make_birth,
    make_books,
    make_marriage,
    sign_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def books(at: datetime) -> Books:
    return make_books(at=at)


def test_an_entry_by_hand_is_confirmed_where_something_has_to_be_known(
    books: Books, at: datetime
) -> None:
    desk = sign_in(books.registrar)
    assert "Ghi việc hôm nay" in desk.get("/ho-tich/").content.decode()
    typed = birth_typed(birth="1/9/2020")

    page = desk.post("/ho-tich/ghi/births/", typed)
    assert "Đăng ký quá hạn 37 ngày" in page.content.decode()
    assert "Điều 15, Luật Hộ tịch" in page.content.decode()
    assert not BirthEntry.objects.exists()

    done = desk.post("/ho-tich/ghi/births/", typed | {"confirmed": "1"})
    assert done["Location"] == "/co-so-du-lieu/births/ban-ghi/KS-37101-2020-01-0001/"


def test_what_is_wrong_is_said_and_what_was_typed_stays(books: Books, at: datetime) -> None:
    desk = sign_in(books.registrar)
    answer = desk.post("/ho-tich/ghi/births/", birth_typed(birth="31/2/2020"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "viết ngày/tháng/năm, hoặc chỉ năm" in page
    assert "Lê An Nháp" in page


def test_others_see_none_of_these_pages(books: Books, at: datetime) -> None:
    code = make_birth(books, at).code
    for actor in (books.clerk, books.leader):
        client = sign_in(actor)
        for address in ("/ho-tich/", "/ho-tich/ghi/births/", "/ho-tich/so-giay/"):
            assert client.get(address).status_code == 403
    stranger = sign_in(books.stranger)
    assert stranger.get(f"/ho-tich/viec/births/{code}/thay-doi/").status_code == 403
    assert (
        stranger.post(f"/ho-tich/viec/births/{code}/trich-luc/", {"purpose": "x"}).status_code
        == 403
    )
    assert not IssuedDocument.objects.filter(kind="register_extract").exists()


def test_an_old_entry_is_written_under_its_number(books: Books, at: datetime) -> None:
    desk = sign_in(books.registrar)
    place = {"number": "7", "volume": "2", "registered_on": "2009-03-02"}
    answer = desk.post("/ho-tich/ghi-viec-cu/births/", birth_typed(birth="1/2/2009") | place)
    assert answer["Location"] == "/co-so-du-lieu/births/ban-ghi/KS-37101-2009-02-0007/"


def test_a_divorce_and_a_correction_are_written_beside_the_entry(
    books: Books, at: datetime
) -> None:
    desk, entry = sign_in(books.registrar), make_marriage(books, at)
    address = f"/ho-tich/viec/marriages/{entry.code}/"

    shown = desk.get(f"{address}thay-doi/").content.decode()
    assert 'value="08/03/1994"' in shown
    form = {"act": "correction", "decision": "QĐ 5", "wife_name": "Lê Thị Mậu"}
    form |= {"husband_name": "Bùi Văn Thử", "wife_birth": "08/03/1994", "husband_birth": "1988"}
    done = desk.post(f"{address}thay-doi/", form | {"revision": str(entry.revision)})
    assert done.status_code == 302
    stale = desk.post(
        f"{address}thay-doi/", form | {"wife_name": "Lê Thị Mầu", "revision": str(entry.revision)}
    )
    assert stale.status_code == 422
    assert "Người khác vừa ghi" in stale.content.decode()

    ended = {"state": "divorced", "ended_on": "2020-12-07", "decision": "Bản án 3"}
    assert desk.post(f"{address}cham-dut/", ended).status_code == 302
    desk.post(
        f"/co-so-du-lieu/marriages/ban-ghi/{entry.code}/", {"purpose": "check", "reference": "1"}
    )
    record = desk.get(f"/co-so-du-lieu/marriages/ban-ghi/{entry.code}/").content.decode()
    assert "Đã ly hôn" in record
    assert "Lê Thị Mậu" in record
    assert "Cấp trích lục" in record


def test_an_extract_is_signed_numbered_and_verified_by_anybody(books: Books, at: datetime) -> None:
    entry = make_birth(books, at)
    by = {"kind": "births", "code": entry.code, "purpose": "Đi học", "at": at}
    paper = actions.issue_extract(actor=books.registrar, **by)
    second = actions.issue_extract(actor=books.registrar, **by)
    with pytest.raises(NotYourRegister):
        actions.issue_extract(actor=books.leader, **by)
    assert (paper.number, second.number) == ("01/2020/TL", "02/2020/TL")
    assert ["Họ, chữ đệm, tên", "Lê An Nháp"] in paper.data["rows"]
    run_until_quiet(at=at)

    paper.refresh_from_db()
    assert paper.state == "signed"
    public = sign_in(books.stranger).get(f"/xac-minh/{paper.code}/").content.decode()
    assert "Trích lục hộ tịch" in public
    assert "Lê An Nháp" not in public


def test_who_reads_the_entry_opens_its_extract_and_nobody_else(books: Books, at: datetime) -> None:
    entry = make_birth(books, at)
    paper = actions.issue_extract(
        kind="births", code=entry.code, purpose="Đi học", actor=books.registrar, at=at
    )
    address = f"/giay-to/{paper.public_id}/"
    assert sign_in(books.leader).get(address).status_code == 200
    assert sign_in(books.stranger).get(address).status_code in (403, 404)


def test_every_book_is_a_register_with_a_title_and_a_search(books: Books, at: datetime) -> None:
    desk = sign_in(books.registrar)
    make_marriage(books, at)
    for kind in BOOKS:
        assert register_named(kind).title
        assert desk.get(f"/co-so-du-lieu/{kind}/").status_code == 200
    found = desk.get("/co-so-du-lieu/marriages/?q=bui thu").content.decode()
    assert MarriageEntry.objects.get().code in found


def test_statistics_count_births_by_month_and_marriages_by_age(books: Books, at: datetime) -> None:
    make_birth(books, at)
    make_birth(books, at, full_name="Lê Bình Nháp", birth="3/11/2020")
    make_marriage(books, at)
    by_month = dict(register_named("births").statistics[0].count(date(2020, 12, 31)))
    by_age = dict(register_named("marriages").statistics[0].count(date(2020, 12, 31)))
    assert (by_month["12/2020"], by_month["11/2020"], by_month["01/2020"]) == (1, 1, 0)
    assert by_age["25–29"] == 1
