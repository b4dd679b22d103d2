"""A replica is asked by pages that only read, and by nobody who has just written."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from nentang.agreements.actor import SYSTEM
from nentang.config.replica import WROTE, ReadingMiddleware, Router
from nentang.foundation.audit.public import record
from nentang.foundation.casework.models import Case
from nentang.foundation.identity.models import Account

AT = datetime(2021, 3, 1, tzinfo=UTC)


def asked(
    request: HttpRequest, before: Callable[[], object] = lambda: None
) -> tuple[list[str], HttpResponse]:
    found = []

    def page(request: HttpRequest) -> HttpResponse:
        before()
        found.append(Router().db_for_read(Case))
        return HttpResponse()

    return found, ReadingMiddleware(page, answers=lambda: True)(request)


def test_a_page_that_only_reads_asks_the_replica() -> None:
    assert asked(RequestFactory().get("/"))[0] == ["replica"]


def test_work_outside_of_requests_asks_the_primary() -> None:
    asked(RequestFactory().get("/"))

    assert Router().db_for_read(Case) == "default"


def test_who_somebody_is_is_asked_at_the_primary() -> None:
    found = []

    def page(request: HttpRequest) -> HttpResponse:
        found.append(Router().db_for_read(Account))
        return HttpResponse()

    ReadingMiddleware(page, answers=lambda: True)(RequestFactory().get("/"))

    assert found == ["default"]


def test_a_form_that_was_sent_asks_the_primary_and_so_do_the_next_pages() -> None:
    found, answer = asked(RequestFactory().post("/"))
    later = RequestFactory().get("/")
    later.COOKIES[WROTE] = answer.cookies[WROTE].value

    assert found == ["default"]
    assert asked(later)[0] == ["default"]


@pytest.mark.django_db(transaction=True)
def test_a_page_that_wrote_reads_what_it_wrote() -> None:
    def write() -> None:
        record(actor=SYSTEM, action="audit.look", subject="test:1", at=AT)

    assert asked(RequestFactory().get("/"), write)[0] == ["default"]
    assert asked(RequestFactory().get("/"), Case.objects.count)[0] == ["replica"]
    assert not connection.execute_wrappers


def test_everything_is_written_to_the_primary() -> None:
    assert Router().db_for_write(Case) == "default"
    assert not Router().allow_migrate("replica", "casework")


def test_a_replica_that_does_not_answer_is_not_asked() -> None:
    found = []

    def page(request: HttpRequest) -> HttpResponse:
        found.append(Router().db_for_read(Case))
        return HttpResponse()

    ReadingMiddleware(page, answers=lambda: False)(RequestFactory().get("/"))

    assert found == ["default"]
