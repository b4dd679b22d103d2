"""Whatever kills a worker, and whenever, the end state is the same."""

import signal
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.db import connection

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record, verify
from nentang.foundation.outbox import registry
from nentang.foundation.outbox.enums import OPEN, DeliveryState
from nentang.foundation.outbox.models import Delivery, Event, Job
from nentang.foundation.outbox.public import publish, run_until_quiet, work_once
from nentang.kernel.frozen import Frozen
from tests.foundation.audit.factories import seal_soon

from .factories import LampLit, listening
from .workers import KilledAt, end_of, fork, shared_database

pytestmark = pytest.mark.django_db(transaction=True)


class LampSeen(Frozen):
    """What a listener leaves behind in the database."""

    name: ClassVar[str] = "tests.lamp_seen"
    lamp: int


@pytest.fixture(autouse=True)
def _only_these_jobs(tmp_path: Path) -> Iterator[None]:
    jobs = dict(registry.jobs())
    for name in set(jobs) - {"audit.seal"}:
        registry.forget(name)
    with shared_database(tmp_path):
        yield
    registry.jobs().update(jobs)


def seen() -> list[int]:
    """Lamps in the order in which they were seen."""
    rows = Event.objects.filter(name=LampSeen.name).order_by("id")
    return [row.payload["lamp"] for row in rows]


def begin_anew(at: datetime, lamps: int, keys: int = 1) -> None:
    """Forget what was, publish lamps, leave something to seal."""
    for model in (Delivery, Event, Job):
        model._default_manager.all().delete()
    record(actor=SYSTEM, action="tests.begin", subject="lamps:0", at=at)
    for lamp in range(lamps):
        publish(LampLit(lamp), at=at, key=f"room:{lamp % keys}")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_worker_killed_around_any_statement_leaves_the_same_end(
    at: datetime, after: bool
) -> None:
    def work(statement: int) -> None:
        with connection.execute_wrapper(KilledAt(statement, after=after)):
            run_until_quiet(at=at)

    with listening(lambda event: publish(LampSeen(event.lamp), at=at)):
        statement, ended = 0, -signal.SIGKILL
        while ended == -signal.SIGKILL:
            statement += 1
            begin_anew(at, lamps=2)
            ended = end_of(fork(lambda: work(statement)))  # noqa: B023 - ends within this round
            run_until_quiet(at=at + timedelta(minutes=6))
            assert seen() == [0, 1]
            assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.DONE}
    assert ended == 0
    assert statement > 15
    while verify().checked < statement:
        assert seal_soon(at)
    assert verify().holds


def test_two_workers_never_deliver_one_event_at_once(at: datetime) -> None:
    def see(event: LampLit) -> None:
        publish(LampSeen(event.lamp), at=at)
        time.sleep(0.002)

    def work() -> None:
        moment = at
        while Delivery.objects.filter(state__in=OPEN).exists():
            moment += timedelta(seconds=0 if work_once(at=moment, limit=4) else 1)

    with listening(see):
        begin_anew(at, lamps=40, keys=4)
        assert [end_of(process) for process in [fork(work), fork(work)]] == [0, 0]
    assert sorted(seen()) == list(range(40))
    for key in range(4):
        lane = [lamp for lamp in seen() if lamp % 4 == key]
        assert lane == sorted(lane)
    assert not Delivery.objects.filter(attempts__gt=0).exists()
