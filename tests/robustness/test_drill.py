"""A restore is rehearsed while people work: what comes back is whole, and nothing is left behind."""

from pathlib import Path

import pytest

from .installation import Installation
from .visitors import Visitors

pytestmark = pytest.mark.xdist_group("robustness")
CITIZENS = 30


def test_a_drill_under_load_brings_everything_back(house: Installation) -> None:
    office = house.ask("begin", citizens=CITIZENS)
    house.start_web()
    house.start_worker()
    visitors = Visitors(house.address, office["drafts"], at_once=3)
    before = set(house.var.iterdir()), house.ask("databases")

    said = house.run("drill")

    assert "every reference leads to a row" in said
    assert "documents: 0 altered or missing" in said
    assert "everything came back whole" in said
    assert len(visitors.visits()) == CITIZENS
    assert (set(house.var.iterdir()) >= before[0], house.ask("databases")) == (True, before[1])
    assert not list(house.var.glob("tmp*"))
    assert house.ask("account", office=office["office"])["payments"] == CITIZENS


def test_a_drill_finds_a_paper_that_was_altered(house: Installation) -> None:
    paper = Path(house.ask("keep_file"))
    kept = paper.read_bytes()
    paper.write_bytes(b"x" + kept)
    try:
        with pytest.raises(RuntimeError, match="1 altered or missing"):
            house.run("drill")
    finally:
        paper.write_bytes(kept)
    assert not list(house.var.glob("tmp*"))
