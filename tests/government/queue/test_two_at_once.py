"""Many press at the same moment, each over a connection of their own, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from nentang.government.queue import actions, errors
from nentang.government.queue.models import Ticket
from tests.foundation.outbox.workers import shared_database
from tests.government.services.factories import make_applicant, make_officer

from .factories import make_desk, opened, take

pytestmark = pytest.mark.django_db(transaction=True)
OFFICERS = 6


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(20)
        try:
            return act()
        except (errors.NobodyWaits, errors.HasNumber) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(60) for future in [threads.submit(run, act) for act in acts]]


@pytest.mark.parametrize("waiting", [OFFICERS, OFFICERS - 2])
def test_officers_who_call_at_once_never_get_the_same_person(
    at: datetime, tmp_path: Path, waiting: int
) -> None:
    desk = make_desk(at=at)
    windows = []
    for number in range(3, 3 + OFFICERS):
        window = actions.add_window(
            organization_id=desk.body.pk,
            number=number,
            name="Hộ tịch",
            matter_ids=[desk.matters["H"].pk],
            actor=desk.leader,
            at=at,
        )
        officer = make_officer(desk.body, "clerk", at=at)
        actions.open_window(window_id=window.pk, actor=officer, at=at)
        windows.append((window.pk, officer))
    for _ in range(waiting):
        take(desk, "H", at=at)

    with shared_database(tmp_path):
        results = at_once(
            [
                lambda pk=pk, officer=officer: actions.call_next(window_id=pk, actor=officer, at=at)
                for pk, officer in windows
            ]
        )

        called = [each.number for each in results if isinstance(each, Ticket)]
        assert sorted(called) == [f"H{number:03d}" for number in range(1, waiting + 1)]
        assert Ticket.objects.filter(state="called").count() == waiting


def test_numbers_taken_at_once_differ_and_leave_no_gap(at: datetime, tmp_path: Path) -> None:
    desk = make_desk(at=at)

    with shared_database(tmp_path):
        taken = at_once([lambda: take(desk, "H", at=at)] * 12)

    assert sorted(each.number for each in taken) == [f"H{number:03d}" for number in range(1, 13)]


def test_a_person_who_presses_twice_gets_one_number_and_uses_up_none(
    at: datetime, tmp_path: Path
) -> None:
    desk, citizen = make_desk(at=at), make_applicant(at=at)

    def press() -> Ticket:
        return actions.take_ticket_by_phone(
            organization_id=desk.body.pk, matter_id=desk.matters["H"].pk, actor=citizen, at=at
        )

    with shared_database(tmp_path):
        results = at_once([press] * 5)

        assert [each.number for each in results if isinstance(each, Ticket)] == ["H001"]
        assert take(desk, "H", at=at).number == "H002"


def test_one_window_pressed_twice_calls_one_person(at: datetime, tmp_path: Path) -> None:
    desk = make_desk(at=at)
    take(desk, "H", at=at)
    take(desk, "H", at=at)
    window = opened(desk, at=at)

    def press() -> str:
        try:
            return actions.call_next(window_id=window, actor=desk.clerk, at=at).number
        except errors.WindowBusy as refusal:
            return refusal.code

    with shared_database(tmp_path):
        results = at_once([press, press])

        assert sorted(results) == ["H001", "queue.window_busy"]
