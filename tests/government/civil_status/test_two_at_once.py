"""Several write at the same moment, each over a connection of their own; a writer dies in the middle."""

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from nentang.government.civil_status import actions
from nentang.government.civil_status.models import (
    BirthEntry,
    BookCounter,
    DossierEntry,
    GivenNumber,
    PaperLine,
)
from nentang.government.population.public import Citizen
from nentang.kernel.errors import DomainError
from tests.foundation.outbox.workers import KilledAt, end_of, fork, shared_database

from .factories import (
    birth_dossier,
    grant,
    make_birth,
    make_books,
    make_paper_book,
    old_birth_typed,
)

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(30)
        try:
            return act()
        except DomainError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(120) for future in [threads.submit(run, act) for act in acts]]


def test_entries_made_at_once_have_numbers_without_gap(at: datetime, tmp_path: Path) -> None:
    books = make_books(at=at)
    names = ["Lê Một", "Lê Hai", "Lê Ba", "Lê Bốn", "Lê Năm", "Lê Sáu"]

    with shared_database(tmp_path):
        at_once([lambda name=name: make_birth(books, at, full_name=name) for name in names])

        assert sorted(BirthEntry.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
        assert BookCounter.objects.get(kind="births").last == 6
        assert Citizen.objects.count() == 6


def test_refused_among_made_leave_no_gap(at: datetime, tmp_path: Path) -> None:
    books = make_books(at=at)
    births = ["1/12/2020", "9/12/2020", "2/12/2020", "10/12/2020"]

    with shared_database(tmp_path):
        at_once([lambda birth=birth: make_birth(books, at, birth=birth) for birth in births])

        assert sorted(BirthEntry.objects.values_list("number", flat=True)) == [1, 2]


def test_a_dossier_delivered_many_times_at_once_is_one_entry(at: datetime, tmp_path: Path) -> None:
    books = make_books(at=at)
    code = birth_dossier(books, at)
    grant(books, code, at)

    with shared_database(tmp_path):
        rows = at_once([lambda: actions.enter_from_dossier(code=code, at=at)] * 4)

        assert len({row.entry_code for row in rows if isinstance(row, DossierEntry)}) == 1
        assert BirthEntry.objects.count() == DossierEntry.objects.count() == 1
        assert BookCounter.objects.get(kind="births").last == 1
        assert Citizen.objects.count() == 1


def test_a_number_asked_for_many_times_at_once_is_one(at: datetime, tmp_path: Path) -> None:
    books = make_books(at=at)
    code = birth_dossier(books, at)

    with shared_database(tmp_path):
        act = [lambda: actions.give_child_number(code=code, actor=books.clerk, at=at)] * 4
        given = {each for each in at_once(act) if isinstance(each, str)}

        assert given == {GivenNumber.objects.get().number}


def test_a_line_typed_by_two_at_once_is_typed_twice(at: datetime, tmp_path: Path) -> None:
    books = make_books(at=at)
    book = make_paper_book(books, at)

    with shared_database(tmp_path):
        at_once(
            [
                lambda actor=actor: actions.type_line(
                    book=book, number=1, typed=old_birth_typed(), actor=actor, at=at
                )
                for actor in (books.registrar, books.second)
            ]
        )
        assert PaperLine.objects.get().state == "entered"
        assert BirthEntry.objects.count() == 1


def test_a_worker_killed_at_any_statement_leaves_nothing_and_the_next_one_enters(
    at: datetime, tmp_path: Path
) -> None:
    books = make_books(at=at)
    code = birth_dossier(books, at)
    grant(books, code, at)

    def enter(number: int) -> None:
        with connection.execute_wrapper(KilledAt(number, after=True)):
            actions.enter_from_dossier(code=code, at=at)

    with shared_database(tmp_path):
        for number in (4, 12, 20, 28, 36, 44):
            assert end_of(fork(lambda number=number: enter(number))) == -signal.SIGKILL
            assert not BirthEntry.objects.exists()
            assert not DossierEntry.objects.exists()
            assert not BookCounter.objects.exists()

        row = actions.enter_from_dossier(code=code, at=at)
        assert row is not None
        assert row.entry_code.endswith("-0001")
