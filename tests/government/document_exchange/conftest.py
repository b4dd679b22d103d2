"""What several installations begin with."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nentang.config.axis.neighbour import DATABASE, Neighbour

FOUNDED_AT = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with empty tables, to be copied: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("tables")
    neighbour = Neighbour(folder)
    neighbour.tell("make_tables", FOUNDED_AT, geography=False)
    neighbour.end()
    return folder / DATABASE
