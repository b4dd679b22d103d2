"""Several decide about the same version at the same moment, each over a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from nentang.kernel.errors import DomainError
from nentang.measure.open_data.actions import decide_service, publish_release, register_service
from nentang.measure.open_data.models import DataService, Release
from nentang.measure.open_data.registry import STEWARD
from tests.foundation.outbox.workers import shared_database
from tests.measure.factories import in_month, make_country

from .factories import make_keepers, make_officer, prepared, run_many, take_on

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 4
NOVEMBER = in_month(2020, 11)


def at_once(act: Callable[[int], object]) -> list[bool]:
    """Whether each of them was let do it; all begin together."""
    start = Barrier(MANY)

    def run(number: int) -> bool:
        start.wait(20)
        try:
            act(number)
        except DomainError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(MANY) as threads:
        return [each.result(60) for each in [threads.submit(run, n) for n in range(MANY)]]


def test_of_all_who_publish_a_version_at_once_one_does(at: datetime, tmp_path: Path) -> None:
    make_country()
    run_many({("98001", True): 30}, at=in_month(2020, 10))
    keepers = make_keepers(at=at)
    take_on(keepers, at=at)
    release = prepared(keepers, at=NOVEMBER)
    others = [make_officer(keepers.body, STEWARD, at=at) for _ in range(MANY)]

    with shared_database(tmp_path):
        done = at_once(
            lambda n: publish_release(release_id=release.pk, actor=others[n], at=NOVEMBER)
        )

        assert done.count(True) == 1
        assert Release.objects.get().state == "published"


def test_a_service_registered_many_times_at_once_is_one_and_confirmed_once(
    at: datetime, tmp_path: Path
) -> None:
    keepers = make_keepers(at=at)
    take_on(keepers, at=at)
    said = {"title": "Xe nào đến", "maker": "Nhóm Mẫu", "summary": "Báo giờ xe."}

    with shared_database(tmp_path):
        made = at_once(
            lambda _n: register_service(
                code="chuyen-xe", url="https://xe.example.vn/", actor=keepers.writer, at=at, **said
            )
        )
        service = DataService.objects.get()
        confirmed = at_once(
            lambda _n: decide_service(
                service_id=service.pk, grant=True, reason="", actor=keepers.writer, at=at
            )
        )

        assert made.count(True) == 1
        assert confirmed.count(True) == 1
