"""Paper books: typed twice by two people, settled where they differ; tables taken in."""

from datetime import datetime

import pytest

from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.actions import start_import
from nentang.foundation.registers.models import ImportRun
from nentang.foundation.registers.public import NotYourRegister
from nentang.government.civil_status import actions
from nentang.government.civil_status.enums import LineState
from nentang.government.civil_status.errors import (
    BookNotFound,
    EntryUnreadable,
    LineNotFound,
    LineSettled,
    SecondPairOfEyes,
)
from nentang.government.civil_status.models import BirthEntry, PaperBook, PaperLine
from nentang.government.civil_status.queries import (
    facts_of,
    lines_to_settle,
    next_line,
    next_to_check,
    paper_book,
    progress_of,
)

from .factories import Books, make_books, make_paper_book, old_birth_typed, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def books(at: datetime) -> Books:
    return make_books(at=at)


@pytest.fixture
def book(books: Books, at: datetime) -> PaperBook:
    return make_paper_book(books, at)


def test_two_who_type_the_same_make_an_entry(books: Books, book: PaperBook, at: datetime) -> None:
    by = {"book": book, "number": 2, "at": at}
    first = actions.type_line(typed=old_birth_typed(), actor=books.registrar, **by)
    assert first.state == LineState.TYPED
    assert not BirthEntry.objects.exists()

    second = actions.type_line(
        typed=old_birth_typed(sex="female", birth="2010-12-01"), actor=books.second, **by
    )
    assert (second.state, second.entry_code) == (LineState.ENTERED, "KS-37101-2010-01-0002")
    facts = facts_of(BirthEntry.objects.get())
    assert facts is not None
    assert (facts.basis_kind, facts.basis) == ("book", "02/2010/01")
    with pytest.raises(LineSettled):
        actions.type_line(typed=old_birth_typed(), actor=books.second, **by)


def test_one_person_is_not_two(books: Books, book: PaperBook, at: datetime) -> None:
    by = {"book": book, "number": 1, "actor": books.registrar, "at": at}
    actions.type_line(typed=old_birth_typed(), **by)
    again = actions.type_line(typed=old_birth_typed(full_name="Lê Thị Sửa"), **by)

    assert again.state == LineState.TYPED
    assert again.first["full_name"] == "Lê Thị Sửa"
    assert not BirthEntry.objects.exists()


def test_what_differs_is_settled_by_anybody_but_the_first(
    books: Books, book: PaperBook, at: datetime
) -> None:
    by = {"book": book, "number": 1, "at": at}
    actions.type_line(typed=old_birth_typed(), actor=books.registrar, **by)
    line = actions.type_line(
        typed=old_birth_typed(full_name="Lê Thị Cũng"), actor=books.second, **by
    )
    assert line.state == LineState.DIFFERENT
    assert [each.number for each in lines_to_settle(book)] == [1]

    with pytest.raises(SecondPairOfEyes):
        actions.settle_line(typed=old_birth_typed(), actor=books.registrar, **by)
    settled = actions.settle_line(
        typed=old_birth_typed(full_name="Lê Thị Cũng"), actor=books.second, **by
    )
    assert settled.state == LineState.ENTERED
    assert BirthEntry.objects.get().folded.startswith("le thi cung")
    assert lines_to_settle(book) == []


def test_progress_counts_what_is_done_and_what_nobody_can_read(
    books: Books, book: PaperBook, at: datetime
) -> None:
    for actor in (books.registrar, books.second):
        actions.type_line(book=book, number=1, typed=old_birth_typed(), actor=actor, at=at)
    actions.mark_unreadable(book=book, number=2, note="Rách", actor=books.second, at=at)
    actions.type_line(book=book, number=3, typed=old_birth_typed(), actor=books.registrar, at=at)

    progress = progress_of(book)
    assert (progress.entered, progress.unreadable, progress.typed) == (1, 1, 1)
    assert progress.settled == 2
    with pytest.raises(LineSettled):
        actions.mark_unreadable(book=book, number=1, note="Mờ", actor=books.second, at=at)
    with pytest.raises(EntryUnreadable):
        actions.mark_unreadable(book=book, number=3, note=" ", actor=books.second, at=at)


def test_the_next_line_is_new_first_then_one_that_somebody_else_typed(
    books: Books, book: PaperBook, at: datetime
) -> None:
    first, second = books.registrar.account_id, books.second.account_id
    assert next_line(book, first) == 1
    for number in (1, 2, 3):
        actions.type_line(
            book=book, number=number, typed=old_birth_typed(), actor=books.registrar, at=at
        )
    assert next_line(book, first) is None
    assert next_line(book, second) == next_to_check(book, second) == 1


def test_a_line_belongs_to_its_book_and_a_book_to_its_body(
    books: Books, book: PaperBook, at: datetime
) -> None:
    by = {"book": book, "at": at, "actor": books.registrar}
    with pytest.raises(LineNotFound):
        actions.type_line(number=4, typed=old_birth_typed(), **by)
    with pytest.raises(EntryUnreadable):
        actions.type_line(number=1, typed=old_birth_typed(registered_on="7/12/2011"), **by)
    with pytest.raises(NotYourRegister):
        actions.type_line(number=1, typed=old_birth_typed(), **(by | {"actor": books.stranger}))
    with pytest.raises(BookNotFound):
        paper_book(book.pk, books.stranger.organizations("registrar"))
    assert make_paper_book(books, at).pk == book.pk


def test_the_second_does_not_see_what_the_first_typed(
    books: Books, book: PaperBook, at: datetime
) -> None:
    address = f"/ho-tich/so-giay/{book.pk}/dong/1/"
    first, second = sign_in(books.registrar), sign_in(books.second)
    read = old_birth_typed(sex="female")
    assert first.post(address, read)["Location"].endswith("/nhap/")
    assert "Lê Thị Cũ" in first.get(address).content.decode()

    page = second.get(address).content.decode()
    assert "Lê Thị Cũ" not in page
    assert "Nhập lần hai" in page
    second.post(address, read | {"full_name": "Lê Thị Cũng"})
    page = second.get(address).content.decode()
    assert "Hai lần nhập khác nhau" in page
    assert "Lê Thị Cũng" in page
    second.post(address, read)
    assert PaperLine.objects.get().state == LineState.ENTERED


def test_a_table_of_old_births_is_taken_in_once(books: Books, at: datetime) -> None:
    table = (
        "number,volume,registered_on,full_name,sex,birth,mother_name\n"
        "1,1,04/05/2010,Lê Thị Một,nữ,01/05/2010,Lê Thị Mẫu\n"
        "2,1,05/05/2010,Lê Văn Hai,nam,2010,\n"
        "3,1,05/05/2010,Lê Văn Ba,nam,32/01/2010,\n"
    )
    for _time in range(2):
        start_import(
            register="births",
            content=table.encode(),
            filename="so-2010.csv",
            organization_id=books.body.pk,
            actor=books.registrar,
            at=at,
        )
        run_until_quiet(at=at)

    assert sorted(BirthEntry.objects.values_list("code", flat=True)) == [
        "KS-37101-2010-01-0001",
        "KS-37101-2010-01-0002",
    ]
    assert [(run.done, run.failed) for run in ImportRun.objects.all()] == [(3, 1), (3, 1)]
