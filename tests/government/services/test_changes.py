"""What an office follows through the API: a step that commits late is not lost to whoever reads on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from nentang.government.services import actions
from nentang.kernel import clock
from tests.api.factories import bearer

from .factories import Office, make_applicant, make_dossier, make_office

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PATH = "/api/v1/dossiers/changes"


@pytest.fixture(autouse=True)
def _today(at: datetime) -> None:
    clock.use(lambda: at)


@contextmanager
def slow_transaction(act: Callable[[], object]) -> Iterator[None]:
    """Acts at once in a connection of its own and commits when the block ends."""
    acted, commit = Event(), Event()

    def run() -> None:
        with transaction.atomic():
            act()
            acted.set()
            commit.wait(20)
        connection.close()

    thread = Thread(target=run)
    thread.start()
    try:
        assert acted.wait(20)
        yield
    finally:
        commit.set()
        thread.join(20)


class Reader:
    """An office's program that remembers where it stopped."""

    def __init__(self, office: Office, at: datetime) -> None:
        self._http = Client(headers=bearer(account_id=office.clerk.account_id or 0, at=at))
        self.after = "-1.0"

    def read(self) -> list[str]:
        """The codes of what is new, step by step, as often as there is more."""
        codes: list[str] = []
        while items := self._page()["items"]:
            codes += [each["code"] for each in items]
        return codes

    def _page(self) -> Any:
        page = self._http.get(PATH, {"after": self.after, "limit": 1}).json()
        self.after = page["next"]
        return page


def read_until(reader: Reader, count: int) -> list[str]:
    """So many codes at least; strangers' transactions in the same PostgreSQL only delay them."""
    codes: list[str] = []
    for _ in range(100):
        codes += reader.read()
        if len(codes) >= count:
            break
        Event().wait(0.1)
    return codes


def test_a_step_that_commits_after_the_reader_went_on_is_not_lost(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    slow, quick = (make_dossier(office=office, applicant=citizen, at=at).code for _ in range(2))
    reader = Reader(office, at)
    assert read_until(reader, 2) == [slow, quick]

    def receive(code: str) -> None:
        actions.receive_dossier(code=code, actor=office.clerk, at=at)

    with slow_transaction(lambda: receive(slow)):
        receive(quick)
        early = reader.read()

    late = read_until(reader, 4)
    assert early == []
    assert sorted(late) == sorted([slow, slow, quick, quick])


def test_a_slow_reader_of_its_own_writes_misses_nothing_and_repeats_nothing(at: datetime) -> None:
    office, citizen = make_office(at=at), make_applicant(at=at)
    reader = Reader(office, at)
    made = [make_dossier(office=office, applicant=citizen, at=at).code for _ in range(3)]

    assert read_until(reader, 3) == made
    assert reader.read() == []
