"""A real second PostgreSQL that streams from the first: pages read from it, and go on when it dies."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from .cluster import Cluster
from .installation import Installation
from .visitors import Visitors

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("robustness")]
CITIZENS = 8
READS = "SELECT sum(idx_scan + seq_scan)::bigint FROM pg_stat_user_tables"
BEHIND = "SELECT count(*) FROM services_dossier"
PATIENCE = 30.0  # seconds


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Installation, Cluster]]:
    """An installation on a primary, and its replica."""
    primary = Cluster()
    house = Installation(tmp_path, primary)
    house.run("migrate")
    replica = Cluster(replica_of=primary)
    house.environment["DATABASE_REPLICA_URL"] = replica.url
    try:
        yield house, replica
    finally:
        house.remove()
        replica.remove()
        primary.remove()


def test_pages_read_from_the_replica_and_everybody_sees_what_they_wrote(
    pair: tuple[Installation, Cluster],
) -> None:
    house, replica = pair
    office = house.ask("begin", citizens=CITIZENS)
    house.start_web()
    before = replica.ask(READS)

    sent = Visitors(house.address, office["drafts"], at_once=2).visits()
    assert len({visit.code for visit in sent.values()}) == CITIZENS
    with httpx.Client(base_url=house.address, timeout=20) as stranger:
        for _ in range(20):
            assert stranger.get("/dich-vu-cong/?q=khai+sinh").status_code == 200
            assert stranger.get("/dia-gioi/").status_code == 200

    assert _soon(lambda: replica.ask(BEHIND) == CITIZENS)
    assert _soon(lambda: replica.ask(READS) > before + 20)
    assert house.ask("account", office=office["office"])["audit_holds"]


def test_pages_go_on_when_the_replica_dies_and_use_it_again_later(
    pair: tuple[Installation, Cluster],
) -> None:
    house, replica = pair
    house.start_web()
    with httpx.Client(base_url=house.address, timeout=20) as stranger:
        assert stranger.get("/dia-gioi/").status_code == 200
        replica.kill()
        answers = [stranger.get("/dia-gioi/").status_code for _ in range(10)]
        replica.start()
        answers.append(stranger.get("/dia-gioi/").status_code)

    assert answers == [200] * 11


def _soon(holds: object) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.2)
    return False
