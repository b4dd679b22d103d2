"""A row that commits late is neither missed nor sealed out of order."""

from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from nentang.foundation.audit.models import Record, Seal
from nentang.foundation.audit.public import seal, verify

from .factories import an_act, seal_soon

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


class SlowTransaction:
    """Records an act in a connection of its own and commits when told."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._begun, self._go_on, self._acted, self._commit = Event(), Event(), Event(), Event()
        self._thread = Thread(target=self._run)

    def begin(self) -> None:
        """Start the transaction; it takes its number now."""
        self._thread.start()
        assert self._begun.wait(5)

    def act(self) -> None:
        """Insert the row."""
        self._go_on.set()
        assert self._acted.wait(5)

    def commit(self) -> None:
        """End it."""
        self._commit.set()
        self._thread.join(5)

    def _run(self) -> None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id()")
            self._begun.set()
            self._go_on.wait(5)
            self._act()
            self._acted.set()
            self._commit.wait(5)
        connection.close()


def sealed_ids() -> list[int]:
    """All sealed ids, in the order of the chain."""
    return [pk for each in Seal.objects.order_by("id") for pk, _ in each.sealed()]


def test_a_row_below_a_quicker_one_is_sealed_when_it_commits(at: datetime) -> None:
    slow = SlowTransaction(lambda: an_act(at=at, number=1))
    quick = SlowTransaction(lambda: an_act(at=at, number=2))
    slow.begin()
    slow.act()
    quick.begin()
    quick.act()
    quick.commit()
    assert seal(at=at) == 0
    slow.commit()
    assert seal_soon(at) == 2
    assert [Record.objects.get(pk=pk).subject for pk in sealed_ids()] == ["lamp:1", "lamp:2"]
    assert verify().holds


def test_a_row_with_a_lower_id_from_a_later_transaction_is_not_missed(at: datetime) -> None:
    first, second = (
        SlowTransaction(lambda: an_act(at=at, number=1)),
        SlowTransaction(lambda: an_act(at=at, number=2)),
    )
    first.begin()
    second.begin()
    second.act()
    first.act()
    first.commit()
    assert seal_soon(at) == 1
    second.commit()
    assert seal_soon(at) == 1
    ids = sealed_ids()
    assert ids[0] > ids[1]
    assert verify().holds
