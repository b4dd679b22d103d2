"""A worker is killed at every change between a grant and the opening of what waits for it."""

import time
from typing import Any

import pytest

from .installation import Installation

pytestmark = pytest.mark.xdist_group("robustness")
MATTERS = 1
BIRTH, RESIDENCE, CARD = "1.001193", "1.004222", "9.000001"


def stand(found: dict[str, Any], *procedures: str) -> None:
    """Each matter has one dossier for each of these procedures, and none for another."""
    each_once = dict.fromkeys(procedures, MATTERS)
    assert found["dossiers"] == each_once
    assert list(found["parts"].values()) == [MATTERS] * len(procedures)
    assert found["cases"] == MATTERS * len(procedures)
    assert found["opened"] == MATTERS * (len(procedures) - 1)
    assert found["messages"].get("linked.part_opened", 0) == found["opened"]
    assert "linked.part_stuck" not in found["messages"]
    assert found["stray_copies"] == 0
    assert found["open_deliveries"] == 0
    assert found["audit_holds"]


def test_a_worker_killed_at_every_change_opens_the_next_dossier_once(house: Installation) -> None:
    office = house.ask("begin", of="linked", matters=MATTERS)
    house.run("worker", "--once")

    assert house.ask("grant", of="linked", procedure=BIRTH, **office) == MATTERS
    killed = house.ask("work_killed_at_every_change", of="linked", first=1)
    stand(house.ask("account", of="linked", office=office["office"]), BIRTH, RESIDENCE)
    assert killed > 20, "the change at which it dies was never reached"

    assert house.ask("grant", of="linked", procedure=RESIDENCE, **office) == MATTERS
    killed = house.ask("work_killed_at_every_change", of="linked", first=8)
    found = house.ask("account", of="linked", office=office["office"])
    stand(found, BIRTH, RESIDENCE, CARD)
    assert found["forgotten"]
    assert killed > 10


def test_the_worker_itself_killed_again_and_again_does_no_harm(house: Installation) -> None:
    office = house.ask("begin", of="linked", matters=MATTERS)
    assert house.ask("grant", of="linked", procedure=BIRTH, **office) == MATTERS

    for seconds in (1.4, 1.8, 2.2):
        worker = house.start_worker()
        time.sleep(seconds)
        house.kill(worker)
    house.ask("pass_time", minutes=10)  # leases of the killed run out
    house.run("worker", "--once")

    stand(house.ask("account", of="linked", office=office["office"]), BIRTH, RESIDENCE)
