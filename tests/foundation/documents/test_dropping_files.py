"""Files that nothing names go; content that somebody gives again in the same moment stays."""

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.actions import clear_shelf, drop_unnamed_files, store_file
from nentang.foundation.documents.adapters.shelf import place_of
from nentang.foundation.documents.models import Discarded, StoredFile
from nentang.foundation.documents.public import altered_files
from tests.foundation.outbox.workers import KilledAt, end_of, fork, shared_database

from .factories import png

pytestmark = pytest.mark.django_db(transaction=True)
NINETY, DAY = timedelta(days=90), timedelta(days=1)


def given(at: datetime, content: bytes) -> StoredFile:
    """A picture that the platform keeps, of no matter."""
    return store_file(content=content, filename="anh.png", actor=SYSTEM, at=at)


def different(number: int) -> bytes:
    """A picture like no other: something between its parts."""
    whole = png()
    return whole[:33] + number.to_bytes(8, "big") + whole[33:]


def test_a_file_goes_when_its_term_is_over_and_its_content_with_it(at: datetime) -> None:
    file = given(at, different(1))

    assert drop_unnamed_files(at=at + NINETY - timedelta(seconds=1)) == (0, 0)
    assert drop_unnamed_files(at=at + NINETY) == (1, 0)
    assert clear_shelf(at=at + NINETY) == 0, "a backup may still copy it"
    assert place_of(file.sha256).exists()
    assert clear_shelf(at=at + NINETY + DAY) == 1
    assert not place_of(file.sha256).exists()
    assert not Discarded.objects.exists()


def test_content_that_another_row_names_stays_on_the_shelf(at: datetime) -> None:
    old, new = given(at, different(2)), given(at + timedelta(days=50), different(2))
    assert old.sha256 == new.sha256

    drop_unnamed_files(at=at + NINETY)

    assert clear_shelf(at=at + NINETY + DAY) == 0
    assert place_of(new.sha256).exists()
    assert list(StoredFile.objects.all()) == [new]


@pytest.mark.parametrize("number", range(1, 7))
def test_killed_at_any_statement_the_next_run_clears_the_shelf(
    at: datetime, tmp_path: Path, number: int
) -> None:
    with shared_database(tmp_path):
        file = given(at, different(10 + number))
        drop_unnamed_files(at=at + NINETY)

        def clear() -> None:
            with connection.execute_wrapper(KilledAt(number, after=True)):
                clear_shelf(at=at + NINETY + DAY)

        end_of(fork(clear))
        clear_shelf(at=at + NINETY + DAY)

        assert not place_of(file.sha256).exists()
        assert not Discarded.objects.exists()


def test_who_gives_the_same_content_while_it_is_being_removed_keeps_it(
    at: datetime, tmp_path: Path
) -> None:
    content = different(4)
    shelved_out, shelved_in = os.pipe()

    def give_slowly() -> None:
        with transaction.atomic():
            given(at + NINETY, content)
            os.write(shelved_in, b".")
            time.sleep(1)

    with shared_database(tmp_path):
        given(at, content)
        drop_unnamed_files(at=at + NINETY)
        giver = fork(give_slowly)
        os.read(shelved_out, 1)
        assert clear_shelf(at=at + NINETY + DAY) == 0
        assert end_of(giver) == 0

        assert StoredFile.objects.count() == 1
        assert list(altered_files()) == []
        assert not Discarded.objects.exists()


def test_in_a_scramble_every_row_keeps_its_content(at: datetime, tmp_path: Path) -> None:
    contents = [different(100 + number) for number in range(4)]
    later = at + NINETY

    def give() -> None:
        for number in range(20):
            given(at if number % 2 else later, contents[number % 4])

    def drop() -> None:
        for _round in range(30):
            drop_unnamed_files(at=later)
            clear_shelf(at=later + DAY)

    with shared_database(tmp_path):
        processes = [fork(work) for work in (give, drop, give, drop)]

        assert [end_of(process) for process in processes] == [0, 0, 0, 0]
        assert StoredFile.objects.filter(stored_at=later).count() == 20
        assert list(altered_files()) == []
        drop()
        assert set(StoredFile.objects.values_list("stored_at", flat=True)) == {later}
        assert list(altered_files()) == []
