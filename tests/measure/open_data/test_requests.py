"""Requests for data: a legal clock, answers for everybody, nothing of whoever asked."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from nentang.foundation.facts.models import Fact
from nentang.foundation.identity.public import actor_for_account
from nentang.foundation.notifications.models import Message
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from nentang.measure.open_data.actions import answer_request, file_request, refuse_request
from nentang.measure.open_data.errors import (
    AnswerMissing,
    LooksPersonal,
    QuestionMissing,
    RequestNotFound,
    TooManyRequests,
)
from nentang.measure.open_data.models import DataRequest
from tests.foundation.identity.factories import make_account

from .factories import Keepers, make_keepers, take_on

pytestmark = pytest.mark.django_db
QUESTION, ANSWER = "Có số chuyến xe theo giờ không?", "Có từ tháng sau, theo giờ trong ngày."


@pytest.fixture
def keepers(at: datetime) -> Keepers:
    found = make_keepers(at=at)
    take_on(found, at=at)
    clock.use(lambda: at)
    return found


def ask(at: datetime, asked: str = "Số chuyến xe theo giờ") -> DataRequest:
    actor = actor_for_account(make_account(at=at).pk, at=at)
    return file_request(about="chuyen-xe", asked=asked, purpose="Làm ứng dụng", actor=actor, at=at)


def test_a_request_is_due_by_working_days(keepers: Keepers, at: datetime) -> None:
    request = ask(at)

    assert request.case.due_at is not None
    assert request.case.due_at - at > timedelta(days=12)  # ten working days and two Sundays
    assert request.case.holder_id == keepers.body.pk


def test_the_answer_is_for_everybody_and_says_nothing_of_who_asked(
    keepers: Keepers, at: datetime, client: Client
) -> None:
    request = ask(at)
    assert client.get(f"/du-lieu-mo/yeu-cau/{request.code}/").status_code == 404

    answer_request(code=request.code, question=QUESTION, answer=ANSWER, actor=keepers.writer, at=at)
    pages = [
        client.get(url).content.decode()
        for url in (f"/du-lieu-mo/yeu-cau/{request.code}/", "/du-lieu-mo/yeu-cau/")
    ]

    assert all(QUESTION in page and ANSWER in page for page in pages)
    assert not any("Lê Thị Mẫu" in page or "Làm ứng dụng" in page for page in pages)


def test_whoever_asked_hears_of_the_answer(keepers: Keepers, at: datetime) -> None:
    request = ask(at)
    answer_request(code=request.code, question=QUESTION, answer=ANSWER, actor=keepers.writer, at=at)

    run_until_quiet(at=at)

    assert Message.objects.filter(template="open_data.answered").exists()
    fact = Fact.objects.get(kind="open_data.request_answered")
    assert fact.payload == {"granted": True, "in_time": True}


def test_a_refusal_says_why(keepers: Keepers, at: datetime, client: Client) -> None:
    request = ask(at)

    refuse_request(
        code=request.code, question=QUESTION, answer="Số ấy không có.", actor=keepers.writer, at=at
    )

    page = client.get(f"/du-lieu-mo/yeu-cau/{request.code}/").content.decode()
    assert "Không đáp ứng" in page
    assert "Số ấy không có." in page


def test_others_neither_see_nor_answer(keepers: Keepers, at: datetime) -> None:
    request = ask(at)
    stranger = make_keepers(at=at).writer

    with pytest.raises(RequestNotFound):
        answer_request(code=request.code, question=QUESTION, answer=ANSWER, actor=stranger, at=at)


@pytest.mark.parametrize("words", ["Gọi 0912345678", "Số 001187000001", "mau@example.vn"])
def test_what_everybody_reads_names_nobody(keepers: Keepers, at: datetime, words: str) -> None:
    with pytest.raises(LooksPersonal):
        answer_request(
            code=ask(at).code, question=words, answer=ANSWER, actor=keepers.writer, at=at
        )


def test_empty_words_are_refused(keepers: Keepers, at: datetime) -> None:
    with pytest.raises(QuestionMissing):
        ask(at, asked="  ")
    with pytest.raises(AnswerMissing):
        answer_request(code=ask(at).code, question="", answer=ANSWER, actor=keepers.writer, at=at)


def test_the_same_words_sent_twice_are_one_request_and_five_may_wait(
    keepers: Keepers, at: datetime
) -> None:
    actor = actor_for_account(make_account(at=at).pk, at=at)

    def file(asked: str) -> DataRequest:
        return file_request(about="chuyen-xe", asked=asked, purpose="Học", actor=actor, at=at)

    assert file("một").pk == file("một").pk
    for number in range(4):
        file(f"điều {number}")
    with pytest.raises(TooManyRequests):
        file("điều nữa")
