"""The worker works until it is told to stop."""

from datetime import datetime
from threading import Event

import pytest

from nentang.foundation.outbox.public import publish, run_worker

from .factories import LampLit, listening

pytestmark = pytest.mark.django_db


def test_once_does_everything_that_is_due_and_ends(at: datetime) -> None:
    heard: list[int] = []

    def hear(event: LampLit) -> None:
        heard.append(event.lamp)
        if event.lamp < 3:
            publish(LampLit(event.lamp + 1), at=at)

    with listening(hear):
        publish(LampLit(1), at=at)
        run_worker(stop=Event(), once=True, at=lambda: at)
    assert heard == [1, 2, 3]


def test_it_finishes_what_it_has_in_hand_and_stops(at: datetime) -> None:
    heard: list[int] = []
    stop = Event()

    def hear(event: LampLit) -> None:
        stop.set()
        heard.append(event.lamp)

    with listening(hear):
        publish(LampLit(1), at=at)
        run_worker(stop=stop, at=lambda: at)
        assert heard == [1]
        publish(LampLit(2), at=at)
        run_worker(stop=stop, at=lambda: at)
    assert heard == [1]
