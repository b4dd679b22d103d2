"""What the measure computes from the facts of the queue."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.queue import actions
from nentang.government.queue.indicators import WAIT, WITHIN_PROMISE
from nentang.measure.indicators.public import compute_indicators, value_of

from .factories import make_desk, opened, take

MINUTE = timedelta(minutes=1)


@pytest.mark.django_db(transaction=True)
def test_waits_and_kept_promises_come_out_of_real_calls(
    at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.FACTS_FOLDER = tmp_path / "facts"
    desk = make_desk(at=at)
    for _ in range(4):
        take(desk, "H", at=at)
    window = opened(desk, at=at)
    for waited in (5, 10, 20, 21):
        actions.call_next(window_id=window, actor=desk.clerk, at=at + waited * MINUTE)
        actions.miss_ticket(window_id=window, actor=desk.clerk, at=at + waited * MINUTE)

    compute_indicators(actor=SYSTEM, at=at + timedelta(hours=1))

    day = at.date()
    kept = value_of(WITHIN_PROMISE.code, "98001", first=day, last=day, on=day)
    wait = value_of(WAIT.code, "98001", first=day, last=day, on=day)
    assert (kept.value, wait.value) == (0.75, 14.0)
