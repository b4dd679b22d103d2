"""Two workers that compute at the same time count every fact once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from nentang.agreements.actor import SYSTEM
from nentang.measure.indicators.models import Computation
from nentang.measure.indicators.public import compute_indicators, recompute_indicators
from tests.foundation.outbox.workers import shared_database
from tests.measure.factories import RUN_FINISHED, RUNS_ON_TIME, a_run, known_alone

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS, ROUNDS = 3, 4


def test_every_fact_is_counted_once(at: datetime, tmp_path: Path) -> None:
    with shared_database(tmp_path), known_alone(RUN_FINISHED, RUNS_ON_TIME):
        for number in range(ROUNDS):
            for unit in ("98001", "99002", "99003"):
                a_run(at=at + timedelta(days=20 * number), unit_code=unit)
            computed = _all_at_once(at + timedelta(minutes=number))
        kept = Computation.objects.order_by("-pk").first()

        assert kept in computed
        assert recompute_indicators(actor=SYSTEM, at=at) == kept, "nothing was left to change"


def _all_at_once(at: datetime) -> list[Computation]:
    start = Barrier(WORKERS)

    def run(_: int) -> Computation:
        start.wait(20)
        try:
            return compute_indicators(actor=SYSTEM, at=at)
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as threads:
        return [each.result(60) for each in [threads.submit(run, n) for n in range(WORKERS)]]
