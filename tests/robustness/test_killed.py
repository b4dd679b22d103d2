"""The web server, the worker and the database are killed under load: nothing lost, nothing doubled."""

import random
import time
from typing import Any

import pytest

from .installation import Installation
from .visitors import Visitors

pytestmark = pytest.mark.xdist_group("robustness")
CITIZENS = 24
DICE = random.Random(2020)


def each_once(found: dict[str, Any], visitors: Visitors, first: int = 1) -> None:
    """Every draft became one dossier, with one case, one fee, one event and a number without gap."""
    told = {f"draft:{draft}": visit.code for draft, visit in visitors.visits().items()}
    assert found["sent"] == told
    assert found["serials"] == list(range(first, first + CITIZENS))
    assert (found["cases"], found["payments"], found["submitted"]) == (CITIZENS,) * 3
    assert found["audit_holds"]


def test_a_web_server_killed_again_and_again_loses_and_doubles_nothing(house: Installation) -> None:
    office = house.ask("begin", citizens=CITIZENS)
    web = house.start_web()
    visitors = Visitors(house.address, office["drafts"])

    kills = 0
    while not visitors.done:
        time.sleep(DICE.uniform(0.3, 0.9))
        house.kill(web)
        web = house.start_web()
        kills += 1

    each_once(house.ask("account", office=office["office"]), visitors)
    assert kills >= 2
    assert any(code == 0 for v in visitors.visits().values() for code, _ in v.refusals)


def test_a_worker_killed_again_and_again_signs_and_tells_everything_once(
    house: Installation,
) -> None:
    office = house.ask("begin", citizens=CITIZENS)
    house.start_web()
    visitors = Visitors(house.address, office["drafts"])
    visitors.visits()
    people = {name: office[name] for name in ("office", "clerk", "leader")}
    assert house.ask("decide", **people) == CITIZENS

    for _kill in range(4):
        worker = house.start_worker()
        time.sleep(DICE.uniform(1.2, 2.5))
        house.kill(worker)
    house.ask("pass_time", minutes=10)  # leases of the killed run out
    house.run("worker", "--once")

    found = house.ask("account", office=office["office"])
    assert found["states"] == {"returned": CITIZENS}
    assert found["papers"] == {
        "receipt signed": CITIZENS,
        "civil_status_extract signed": CITIZENS,
    }
    assert (found["papers_without_file"], found["altered_files"]) == (0, [])
    assert found["messages"]["services.return_result"] == CITIZENS
    assert found["messages"]["services.receive"] == CITIZENS
    assert (found["open_deliveries"], found["steps_twice"]) == (0, [])
    assert found["audit_holds"]


@pytest.mark.postgres
def test_a_database_killed_under_load_is_told_and_nothing_is_lost(house: Installation) -> None:
    assert house.cluster is not None
    office = house.ask("begin", citizens=CITIZENS)
    house.start_web()
    visitors = Visitors(house.address, office["drafts"])

    for _kill in range(3):
        time.sleep(DICE.uniform(0.2, 0.5))
        house.cluster.kill()
        time.sleep(1.0)
        house.cluster.start()

    each_once(house.ask("account", office=office["office"]), visitors)
    refused = {told for visit in visitors.visits().values() for told in visit.refusals}
    assert (503, "30") in refused
    assert {code for code, _ in refused} <= {503, 302, 403, 0}
