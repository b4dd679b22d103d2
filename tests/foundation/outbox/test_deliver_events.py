"""Events reach their listeners, once and in order; who fails is retried alone."""

from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from nentang.agreements.actor import ANONYMOUS, SYSTEM
from nentang.foundation.outbox.actions.claim_deliveries import claim_deliveries
from nentang.foundation.outbox.actions.prune_events import prune_events
from nentang.foundation.outbox.enums import DeliveryState
from nentang.foundation.outbox.models import Delivery, Event, Job
from nentang.foundation.outbox.public import (
    DeliveryNotDead,
    publish,
    replay_delivery,
    run_until_quiet,
    work_once,
)
from nentang.foundation.outbox.rules import LONGEST_WAIT, wait_before_attempt
from nentang.kernel.errors import NotAllowed, Unavailable
from nentang.kernel.frozen import Frozen

from .factories import LampLit, listening, working

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def states() -> list[str]:
    """The states of all deliveries, oldest first."""
    return list(Delivery.objects.order_by("id").values_list("state", flat=True))


def test_an_event_reaches_its_listener_once_and_whole(at: datetime) -> None:
    heard: list[LampLit] = []
    with listening(heard.append):
        publish(LampLit(7, "Hà Giang"), at=at)
        run_until_quiet(at=at)
        run_until_quiet(at=at + HOUR)
    assert heard == [LampLit(7, "Hà Giang")]
    assert states() == [DeliveryState.DONE]


def test_publishing_costs_one_statement_on_postgresql_and_two_on_sqlite(
    at: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    statements = 1 if connection.vendor == "postgresql" else 2
    with (
        listening(print),
        listening(print, "tests.other"),
        django_assert_num_queries(statements),
    ):
        publish(LampLit(7), at=at)
    with django_assert_num_queries(1):
        publish(LampLit(8), at=at)
    assert Delivery.objects.count() == 2


def test_an_event_that_a_listener_does_not_want_costs_no_delivery(at: datetime) -> None:
    heard: list[LampLit] = []
    with listening(heard.append, when=lambda event: event.lamp > 7):
        for lamp in (7, 8):
            publish(LampLit(lamp), at=at)
        assert Delivery.objects.count() == 1
        run_until_quiet(at=at)
    assert heard == [LampLit(8)]


def test_what_was_written_before_a_listener_stopped_wanting_it_is_done_without_it(
    at: datetime,
) -> None:
    heard: list[LampLit] = []
    with listening(heard.append):
        publish(LampLit(7), at=at)
    with listening(heard.append, when=lambda event: event.lamp > 7):
        run_until_quiet(at=at)
    assert heard == []
    assert states() == [DeliveryState.DONE]


def test_an_event_of_an_undone_transaction_never_happened(at: datetime) -> None:
    def fail_after_publishing() -> None:
        with transaction.atomic():
            publish(LampLit(7), at=at)
            raise ZeroDivisionError

    with listening(print), pytest.raises(ZeroDivisionError):
        fail_after_publishing()
    assert not Event.objects.exists()
    assert not Delivery.objects.exists()


def test_what_a_failing_listener_changed_is_undone_and_it_is_tried_again(at: datetime) -> None:
    failures = [Unavailable(), ValueError("0912345678")]

    def light(event: LampLit) -> None:
        publish(LampLit(event.lamp + 100), at=at)
        if failures:
            raise failures.pop()

    with listening(light):
        publish(LampLit(1), at=at)
        assert work_once(at=at) >= 1
        first = Delivery.objects.get()
        assert (first.state, first.attempts, first.error) == ("pending", 1, "builtins.ValueError")
        assert at < first.due_at <= at + timedelta(seconds=2)
        work_once(at=at + HOUR)
        assert Delivery.objects.get().error.endswith("Unavailable kernel.unavailable")
        work_once(at=at + 2 * HOUR)
    assert states()[0] == DeliveryState.DONE
    assert Event.objects.filter(name=LampLit.name).count() == 2


def test_one_failing_listener_holds_up_nobody_else(at: datetime) -> None:
    heard: list[int] = []

    def fail(event: LampLit) -> None:
        raise ValueError

    with listening(fail, "tests.bad"), listening(lambda event: heard.append(event.lamp)):
        for lamp in range(3):
            publish(LampLit(lamp), at=at, key="room:1")
        run_until_quiet(at=at)
    assert heard == [0, 1, 2]


def test_one_key_keeps_its_order_while_others_go_on(at: datetime) -> None:
    heard: list[int] = []
    broken = {0}

    def hear(event: LampLit) -> None:
        if event.lamp in broken:
            raise ValueError
        heard.append(event.lamp)

    with listening(hear):
        for lamp in range(6):
            publish(LampLit(lamp), at=at, key=f"room:{lamp % 2}")
        run_until_quiet(at=at)
        assert heard == [1, 3, 5]
        publish(LampLit(6), at=at, key="room:0")
        run_until_quiet(at=at)
        broken.clear()
        run_until_quiet(at=at + HOUR)
    assert heard == [1, 3, 5, 0, 2, 4, 6]


def test_order_holds_across_small_batches(at: datetime) -> None:
    heard: list[int] = []
    with listening(lambda event: heard.append(event.lamp)):
        for lamp in range(10):
            publish(LampLit(lamp), at=at, key="room:1")
        while work_once(at=at, limit=3):
            pass
    assert heard == list(range(10))


def test_a_long_queue_behind_a_failing_head_is_put_off_not_scanned_again(at: datetime) -> None:
    def fail(event: LampLit) -> None:
        raise ValueError

    with listening(fail):
        for lamp in range(25):
            publish(LampLit(lamp), at=at, key="room:1")
        while work_once(at=at, limit=5):
            pass
    assert not Delivery.objects.filter(due_at__lte=at).exists()
    assert Delivery.objects.filter(attempts__gt=0).count() == 1


def test_after_72_hours_it_is_dead_and_can_be_replayed(at: datetime) -> None:
    broken = [True]

    def hear(event: LampLit) -> None:
        if broken:
            raise ValueError

    with listening(hear):
        publish(LampLit(1), at=at)
        moment = at
        while states() == [DeliveryState.PENDING]:
            run_until_quiet(at=moment)
            moment = Delivery.objects.get().due_at
        assert states() == [DeliveryState.DEAD]
        assert timedelta(hours=72) <= moment - at < timedelta(hours=75)
        broken.clear()
        replay_delivery(delivery_id=Delivery.objects.get().pk, actor=SYSTEM, at=moment)
        run_until_quiet(at=moment)
        assert states() == [DeliveryState.DONE]
        with pytest.raises(DeliveryNotDead):
            replay_delivery(delivery_id=Delivery.objects.get().pk, actor=SYSTEM, at=moment)


def test_only_administrators_replay(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        replay_delivery(delivery_id=1, actor=ANONYMOUS, at=at)


def test_what_a_dead_worker_had_claimed_is_delivered_after_its_lease(at: datetime) -> None:
    heard: list[int] = []
    with listening(lambda event: heard.append(event.lamp)):
        publish(LampLit(1), at=at)
        assert len(claim_deliveries(at=at, limit=10)) == 1
        run_until_quiet(at=at + timedelta(seconds=59))
        assert heard == []
        run_until_quiet(at=at + timedelta(seconds=61))
    assert heard == [1]


def test_an_event_may_not_carry_personal_data(at: datetime) -> None:
    class PersonMoved(Frozen):
        name: ClassVar[str] = "tests.person_moved"
        full_name: str

    with pytest.raises(ValueError, match="full_name"):
        publish(PersonMoved("Lê Thị Mẫu"), at=at)


def test_fields_that_are_no_longer_known_are_left_out(at: datetime) -> None:
    heard: list[LampLit] = []
    with listening(heard.append):
        publish(LampLit(1), at=at)
        Event.objects.update(payload={"lamp": 1, "colour": "red"})
        run_until_quiet(at=at)
    assert heard == [LampLit(1)]


def test_a_job_runs_when_it_is_due_and_goes_on_after_a_failure(at: datetime) -> None:
    ran: list[datetime] = []

    def work(moment: datetime) -> None:
        ran.append(moment)
        raise ValueError

    later = at + timedelta(seconds=61)
    with working(work):
        for moment in (at, at + timedelta(seconds=30), later):
            run_until_quiet(at=moment)
    assert ran == [at, later]
    assert Job.objects.get(name="tests.job").error == "builtins.ValueError"


def test_a_job_goes_on_when_the_demo_clock_is_moved_back(at: datetime) -> None:
    ran: list[datetime] = []
    with working(ran.append):
        run_until_quiet(at=at)
        run_until_quiet(at=at - timedelta(days=9))
    assert len(ran) == 2


def test_old_events_go_once_everybody_has_them(at: datetime) -> None:
    def fail_on_two(event: LampLit) -> None:
        if event.lamp == 2:
            raise ValueError

    with listening(fail_on_two):
        for lamp in (1, 2):
            publish(LampLit(lamp), at=at)
        run_until_quiet(at=at)
    prune_events(at=at + timedelta(days=31))
    assert Event.objects.get(name=LampLit.name).payload["lamp"] == 2


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_waits_double_up_to_an_hour_and_a_quarter(attempts: int, jitter: float) -> None:
    wait = wait_before_attempt(attempts, jitter)
    assert timedelta(seconds=1) <= wait <= LONGEST_WAIT * 1.25
    assert wait <= wait_before_attempt(attempts + 1, jitter)


def test_what_is_open_is_found_by_its_index(at: datetime) -> None:
    """Else every claim reads all that was ever delivered."""
    with listening(print):
        publish(LampLit(1), at=at)
        run_until_quiet(at=at)
    (done,) = Delivery.objects.values("event_id", "listener", "key", "state", "due_at")
    Delivery.objects.bulk_create(Delivery(**done) for _ in range(2000))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE outbox_delivery")

    lane = Delivery.objects.open().filter(listener=done["listener"], key="dossier:1", id__lt=10**6)

    assert "outbox_lane" in lane.explain()
